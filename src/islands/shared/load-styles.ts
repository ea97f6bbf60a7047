import { make } from './make.ts';

const loading = new Map<string, Promise<unknown>>();

/** Links a style sheet, once. Kept when it applies; also when it cannot be had: unstyled is better than none. */
export function loadStyles(address: string): Promise<unknown> {
  const begun = loading.get(address);
  if (begun) return begun;
  const link = make('link', { rel: 'stylesheet', href: address });
  const done = new Promise((resolve) => {
    link.addEventListener('load', resolve);
    link.addEventListener('error', resolve);
  });
  loading.set(address, done);
  document.head.append(link);
  return done;
}
