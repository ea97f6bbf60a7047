/** What a build wrote, by what it is for. */
import { readdirSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';

export interface OutputSize {
  readonly files: number;
  /** Bytes, not compressed. */
  readonly total: number;
  readonly html: number;
  /** Of the HTML: the printed handbooks, which hold every page once more. */
  readonly print: number;
  /** Styles and scripts, the search's own engine left out. */
  readonly assets: number;
  /** What scripts fetch, the search left out. */
  readonly data: number;
  /** The search's files and its table. */
  readonly search: number;
}

/** Adds up the files of a build. */
export function outputSize(folder: string): OutputSize {
  const sum = { files: 0, total: 0, html: 0, print: 0, assets: 0, data: 0, search: 0 };
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const stats = statSync(join(folder, name));
    if (!stats.isFile()) continue;
    const path = name.split(sep).join('/');
    sum.files += 1;
    sum.total += stats.size;
    const kind = kindOf(path);
    if (kind) sum[kind] += stats.size;
    if (path.startsWith('print/')) sum.print += stats.size;
  }
  return sum;
}

function kindOf(path: string): 'html' | 'assets' | 'data' | 'search' | undefined {
  if (path.startsWith('data/search/') || path === 'search/table.json') return 'search';
  if (path.startsWith('data/')) return 'data';
  if (path.endsWith('.html')) return 'html';
  return /\.(css|js)$/.test(path) ? 'assets' : undefined;
}
