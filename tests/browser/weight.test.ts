import { readBuiltSite } from '../content/built-site.ts';
import { weighPage } from '../budget/page-weight.ts';
import { VARIANTS } from '../support/variants.ts';
import { expect, PAGES, test } from './fixtures.ts';

const FOLDER = VARIANTS.fixture.outDir;
const KINDS = [
  'home',
  'overview',
  'role',
  'workflow',
  'technique',
  'rules',
  'today',
  'runs',
  'progress',
  'search',
  'glossary',
  'editions',
] as const;

test.describe('what the budget counts', () => {
  const built = new Map(readBuiltSite(FOLDER).map((page) => [page.address, page]));

  for (const kind of KINDS) {
    test(`is what a browser asks for: ${kind}`, async ({ page, baseURL }) => {
      const asked = new Set<string>();
      page.on('request', (request) => asked.add(new URL(request.url()).pathname.slice(1)));
      await page.goto(PAGES[kind], { waitUntil: 'networkidle' });
      const address = new URL(PAGES[kind], baseURL).pathname;
      const counted = weighPage(FOLDER, built.get(address)!).files;
      // Icon and manifest are asked for at the browser's leisure.
      const loaded = (file: string) => !/^favicon\.|\.webmanifest$/.test(file);
      const files = [address.slice(1), ...counted].filter(loaded);
      expect([...asked].filter(loaded).sort()).toEqual(files.sort());
    });
  }
});
