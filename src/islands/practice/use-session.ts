import { useEffect, useState } from 'preact/hooks';
import { dayOf, type Day } from '../../model/day.ts';
import { currentName } from '../../model/moves.ts';
import {
  askedRevision,
  bankNameOf,
  revisionsIn,
  shuffled,
  type BankIndex,
  type QuestionBank,
  type ReviewQuestion,
} from '../../model/review-question.ts';
import type { TrainingData } from '../../model/training-data.ts';
import { retentionOf, standingsOf, type Retention } from '../../progress/review/schedule.ts';
import { DAILY_QUESTIONS } from '../../progress/review/daily-questions.ts';
import {
  answeredOn,
  chooseQuestions,
  daysToCome,
  freshBanks,
  isDue,
  nextQueue,
  wrongOn,
} from '../../progress/review/session.ts';
import { addAnswer, answersNow } from '../../stores/answers.ts';
import { noteReviewDue } from '../../stores/review-due.ts';
import { $myRoles } from '../../stores/settings.ts';
import { acknowledgedPages } from '../../stores/acknowledged.ts';
import { fetchTrainingData } from '../train/fetch-data.ts';
import { fetchBank, fetchBankIndex } from './banks.ts';

/** A question of the session, with the page it belongs to. */
export type SessionQuestion = ReviewQuestion & {
  readonly page: string;
  /** Title of that page. */
  readonly source: string;
};

export type Session =
  | { readonly state: 'loading' | 'failed' | 'nobody' }
  | {
      readonly state: 'asking' | 'finished';
      /** What is still asked, the present question first. */
      readonly queue: readonly SessionQuestion[];
      /** How many different questions today's session has, and how many of them are answered. */
      readonly total: number;
      readonly done: number;
      /** How many of them are still asked, those included that were not known. */
      readonly left: number;
      readonly retention: Retention;
      /** The day on which something is due next, and how many questions are then. */
      readonly next?: { readonly day: Day; readonly count: number };
    };

/** Today's questions: loads what they need, notes each answer, and asks again what was not known. */
export function useSession(): {
  readonly session: Session;
  /** Notes the answer to the present question. */
  readonly answer: (right: boolean) => void;
  /** Goes on to the next one. */
  readonly goOn: () => void;
} {
  const [session, setSession] = useState<Session>({ state: 'loading' });
  const [asked, setAsked] = useState<Asked>({ banks: [], index: NO_INDEX });
  const [wasRight, setWasRight] = useState(false);

  useEffect(() => {
    void begin().then(
      (begun) => {
        if (begun === 'nobody') return setSession({ state: 'nobody' });
        setAsked(begun);
        setSession(sessionOf(begun.queue, begun));
      },
      () => setSession({ state: 'failed' }),
    );
  }, []);

  return {
    session,
    answer: (right) => {
      if (session.state !== 'asking') return;
      const [question] = session.queue;
      if (!question) return;
      addAnswer({ question: question.id, rev: question.rev, right });
      setWasRight(right);
    },
    goOn: () => {
      if (session.state !== 'asking') return;
      setSession(sessionOf(nextQueue(session.queue, wasRight), asked));
    },
  };
}

/** What there is to ask, and what of it is loaded. */
interface Asked {
  readonly banks: readonly QuestionBank[];
  readonly index: BankIndex;
  /** The revisions of items whose banks are not loaded; absent where nothing was answered yet, or they did not come. */
  readonly training?: TrainingData;
}

interface Begun extends Asked {
  readonly queue: readonly SessionQuestion[];
}

const NO_INDEX: BankIndex = { banks: [], roles: {}, moved: [] };

async function begin(): Promise<Begun | 'nobody'> {
  const index = await fetchBankIndex();
  const nameNow = (ref: string) => currentName(index.moved, ref);
  const answers = answersNow(nameNow);
  const read = acknowledgedPages(nameNow);
  const names = pagesAtHand(index, read);
  if (names.length === 0 && answers.length === 0) return 'nobody';
  const today = dayOf(Date.now()) ?? '';
  // Whether a question is still asked, only its bank says: what might be due is loaded first.
  const training =
    answers.length > 0 ? await fetchTrainingData().catch(() => undefined) : undefined;
  const known = { index, ...(training && { training }) };
  const rough = standingsOf(answers, revisions({ ...known, banks: [] }));
  const due = [...rough.values()]
    .filter((standing) => isDue(standing, today))
    .sort((a, b) => (a.due < b.due ? -1 : 1))
    .map(({ question }) => bankNameOf(question));
  const banks: QuestionBank[] = [];
  const there = bankNames(index);
  const again = wrongOn(answers, today)
    .map(bankNameOf)
    .filter((name) => there.has(name));
  let wanted = [
    ...due.slice(0, DAILY_QUESTIONS),
    ...again,
    ...freshBanks(index, names, rough.keys()),
  ];
  for (;;) {
    banks.push(...(await Promise.all([...new Set(wanted)].map(fetchBank))));
    const standings = standingsOf(answers, revisions({ ...known, banks }));
    const candidates = banks.flatMap(questionsIn);
    const found = candidates.filter(({ id }) => isDue(standings.get(id), today)).length;
    const loaded = new Set(banks.map(({ page }) => page));
    // Questions that are asked no longer keep none from being asked that are due.
    wanted = due.filter((name) => !loaded.has(name)).slice(0, Math.max(0, DAILY_QUESTIONS - found));
    if (wanted.length === 0) {
      return { ...known, queue: chooseQuestions(candidates, standings, answers, today), banks };
    }
  }
}

const bankNames = ({ banks }: BankIndex) => new Set(banks.map(({ page }) => page));

/** Pages that were read, then those of the reader's roles, each once. */
function pagesAtHand(index: BankIndex, read: readonly string[]): string[] {
  const there = bankNames(index);
  const ofRoles = $myRoles.get().flatMap((role) => index.roles[role] ?? []);
  return [...new Set([...read, ...ofRoles])].filter((name) => there.has(name));
}

/** All questions of a bank, kinds mixed, in the same order each time. */
function questionsIn({ page, title, questions }: QuestionBank): SessionQuestion[] {
  return shuffled(questions, page).map((question) => ({ ...question, page, source: title }));
}

/**
 * The present revision of a question; of a page that is not loaded that of the item it asks about, and the
 * first where that is not known. Nothing for a question that is no longer asked.
 */
function revisions({ banks, index, training }: Asked): (question: string) => number | undefined {
  const revs = revisionsIn(banks);
  const loaded = new Set(banks.map(({ page }) => page));
  const there = bankNames(index);
  return (question) => {
    const bank = bankNameOf(question);
    if (loaded.has(bank) || !there.has(bank)) return revs.get(question);
    return training ? askedRevision(training, question) : 1;
  };
}

function sessionOf(queue: readonly SessionQuestion[], asked: Asked): Session {
  const answers = answersNow((ref) => currentName(asked.index.moved, ref));
  const today = dayOf(Date.now()) ?? '';
  const standings = standingsOf(answers, revisions(asked));
  const done = answeredOn(answers, today);
  noteReviewDue(daysToCome(standings.values(), today, done.size));
  const open = queue.filter(({ id }) => !done.has(id)).length;
  const later = [...standings.values()].filter(({ due }) => due > today);
  const [day] = later.map(({ due }) => due).sort();
  return {
    state: queue.length > 0 ? 'asking' : 'finished',
    queue,
    total: done.size + open,
    done: done.size,
    left: new Set(queue.map(({ id }) => id)).size,
    retention: retentionOf(standings.values(), today),
    ...(day && { next: { day, count: later.filter(({ due }) => due === day).length } }),
  };
}
