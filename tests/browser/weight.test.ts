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
  'plan',
  'makePlan',
  'openPlan',
  'training',
  'team',
  'practice',
] as const;

/**
 * Asked for once the page stands, by scripts that the budget counts: what reads an address that was cut, on
 * the pages that say what is missing, what tells which handbooks are kept on the device, and data that are
 * drawn when they come.
 */
const AFTERWARDS: Partial<Record<(typeof KINDS)[number], RegExp>> = {
  runs: /(?:arrived-address|cut-address|marks)\./,
  search: /(?:arrived-address|cut-address|islands)\./,
  training: /^current\/training\.json$/,
  practice: /^current\/review\.json$/,
  progress: /(?:OfflineSection|registration)\.|^offline\.json$/,
};

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
      const isLater = (file: string) => AFTERWARDS[kind]?.test(file) ?? false;
      const atOnce = [...asked].filter((file) => loaded(file) && !isLater(file));
      expect(atOnce.sort()).toEqual(files.filter((file) => !isLater(file)).sort());
    });
  }
});
