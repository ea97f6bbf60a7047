/** Holds every page of a built site to the budget of its kind, and prints the worst of each. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { BANK_INDEX_PATH, bankPath, type BankIndex } from '../../src/model/review-question.ts';
import { freshBanks } from '../../src/progress/review/session.ts';
import { readBuiltSite } from '../content/built-site.ts';
import { weighPage, type PageWeight } from './page-weight.ts';

/** What is limited; sizes in kB of 1,000 bytes. */
const MEASURES = ['html', 'first', 'css', 'js', 'total', 'requests'] as const;
type Measure = (typeof MEASURES)[number];
type Limits = Partial<Record<Measure, number>> & { readonly why?: string };

interface WeighedPage extends PageWeight {
  readonly address: string;
  readonly kind: string;
}

/** The kind of a page, by its address below the base path. */
export function kindOf(address: string): string {
  if (/^\/(print|sources)\//.test(address)) return 'exempt';
  if (/^\/[a-z-]+\/roles\/./.test(address)) return 'role';
  if (/^\/[a-z-]+\/workflows\/./.test(address)) return 'workflow';
  if (/^\/train\/(?!(new|open|print)\/)./.test(address)) return 'plan';
  if (/^\/(team|train\/(new|open))\/$/.test(address)) return 'gathering';
  if (/^\/(today|runs|progress|practice|search|train|train\/print)\/$/.test(address))
    return 'island';
  if (address === '/') return 'home';
  return /^\/(glossary(?=\/$)|editions)\//.exec(address)?.[1] ?? 'reading';
}

/**
 * Weighs all pages of a build and prints a table by kind.
 *
 * @param folder the build's output folder
 * @returns how many pages, and first sessions of reviews, keep within their budget and how many do not
 */
export function checkBudget(folder: string): { passed: number; failed: number } {
  const { kinds, firstSession } = JSON.parse(
    readFileSync(new URL('./budget.json', import.meta.url), 'utf8'),
  ) as { kinds: Record<string, Limits>; firstSession: number };
  const pages = readBuiltSite(folder).map((page): WeighedPage => ({
    ...weighPage(folder, page),
    address: page.address,
    kind: kindOf(page.address),
  }));
  console.log(
    `| kind | pages | ${MEASURES.join(' | ')} | heaviest |\n| --- ${'| --- '.repeat(8)}|`,
  );
  for (const kind of Object.keys(kinds)) {
    const own = pages.filter((page) => page.kind === kind);
    if (own.length > 0) console.log(rowOf(kind, own, kinds[kind] ?? {}));
  }
  const faults = pages.map((page) => faultsOf(page, kinds[page.kind]));
  for (const fault of faults.flat()) console.error(`over budget: ${fault}`);
  const failed = faults.filter((each) => each.length > 0).length;
  const sessions = weighFirstSessions(folder);
  const heavy = sessions.filter(({ bytes }) => bytes > firstSession * 1000);
  const worst = Math.max(...sessions.map(({ bytes }) => bytes));
  console.log(`first session of reviews: ${(worst / 1000).toFixed(1)} of ${firstSession} kB`);
  for (const { role, bytes } of heavy) {
    console.error(`over budget: the first session of ${role}: ${(bytes / 1000).toFixed(1)} kB`);
  }
  return {
    passed: pages.length - failed + sessions.length - heavy.length,
    failed: failed + heavy.length,
  };
}

/** What the first session of reviews fetches, for each role: the index and the questions, brotli 11. */
function weighFirstSessions(folder: string): { role: string; bytes: number }[] {
  const read = (path: string) => readFileSync(join(folder, path));
  const index = JSON.parse(read(BANK_INDEX_PATH).toString()) as BankIndex;
  return Object.entries(index.roles).map(([role, names]) => {
    const paths = [BANK_INDEX_PATH, ...freshBanks(index, names, []).map(bankPath)];
    const bytes = paths.reduce((sum, path) => sum + brotliCompressSync(read(path)).length, 0);
    return { role, bytes };
  });
}

function faultsOf(page: WeighedPage, limits: Limits | undefined): string[] {
  if (!limits) return [`${page.address} is of a kind without a budget: ${page.kind}`];
  const over = MEASURES.filter((measure) => valueOf(page, measure) > (limits[measure] ?? Infinity));
  return [
    ...over.map((measure) => {
      return `${page.address} (${page.kind}): ${measure} ${show(page, measure)}, at most ${limits[measure]}`;
    }),
    ...(page.font > 0 ? [`${page.address} loads a font`] : []),
  ];
}

/** The worst value of each measure, with its limit. */
function rowOf(kind: string, pages: readonly WeighedPage[], limits: Limits): string {
  const worst = (measure: Measure) =>
    pages.reduce((a, b) => (valueOf(b, measure) > valueOf(a, measure) ? b : a));
  const cells = MEASURES.map((measure) => {
    const limit = limits[measure];
    return show(worst(measure) as WeighedPage, measure) + (limit ? ` of ${limit}` : '');
  });
  return `| ${kind} | ${pages.length} | ${cells.join(' | ')} | \`${worst('html').address}\` |`;
}

function valueOf(page: WeighedPage, measure: Measure): number {
  return measure === 'requests' ? page.requests : page[measure] / 1000;
}

function show(page: WeighedPage, measure: Measure): string {
  return measure === 'requests' ? String(page.requests) : valueOf(page, measure).toFixed(1);
}
