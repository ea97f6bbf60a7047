/** What is asked today: what is due first, then what is new, at most ten questions. */
import { addDays, dayOf, type Day } from '../../model/day.ts';
import { bankNameOf, type BankIndex } from '../../model/review-question.ts';
import { unionByTime } from '../event-envelope.ts';
import type { AnswerEvent } from './answer.ts';
import { DAILY_QUESTIONS } from './daily-questions.ts';
import type { Standing } from './schedule.ts';

/** Banks are loaded until they have so many new questions: enough for two days, and what is loaded stays small. */
const FRESH_QUESTIONS = 20;

/** Places behind which a question that was not known comes again. */
const AGAIN_AFTER = 3;

/** A question that may be asked. */
export interface Candidate {
  readonly id: string;
  /** Reference of the page it belongs to. */
  readonly page: string;
}

/** How many different questions were answered on a local day. */
export function answeredOn(answers: readonly AnswerEvent[], today: Day): ReadonlySet<string> {
  return new Set(answers.filter(({ at }) => dayOf(at) === today).map(({ question }) => question));
}

/** Questions of which the last answer of a local day was wrong, in the order of those answers. */
export function wrongOn(answers: readonly AnswerEvent[], today: Day): string[] {
  const last = new Map<string, boolean>();
  for (const { question, right, at } of unionByTime(answers)) {
    if (dayOf(at) !== today) continue;
    last.delete(question);
    last.set(question, right);
  }
  return [...last].flatMap(([question, right]) => (right ? [] : question));
}

/**
 * The questions of today's session, in the order in which they are asked: those that have been due longest
 * first, then new ones, one page after the other in turn. What was answered today counts against the ten; what
 * was not known today comes again behind the first of them, also in a session that is opened anew.
 *
 * @param candidates in authored order, of the pages that the reader has read or that their role names
 */
export function chooseQuestions<C extends Candidate>(
  candidates: readonly C[],
  standings: ReadonlyMap<string, Standing>,
  answers: readonly AnswerEvent[],
  today: Day,
): C[] {
  const done = answeredOn(answers, today);
  const room = Math.max(0, DAILY_QUESTIONS - done.size);
  const due = candidates
    .flatMap((candidate) => {
      const standing = standings.get(candidate.id);
      return isDue(standing, today) && !done.has(candidate.id)
        ? [{ candidate, due: standing.due }]
        : [];
    })
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
    .map(({ candidate }) => candidate);
  const fresh = inTurn(candidates.filter(({ id }) => !standings.has(id) && !done.has(id)));
  const asked = [...due, ...fresh].slice(0, room);
  const again = wrongOn(answers, today).flatMap(
    (question) => candidates.find(({ id }) => id === question) ?? [],
  );
  return [...asked.slice(0, AGAIN_AFTER), ...again, ...asked.slice(AGAIN_AFTER)];
}

/**
 * Of the pages at hand the first ones with questions that were never asked: what a session loads.
 *
 * @param names of banks, in the order in which they concern the reader
 * @param answered ids of the questions that were asked
 */
export function freshBanks(
  { banks }: Pick<BankIndex, 'banks'>,
  names: readonly string[],
  answered: Iterable<string>,
): string[] {
  const known = [...answered].map(bankNameOf);
  const wanted: string[] = [];
  let found = 0;
  for (const name of names) {
    const count = banks.find(({ page }) => page === name)?.count ?? 0;
    const fresh = count - known.filter((each) => each === name).length;
    if (fresh <= 0 || found >= FRESH_QUESTIONS) continue;
    found += fresh;
    wanted.push(name);
  }
  return wanted;
}

/** True for a question that was answered before and comes again by now. */
export function isDue(standing: Standing | undefined, today: Day): standing is Standing {
  return standing !== undefined && standing.due <= today;
}

/**
 * On which days questions come, one day for each: what is due and finds no room today comes tomorrow.
 *
 * @param done how many questions were answered today
 */
export function daysToCome(standings: Iterable<Standing>, today: Day, done: number): Day[] {
  const room = Math.max(0, DAILY_QUESTIONS - done);
  const days = [...standings].map(({ due }) => due).sort();
  return days.map((day, n) => (day <= today && n >= room ? addDays(today, 1) : day));
}

/** One question of each page, then the second of each, and so on. */
function inTurn<C extends Candidate>(candidates: readonly C[]): C[] {
  const pages = new Map<string, C[]>();
  for (const candidate of candidates) {
    pages.set(candidate.page, [...(pages.get(candidate.page) ?? []), candidate]);
  }
  const lists = [...pages.values()];
  const rounds = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: rounds }, (_, round) =>
    lists.flatMap((list) => list[round] ?? []),
  ).flat();
}

/** What is still to be asked once the first of the queue was answered: it comes again until it is known. */
export function nextQueue<C extends Candidate>(queue: readonly C[], right: boolean): C[] {
  const [first, ...rest] = queue;
  if (!first || right) return rest;
  return [...rest.slice(0, AGAIN_AFTER), first, ...rest.slice(AGAIN_AFTER)];
}
