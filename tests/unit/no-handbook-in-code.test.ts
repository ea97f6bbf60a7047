/** Handbooks are content: the code names none of them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readLeftOut, readSiteFile } from '../../src/build/site-file.ts';

/** Names that are words of the trade as well: refused where they can only be a handbook's. */
const COMMON: ReadonlySet<string> = new Set(['service']);

const FILES = readdirSync('src', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(ts|tsx|astro|css|mjs)$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name));

/** Code without its comments and what editors read as an example: there a name does no harm. */
function codeIn(file: string): string {
  return readFileSync(file, 'utf8')
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/(^|\s)\/\/.*$/gm, '')
    .replace(/如 [a-z/-]+(#[a-z-]+)?|如 \/[a-z/-]+/g, '');
}

test('no handbook is named in the code or in the styles', () => {
  const handbooks = [...readSiteFile().handbooks, ...readLeftOut()];
  expect(handbooks.length).toBeGreaterThanOrEqual(3);
  expect(FILES.length).toBeGreaterThan(200);
  const found = FILES.flatMap((file) => {
    const code = codeIn(file);
    return handbooks.flatMap((slug) => {
      const name = COMMON.has(slug) ? `['"\`/=]${slug}['"\`/\\]]` : `(?<![\\w-])${slug}(?![\\w-])`;
      return [...code.matchAll(new RegExp(name, 'g'))].map(([text]) => `${file}: ${text}`);
    });
  });
  expect(found).toEqual([]);
});
