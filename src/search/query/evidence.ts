/** How much of a question stands at a place: which of its clues, how near each other, and where. */
import { holds, type Clue } from './clues.ts';
import type { Question } from './question.ts';
import { placeAt, type IndexedPage, type Table } from './table.ts';

/** Share of what a question is about that a place must have, its page's title counted with it. */
const ENOUGH = 0.4;

/** Units within which words of a text stand together: a sentence or two. */
const TOGETHER = 50;

/** What counts beside the share that a place has: in its title, in the page's title, in one run. */
const IN_TITLE = 0.35;
const IN_PAGE_TITLE = 0.35;
const IN_A_RUN = 0.35;
/** The place or page is called what the question is about. */
const NAMED = 0.5;

/** The clues at one place: number of each → its positions. */
type Evidence = Map<number, Set<number>>;

/**
 * Place → how much of the question it has, from about 0.4 upwards; nothing for less.
 *
 * @param only tells which places count
 */
export function weighPlaces(
  clues: readonly Clue[],
  parts: Question['parts'],
  table: Table,
  only: (page: IndexedPage, index: number) => boolean,
): Map<number, number> {
  const scores = new Map<number, number>();
  for (const page of table.pages) {
    const title = weighTitle(page, clues);
    for (const [index, evidence] of evidenceOn(page, clues, title)) {
      if (!only(page, index)) continue;
      const score = weighPlace(page, index, evidence, clues, parts, title);
      if (score !== undefined) scores.set(page.firstPlace + index, score);
    }
  }
  return scores;
}

/** What the clues count on one page. */
interface PageWeights {
  readonly weights: readonly number[];
  readonly whole: number;
  readonly inTitle: readonly boolean[];
}

function weighTitle({ titleUnits }: IndexedPage, clues: readonly Clue[]): PageWeights {
  const inTitle = clues.map(({ units }) => holds(titleUnits, units));
  const weights = clues.map(
    ({ weight, titleWeight, telling }, number) =>
      telling * (inTitle[number] ? Math.max(weight, titleWeight) : weight),
  );
  return { weights, whole: sumOf(weights, () => true), inTitle };
}

/** The places of a page that may have enough. */
function evidenceOn(
  page: IndexedPage,
  clues: readonly Clue[],
  { weights, whole, inTitle }: PageWeights,
): Map<number, Evidence> {
  const places = new Map<number, Evidence>();
  const here = clues.map(({ positions }) => positions.get(page.number) ?? []);
  // Most pages have too little, wherever on them it stands.
  if (sumOf(weights, (number) => inTitle[number] || !!here[number]?.length) < ENOUGH * whole) {
    return places;
  }
  for (const [number, row] of here.entries()) {
    for (const position of row) {
      const index = placeAt(page, position);
      const evidence: Evidence = places.get(index) ?? new Map();
      places.set(index, evidence);
      evidence.set(number, (evidence.get(number) ?? new Set()).add(position));
    }
  }
  return places;
}

/** @returns undefined when a place has too little of the question */
function weighPlace(
  page: IndexedPage,
  index: number,
  evidence: Evidence,
  clues: readonly Clue[],
  parts: Question['parts'],
  { weights, whole, inTitle: inPageTitle }: PageWeights,
): number | undefined {
  const isThere = (number: number) => inPageTitle[number] || evidence.has(number);
  if (sumOf(weights, isThere) < ENOUGH * whole) return undefined;
  const end = (page.starts[index] ?? 0) + (page.titleLengths[index] ?? 0);
  const inTitle = clues.map((_, number) =>
    [...(evidence.get(number) ?? [])].some((position) => position < end),
  );
  // A title goes with all of its text; of a long text only what stands together.
  const onTop = clues.map((_, number) => inTitle[number] || inPageTitle[number] || false);
  const covered = sumOf(weights, (number) => onTop[number]) + together(evidence, onTop, weights);
  if (covered < ENOUGH * whole) return undefined;

  const called = parts.map(
    (part, at) =>
      part.join('') === page.titleUnits.join('') ||
      (part.length === page.titleLengths[index] &&
        clues.every((clue, number) => clue.part !== at || inTitle[number])),
  );
  const share = (counts: (number: number) => boolean | undefined) => sumOf(weights, counts) / whole;
  const place =
    1 +
    IN_TITLE * share((number) => inTitle[number]) +
    IN_PAGE_TITLE * share((number) => inPageTitle[number]) +
    NAMED * share((number) => called[clues[number]?.part ?? -1]);
  return (covered / whole) * place + IN_A_RUN * runShare(evidence, clues);
}

function sumOf(
  weights: readonly number[],
  counts: (number: number) => boolean | undefined,
): number {
  return weights.reduce((sum, weight, number) => sum + (counts(number) ? weight : 0), 0);
}

/** The most that stands within a stretch of text, beside what the titles have. */
function together(
  evidence: Evidence,
  onTop: readonly boolean[],
  weights: readonly number[],
): number {
  const all = [...evidence]
    .filter(([number]) => !onTop[number])
    .flatMap(([number, positions]) => [...positions].map((position) => ({ number, position })))
    .sort((a, b) => a.position - b.position);
  const within = new Map<number, number>();
  let [most, sum, first] = [0, 0, 0];
  for (const { number, position } of all) {
    const count = within.get(number) ?? 0;
    within.set(number, count + 1);
    if (count === 0) sum += weights[number] ?? 0;
    for (let old = all[first]; old && old.position <= position - TOGETHER; old = all[first]) {
      first += 1;
      const left = (within.get(old.number) ?? 0) - 1;
      within.set(old.number, left);
      if (left === 0) sum -= weights[old.number] ?? 0;
    }
    most = Math.max(most, sum);
  }
  return most;
}

/** The longest run of each part that stands together: their share of all pairs. */
function runShare(evidence: Evidence, clues: readonly Clue[]): number {
  const longest: number[] = [];
  const chain = [...clues.entries()].filter(([, { units }]) => units.length === 2);
  for (const [first, [number, { part, offset }]] of chain.entries()) {
    for (const position of evidence.get(number) ?? []) {
      let run = 0;
      for (const [step, [nextNumber, next]] of chain.slice(first).entries()) {
        const isNext = next.part === part && next.offset - offset === step;
        if (!isNext || !evidence.get(nextNumber)?.has(position + step)) break;
        run += next.weight;
      }
      longest[part] = Math.max(longest[part] ?? 0, run);
    }
  }
  const all = chain.reduce((sum, [, { weight }]) => sum + weight, 0);
  return all > 0 ? longest.reduce((sum, run) => sum + run, 0) / all : 0;
}
