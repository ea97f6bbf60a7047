/** `crypto.randomUUID` for pages that are not served securely: there the browser has none. */

/** Gives `crypto` a `randomUUID` where it lacks one; its randomness is that of `getRandomValues`. */
export function provideRandomUUID(crypto: Partial<Crypto> = globalThis.crypto): void {
  if (crypto.randomUUID) return;
  Object.defineProperty(crypto, 'randomUUID', { configurable: true, value: randomUUID });
}

/** A random UUID (RFC 9562, version 4). */
export function randomUUID(): ReturnType<Crypto['randomUUID']> {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const parts = /^(.{8})(.{4})(.{4})(.{4})(.{12})$/.exec(hex)?.slice(1) ?? [];
  return parts.join('-') as ReturnType<Crypto['randomUUID']>;
}
