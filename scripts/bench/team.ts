/**
 * The team's table with 60 people and 40 items: `npm run bench:team`. Builds the root variant, fills a
 * browser with their receipts, and prints what the table takes; then pastes all of them at once.
 */
import { chromium } from '@playwright/test';
import { packReceipt } from '../../src/progress/training/receipt-code.ts';
import { receiptText } from '../../src/progress/training/receipt-text.ts';
import { receiptKey } from '../../src/progress/training/team-records.ts';
import { provideBrowser } from '../../tests/support/browser/index.ts';
import { serveVariant } from '../../tests/support/serve.ts';
import { syntheticTeam } from '../../tests/support/synthetic-team.ts';
import { buildVariant, VARIANTS } from '../../tests/support/variants.ts';
import { Figures } from './figures.ts';
import { scriptUntil } from './script-time.ts';

const PEOPLE = 60;
const ITEMS = 40;
/** Milliseconds of script until the table is there. */
const LIMIT = 200;
const TIMES = 5;

const figures = new Figures('bench:team');
buildVariant('root');
const receipts = syntheticTeam(VARIANTS.root.outDir, 'agency', { people: PEOPLE, items: ITEMS });
const texts = await Promise.all(
  receipts.map((receipt) => receiptText(receipt, { done: 0, total: ITEMS })),
);
const pasted = texts
  .flatMap((text) => (typeof text === 'object' ? [text.head, ...text.parts] : []))
  .join('\n');

const server = await serveVariant('root');
const browser = await chromium.launch(provideBrowser().launch);
try {
  const stored = receipts.map((receipt) => {
    const value = { v: 1, got: receipt.at, receipt: packReceipt(receipt) };
    return [
      `khb:team:${receipt.learner.id}@${receiptKey(receipt)}`,
      JSON.stringify(value),
    ] as const;
  });
  const size = stored.reduce((sum, [key, value]) => sum + key.length + value.length, 0);
  figures.line(
    `${PEOPLE} people, ${ITEMS} items: ${size} characters stored, ${pasted.length} to paste`,
  );

  const context = await browser.newContext({ baseURL: server.url });
  const seed = await context.newPage();
  await seed.goto('./editions/');
  await seed.evaluate((all) => {
    for (const [key, value] of all) localStorage.setItem(key, value);
  }, stored);
  await seed.close();
  const first = await median(() => scriptUntil(context, './team/', '.team-table tbody tr', PEOPLE));
  figures.line(`/team/, first paint of the table: ${ms(first)} of script (limit ${LIMIT} ms)`);

  const paste = await median(async () => {
    const own = await browser.newContext({ baseURL: server.url });
    const page = await own.newPage();
    await page.goto('./team/');
    await page.locator('.team-take textarea').fill(pasted);
    const begun = performance.now();
    await page.getByRole('button', { name: '读进来' }).click();
    await page
      .locator('.team-table tbody tr')
      .nth(PEOPLE - 1)
      .waitFor();
    const taken = performance.now() - begun;
    await own.close();
    return taken;
  });
  figures.line(
    `${PEOPLE} receipts pasted at once, from the click until they are in the table: ${ms(paste)}`,
  );
  if (first > LIMIT)
    throw new Error(`The table took ${ms(first)} of script; the limit is ${LIMIT} ms`);
  figures.save();
} finally {
  await browser.close();
  server.stop();
}

async function median(measure: () => Promise<number>): Promise<number> {
  const values: number[] = [];
  for (let n = 0; n < TIMES; n++) values.push(await measure());
  return values.sort((a, b) => a - b)[Math.floor(TIMES / 2)] ?? NaN;
}

function ms(value: number): string {
  return `${Math.round(value)} ms`;
}
