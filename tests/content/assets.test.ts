import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { HASHED_FOLDERS } from '../../src/model/data-folders.ts';

const FOLDER = join(process.env['ROOT_DIST'] ?? '', '_astro');

/** The built files of a kind, by name. */
function assets(ending: string): [string, string][] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith(ending))
    .map((name) => [name, readFileSync(join(FOLDER, name), 'utf8')]);
}

/** How often each custom property is given a value that begins so. */
function given(css: string, value: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const [, name = ''] of css.matchAll(new RegExp(`(--[\\w-]+):${value}`, 'g'))) {
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

test('a browser without oklch has every colour in sRGB, in every theme', () => {
  const inOklch = given(readFileSync('src/styles/tokens.css', 'utf8'), ' oklch\\(');
  expect(Object.keys(inOklch)).toContain('--paper');
  const home = readFileSync(join(FOLDER, '../index.html'), 'utf8');
  const css = [...home.matchAll(/<style>([^]*?)<\/style>/g)].map(([, text]) => text).join('');
  const inRgb = given(css, '#');
  const short = Object.entries(inOklch).filter(([name, times]) => (inRgb[name] ?? 0) < times);
  expect(short).toEqual([]);
  for (const [name, text] of [['index.html', css] as const, ...assets('.css')]) {
    expect(text, name).not.toContain('oklch(');
  }
});

/** Eight characters before the ending, as the bundler writes them, or ten and more hexadecimal digits. */
const HASH = /\.[\w-]{8}\.\w+$|[/.][0-9a-f]{10,}[/.]/;

test('every file that hosts keep for good has a hash in its address', () => {
  const files = HASHED_FOLDERS.flatMap((folder) =>
    readdirSync(join(FOLDER, '..', folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/')),
  );
  expect(files.length).toBeGreaterThan(100);
  expect(files.filter((file) => !HASH.test(file.slice(join(FOLDER, '..').length)))).toEqual([]);
});

test('no script carries a list of files to fetch ahead', () => {
  const scripts = assets('.js');
  expect(scripts.some(([, text]) => text.includes('import('))).toBe(true);
  const listing = scripts.filter(([, text]) => /__vite__mapDeps|modulepreload/.test(text));
  expect(listing.map(([name]) => name)).toEqual([]);
});
