/** The index cannot be had: no network, or a newer build has taken its place. */
export class IndexUnreachable extends Error {
  override readonly name = 'IndexUnreachable';
}

/** Fetches one of the search's packed files, and what it holds. @throws IndexUnreachable */
export async function fetchPackedJson<T>(address: string): Promise<T> {
  try {
    const response = await fetch(address);
    if (response.ok && response.body) {
      const unpacked = response.body.pipeThrough(new DecompressionStream('gzip'));
      return (await new Response(unpacked).json()) as T;
    }
  } catch {
    // Told below, like an answer that is none.
  }
  throw new IndexUnreachable(address);
}

/** Fetches the search's table. @throws IndexUnreachable */
export async function fetchJson<T>(address: string): Promise<T> {
  try {
    const response = await fetch(address);
    if (response.ok) return (await response.json()) as T;
  } catch {
    // Told below, like an answer that is none.
  }
  throw new IndexUnreachable(address);
}
