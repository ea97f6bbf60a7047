import { make } from './make.ts';

const loading = new Map<string, Promise<boolean>>();

/**
 * Links a style sheet, once, and anew where it did not come.
 *
 * @returns whether it applies; most things do unstyled too
 */
export function loadStyles(address: string): Promise<boolean> {
  const begun = loading.get(address);
  if (begun) return begun;
  const link = make('link', { rel: 'stylesheet', href: address });
  const done = new Promise<boolean>((resolve) => {
    link.addEventListener('load', () => resolve(true));
    link.addEventListener('error', () => {
      loading.delete(address);
      link.remove();
      resolve(false);
    });
  });
  loading.set(address, done);
  document.head.append(link);
  return done;
}
