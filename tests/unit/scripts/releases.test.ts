/** Builds on a server: moved to in one step, with what open pages still ask for. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { back, KEPT, publish, served } from '../../../scripts/deploy/releases.ts';

let folder = '';
const target = () => join(folder, 'srv');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'handbook-releases-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A build of an edition, whose page names the one hashed file it needs. */
function build(edition: number, base = ''): string {
  const root = join(folder, `build-${edition}`);
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, base, path)), { recursive: true });
    writeFileSync(join(root, base, path), text);
  };
  write('index.html', `edition ${edition}`);
  write('404.html', 'not here');
  write(`_astro/page.${edition}.js`, `script ${edition}`);
  write('_astro/same.js', 'script');
  write(`data/search/${edition}/index.pack`, `index ${edition}`);
  return root;
}

const read = (path: string) => readFileSync(join(target(), 'current', path), 'utf8');
const has = (path: string) => existsSync(join(target(), 'current', path));

test('a release is served whole, with the hashed files of the one before and no older ones', () => {
  expect(publish(build(1), target())).toBe(1);
  expect(read('index.html')).toBe('edition 1');
  expect(publish(build(2), target())).toBe(2);
  expect(read('index.html')).toBe('edition 2');
  expect(read('_astro/page.1.js')).toBe('script 1');
  expect(read('data/search/1/index.pack')).toBe('index 1');
  publish(build(3), target());
  expect(has('_astro/page.1.js')).toBe(false);
  expect(read('_astro/page.2.js')).toBe('script 2');
  expect(read('_astro/page.3.js')).toBe('script 3');
});

test('going back serves the release before, and open pages of the newer one find their files', () => {
  publish(build(1), target());
  publish(build(2), target());
  expect(back(target())).toBe(1);
  expect(read('index.html')).toBe('edition 1');
  expect(read('_astro/page.2.js')).toBe('script 2');
  // What comes next counts on, and does not take what was lent for its own.
  expect(publish(build(3), target())).toBe(3);
  expect(read('_astro/page.1.js')).toBe('script 1');
  expect(has('_astro/page.2.js')).toBe(false);
});

test('only the last releases are kept, and the one that is served', () => {
  for (let edition = 1; edition <= KEPT + 2; edition += 1) publish(build(edition), target());
  expect(readdirSync(join(target(), 'releases')).map(Number).sort()).toEqual([3, 4, 5]);
  expect(served(target())).toBe(5);
});

test('below a base path as well', () => {
  publish(build(1, 'kehubu'), target());
  publish(build(2, 'kehubu'), target());
  expect(read('kehubu/index.html')).toBe('edition 2');
  expect(read('kehubu/_astro/page.1.js')).toBe('script 1');
});

test('a release that broke off is not served, and made anew', () => {
  publish(build(1), target());
  mkdirSync(join(target(), 'releases/2.partial/site'), { recursive: true });
  writeFileSync(join(target(), 'releases/2.partial/site/half.html'), '');
  expect(served(target())).toBe(1);
  expect(publish(build(2), target())).toBe(2);
  expect(has('half.html')).toBe(false);
});

test('what is no build is refused, and so is going back before the first', () => {
  mkdirSync(join(folder, 'empty'));
  expect(() => publish(join(folder, 'empty'), target())).toThrow('holds no build');
  publish(build(1), target());
  expect(() => back(target())).toThrow('no release');
});
