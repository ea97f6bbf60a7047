/** The sources, as the lists of `src/README.md` are held against them. */
import { globSync, readFileSync } from 'node:fs';

export interface Source {
  /** Below `src/`, with slashes on Windows too. */
  readonly path: string;
  /** Without comments. */
  readonly text: string;
}

/** All TypeScript and Astro of `src/`. */
export const sources = (): Source[] =>
  globSync('src/**/*.{ts,tsx,astro}').map((file) => ({
    path: file.replaceAll('\\', '/').replace(/^src\//, ''),
    text: readFileSync(file, 'utf8').replace(/\/\*[^]*?\*\/|\/\/.*/g, ''),
  }));

/** The rows of a table, without what heads it. @param section heading it stands under */
export function rowsOf(section: string): { readonly text: string; readonly rows: string[] } {
  const readme = readFileSync('src/README.md', 'utf8');
  const text = new RegExp(`## ${section}\\n([^]*?)\\n## `).exec(readme)?.[1] ?? '';
  const lines = text.split('\n').filter((line) => line.startsWith('|'));
  return { text, rows: lines.slice(2) };
}
