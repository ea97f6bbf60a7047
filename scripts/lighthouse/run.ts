/**
 * Lighthouse, mobile, on one page of each of the kinds that weigh most: `npm run lighthouse`, or with a
 * kind's name for that one only. Offline: site, browser and Lighthouse are all on this machine. Not
 * part of the tests, since the figure for performance depends on what else the machine does.
 */
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { provideBrowser } from '../../tests/support/browser/index.ts';
import { serveVariant } from '../../tests/support/serve.ts';
import { buildVariant } from '../../tests/support/variants.ts';

const PAGES: Record<string, string> = {
  home: '',
  role: 'agency/roles/account-executive/',
  workflow: 'agency/workflows/win-new-client/',
  today: 'today/',
  runs: 'runs/',
  search: 'search/',
};

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];

const { executablePath, args, env } = provideBrowser().launch;
buildVariant('root');
const served = await serveVariant('root');
const wanted = process.argv.slice(2);
let perfect = true;
for (const [name, path] of Object.entries(PAGES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const chrome = await launch({
    chromePath: executablePath,
    chromeFlags: ['--headless=new', ...args],
    envVars: env,
  });
  const result = await lighthouse(`${served.url}${path}`, {
    port: chrome.port,
    onlyCategories: CATEGORIES,
    logLevel: 'error',
  });
  chrome.kill();
  if (!result) throw new Error(`No result for ${name}`);
  const { categories, audits } = result.lhr;
  const scores = CATEGORIES.map((id) => Math.round((categories[id]?.score ?? 0) * 100));
  console.log(
    `${name}: ${CATEGORIES.map((id, i) => `${id} ${scores[i]}`).join(', ')}; ` +
      ['first-contentful-paint', 'largest-contentful-paint', 'cumulative-layout-shift']
        .map((id) => `${id} ${audits[id]?.displayValue}`)
        .join(', '),
  );
  for (const category of Object.values(categories)) {
    for (const { id, weight } of category.auditRefs) {
      const { score, title, displayValue } = audits[id] ?? {};
      if (weight > 0 && score !== null && score !== undefined && score < 0.9) {
        console.log(`  ${category.id}: ${title} ${displayValue ?? ''}`);
      }
    }
  }
  if (scores.some((score) => score < 100)) perfect = false;
}
served.stop();
process.exit(perfect ? 0 : 1);
