/** The table of a build's search: its handbooks and its pages. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @param folder of the build */
export function searchTable(folder: string) {
  return JSON.parse(readFileSync(join(folder, 'search/table.json'), 'utf8')) as {
    readonly handbooks: readonly (readonly [slug: string, title: string])[];
    readonly pages: readonly (readonly [path: string, ...unknown[]])[];
  };
}
