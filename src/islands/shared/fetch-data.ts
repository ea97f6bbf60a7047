/** Files of the site's that pages fetch later, each once in a page. */
import { href } from '../../model/address.ts';

const files = new Map<string, Promise<unknown>>();

/**
 * A file of the site's, as JSON.
 *
 * @param path root-relative, without the base
 * @throws Error when it cannot be had; the next call tries again
 */
export function fetchData<T>(path: string): Promise<T> {
  const begun = files.get(path);
  if (begun) return begun as Promise<T>;
  const loading = fetch(href(path)).then((response) => {
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return response.json() as Promise<unknown>;
  });
  loading.catch(() => files.delete(path));
  files.set(path, loading);
  return loading as Promise<T>;
}
