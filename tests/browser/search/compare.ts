/** Compares what the search lists with the truth. */
import { existsSync, readdirSync } from 'node:fs';
import { sep } from 'node:path';
import { pagesOf, type Listed } from './ask.ts';
import { PAGES_LEFT_OUT, pagesWith, type TruePage } from './truth.ts';

/** A query, and the phrase of the pages that it stands for. */
export interface Asked {
  readonly query: string;
  readonly phrase: string;
}

export interface Figures {
  /** Pages that should be listed, those of them that are, and all that are listed, over all queries. */
  readonly wanted: number;
  readonly found: number;
  readonly listed: number;
  /** One line for each query that misses a page or lists a wrong one. */
  readonly faults: readonly string[];
}

/** Compares the exact group of each answer with the pages that have the phrase. */
export function compare(
  asked: readonly Asked[],
  answers: readonly Listed[],
  truth: readonly TruePage[],
): Figures {
  let [wanted, found, listed] = [0, 0, 0];
  const faults: string[] = [];
  for (const [index, { query, phrase }] of asked.entries()) {
    const expected = pagesWith(truth, phrase);
    const exact = pagesOf(answers[index]?.exact ?? []);
    const missed = expected.filter((path) => !exact.includes(path));
    const wrong = exact.filter((path) => !expected.includes(path));
    wanted += expected.length;
    found += expected.length - missed.length;
    listed += exact.length;
    if (missed.length + wrong.length > 0) {
      faults.push(`${query}: missed ${missed.join(' ')}; wrong ${wrong.join(' ')}`);
    }
  }
  return { wanted, found, listed, faults };
}

/** The figures in a line. */
export function figuresLine(name: string, asked: number, figures: Figures): string {
  const { wanted, found, listed } = figures;
  return `${name}: ${asked} queries, recall ${found}/${wanted}, precision ${found}/${listed}`;
}

/** Paths of all built pages that count, below the base path. */
export function builtPaths(folder: string): string[] {
  if (!existsSync(folder)) throw new Error(`No build in ${folder}`);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .map((file) => `/${file.split(sep).join('/')}`.replace(/index\.html$/, ''))
    .filter((path) => !PAGES_LEFT_OUT.test(path))
    .sort();
}
