/**
 * `npm run test:firefox`: repeats the recall test of the search in Firefox, over WebDriver BiDi, since
 * browsers differ in how they cut and fold Chinese. Takes an installed Firefox or the one that FIREFOX_PATH
 * names, or gets Debian's. Not part of `npm test`: a Firefox is not on every machine.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { launch } from 'puppeteer-core';
import { askAll } from '../tests/browser/search/ask.ts';
import { builtPaths, compare, figuresLine } from '../tests/browser/search/compare.ts';
import {
  absentPhrases,
  mixedPhrases,
  presentPhrases,
  typedOtherwise,
} from '../tests/browser/search/samples.ts';
import { readTruth } from '../tests/browser/search/truth.ts';
import { provideFirefox } from '../tests/support/browser/firefox.ts';
import { serveFolder } from '../tests/support/static-server.ts';
import { buildVariant, VARIANTS } from '../tests/support/variants.ts';

process.exitCode = (await main()) ? 0 : 1;

/** Runs the comparison and prints its figures. @returns true when every answer is right */
async function main(): Promise<boolean> {
  const folder = VARIANTS.root.outDir;
  if (!existsSync(join(folder, 'search/table.json'))) buildVariant('root');
  const served = await serveFolder(folder);
  const { path, libraries } = provideFirefox();
  const browser = await launch({
    browser: 'firefox',
    executablePath: path,
    env: libraries ? { ...process.env, LD_LIBRARY_PATH: libraries } : process.env,
    headless: true,
  });
  try {
    console.log(await browser.version());
    const tab = await browser.newPage();
    await tab.goto(`${served.url}search/`);
    // Of a page, the helpers use `evaluate` only, with one argument: both drivers have it alike.
    const page = tab as unknown as Page;
    const truth = await readTruth(page, served.url, builtPaths(folder));
    const mixed = mixedPhrases(truth, 60, 3);
    const sets: [string, { query: string; phrase: string }[]][] = [
      ['present', presentPhrases(truth, 500, 1).map((phrase) => ({ query: phrase, phrase }))],
      ['absent', absentPhrases(truth, 200, 2).map((phrase) => ({ query: phrase, phrase }))],
      [
        'mixed',
        mixed.flatMap((phrase) => typedOtherwise(phrase).map((query) => ({ query, phrase }))),
      ],
    ];
    let right = true;
    for (const [name, asked] of sets) {
      const queries = asked.map(({ query }) => query);
      const figures = compare(asked, await askAll(page, served.url, queries), truth);
      console.log(figuresLine(name, asked.length, figures));
      for (const fault of figures.faults.slice(0, 20)) console.log(`  ${fault}`);
      right &&= figures.faults.length === 0;
    }
    return right;
  } finally {
    await browser.close();
    served.stop();
  }
}
