/** The pages that may answer a question, the likeliest first. */
import type { PageKind } from '../../model/search-data.ts';
import { findClues, type Clue } from './clues.ts';
import { weighPlaces } from './evidence.ts';
import { readQuestion, type Question, type Wanted } from './question.ts';
import { byScore, type FoundPage, type FoundPlace } from './rank.ts';
import { synonymTerms } from './related.ts';
import { wordsOf } from './segment.ts';
import { pageOfPlace, type IndexedPage, type Table } from './table.ts';
import type { FindWord } from './words.ts';

/** How likely a kind of page answers any question. */
const LIKELY: Record<PageKind, number> = {
  roles: 1,
  workflows: 1,
  techniques: 1,
  rules: 1,
  terms: 0.8,
  // They only gather what stands elsewhere.
  site: 0.5,
};

/** The handbooks part their pages by what one asks: who does what, in which steps, how well, what is allowed. */
const LIKELIER: Record<Wanted, Partial<Record<PageKind, number>>> = {
  person: { roles: 1.25, workflows: 1.25 },
  duties: { roles: 1.35 },
  meaning: { terms: 1.5 },
  leave: { rules: 1.25 },
  way: { techniques: 1.25, workflows: 1.25 },
  other: {},
};

/** Places of a page that are shown are at least this good beside its best one. */
const NEAR_BEST = 0.6;

/** What it counts that a page has twice as many good places. */
const MORE = 0.03;

/** How many pages are listed at most, those that have the question as it was typed apart. */
const MOST = 20;

/** Weight from which a word is marked: it stands at one place of eight at most. */
const TELLING = Math.log2(1 + 8);

export interface Answers {
  readonly pages: readonly FoundPage[];
  /** What to mark: the parts, and those of their words that say something. */
  readonly marks: readonly (readonly string[])[];
}

/**
 * Answers the terms of a query, when they ask something.
 *
 * @param exact the places that have them as they were typed
 * @returns undefined when they ask nothing
 */
export async function answerTerms(
  terms: Question['parts'],
  exact: readonly FoundPage[],
  table: Table,
  find: FindWord,
  only: (page: IndexedPage, index: number) => boolean,
): Promise<Answers | undefined> {
  const question = readQuestion(terms);
  if (!question) return undefined;
  const { wants, parts } = question;
  const wordings = [parts, ...synonymTerms(parts, table.synonyms)];
  return answerQuestion(wants, wordings, exact, table, find, only);
}

/**
 * Finds the places that have most of what a question is about.
 *
 * @param wordings its parts, and the same in other words
 * @param exact the places that have it as it was typed: they are kept, whatever their order
 * @param only tells which places count
 */
export async function answerQuestion(
  wants: Wanted,
  wordings: readonly Question['parts'][],
  exact: readonly FoundPage[],
  table: Table,
  find: FindWord,
  only: (page: IndexedPage, index: number) => boolean,
): Promise<Answers> {
  const asTyped = new Set(exact.flatMap(({ places }) => places.map(({ place }) => place)));
  const scores = new Map([...asTyped].map((place) => [place, 0]));
  const marks: (readonly string[])[] = [];
  for (const parts of wordings) {
    const clues = await findClues(parts, table, find);
    marks.push(...parts, ...parts.flatMap((part) => markedWords(part, clues)));
    for (const [place, score] of weighPlaces(clues, parts, table, only)) {
      scores.set(place, Math.max(score, scores.get(place) ?? 0));
    }
  }
  return { pages: likeliest(scores, asTyped, wants, table), marks };
}

/** The words of a part that are worth a mark: not those that stand nearly everywhere. */
function markedWords(part: readonly string[], clues: readonly Clue[]): (readonly string[])[] {
  const weights = new Map(clues.map(({ units, weight }) => [units.join(''), weight]));
  return wordsOf(part)
    .map(({ units }) => units)
    .filter((units) => (weights.get(units.join('')) ?? 0) >= TELLING);
}

/** The pages of places, each place weighed by the kind of its page. */
function likeliest(
  scores: ReadonlyMap<number, number>,
  asTyped: ReadonlySet<number>,
  wants: Wanted,
  table: Table,
): FoundPage[] {
  const pages = new Map<IndexedPage, FoundPlace[]>();
  for (const [place, score] of scores) {
    const page = pageOfPlace(table, place);
    if (!page) continue;
    const likely = LIKELY[page.kind] * (LIKELIER[wants][page.kind] ?? 1);
    const row = pages.get(page) ?? [];
    row.push({ place, score: score * likely });
    pages.set(page, row);
  }
  const isTyped = ({ place }: FoundPlace) => asTyped.has(place);
  // A page shows but a few of its places: those that have what was typed come first.
  const better = (a: FoundPlace, b: FoundPlace) =>
    Number(isTyped(b)) - Number(isTyped(a)) || b.score - a.score || a.place - b.place;
  return [...pages]
    .map(([page, all]) => {
      const best = Math.max(...all.map(({ score }) => score));
      const places = all
        .filter((each) => each.score >= NEAR_BEST * best || isTyped(each))
        .sort(better);
      return { page, places, score: best + MORE * Math.log2(places.length) };
    })
    .sort(byScore)
    .filter(({ places }, number) => number < MOST || places.some(isTyped));
}
