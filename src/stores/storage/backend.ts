/** The browser's storage as it is: it can be missing, and can throw when it is only asked for. */

/** The storage itself, or `undefined` where it is blocked: then even `typeof localStorage` throws. */
export function backend(): Storage | undefined {
  try {
    return globalThis.localStorage ?? undefined;
  } catch {
    return undefined;
  }
}

/** All keys of the origin, those of other sites too; none where the storage cannot be listed. */
export function allKeys(): string[] {
  const storage = backend();
  try {
    return storage ? Object.keys(storage) : [];
  } catch {
    return []; // A storage that cannot be listed holds nothing we could show.
  }
}
