import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, startOfDay } from '../../../../src/model/day.ts';
import type { AnswerEvent } from '../../../../src/progress/review/answer.ts';
import { DAILY_QUESTIONS } from '../../../../src/progress/review/daily-questions.ts';
import { standingsOf } from '../../../../src/progress/review/schedule.ts';
import {
  chooseQuestions,
  daysToCome,
  freshBanks,
  nextQueue,
  wrongOn,
} from '../../../../src/progress/review/session.ts';

const TODAY = '2026-11-25';
const candidates = ['a', 'b', 'c'].flatMap((page) =>
  Array.from({ length: 6 }, (_, index) => ({ id: `${page}${index}`, page })),
);
const answered = (question: string, days: number, right = true): AnswerEvent => ({
  v: 1,
  id: `${question}:${days}`,
  at: startOfDay(addDays(TODAY, days)) + 1,
  question,
  rev: 1,
  right,
});
const choose = (answers: readonly AnswerEvent[]) =>
  chooseQuestions(
    candidates,
    standingsOf(answers, () => 1),
    answers,
    TODAY,
  ).map(({ id }) => id);

test('a first session asks ten, one page after the other in turn', () => {
  expect(choose([])).toEqual(['a0', 'b0', 'c0', 'a1', 'b1', 'c1', 'a2', 'b2', 'c2', 'a3']);
});

test('what is due longest comes first, then what is new', () => {
  const answers = [answered('c5', -2), answered('b5', -9), answered('a0', -1, false)];
  expect(choose(answers).slice(0, 5)).toEqual(['b5', 'c5', 'a0', 'a1', 'b0']);
  const standings = [...standingsOf(answers, () => 1).values()];
  expect(standings.filter(({ due }) => due <= TODAY)).toHaveLength(3);
});

test('what was answered today is not asked again, and counts against the ten', () => {
  const answers = candidates.slice(0, 7).map(({ id }) => answered(id, 0));
  expect(choose(answers)).toHaveLength(3);
  expect(choose(answers)).not.toContain('a0');
  expect(choose(candidates.slice(0, 12).map(({ id }) => answered(id, 0)))).toEqual([]);
});

test('what is due and finds no room today comes tomorrow; later days stay', () => {
  const due = candidates.slice(0, 12).map(({ id }) => answered(id, -9));
  const standings = [...standingsOf([...due, answered('c5', 0)], () => 1).values()];
  const days = (done: number) => daysToCome(standings, TODAY, done);
  const tomorrow = addDays(TODAY, 1);
  expect(days(0).filter((day) => day <= TODAY)).toHaveLength(DAILY_QUESTIONS);
  expect(days(4).filter((day) => day <= TODAY)).toHaveLength(DAILY_QUESTIONS - 4);
  for (const done of [10, 11]) expect(new Set(days(done))).toEqual(new Set([tomorrow]));
  expect(days(0)).toHaveLength(13);
});

test('what was not known comes again in the session, three later or at its end, until it is known', () => {
  expect(nextQueue(candidates.slice(0, 5), false).map(({ id }) => id)).toEqual([
    'a1',
    'a2',
    'a3',
    'a0',
    'a4',
  ]);
  expect(nextQueue(candidates.slice(0, 1), false)).toEqual(candidates.slice(0, 1));
  expect(nextQueue(candidates.slice(0, 1), true)).toEqual([]);
});

test('what was not known today comes again in a session that is opened anew, until it is known', () => {
  const wrong = [answered('a0', 0, false), answered('b0', 0)];
  expect(choose(wrong).slice(0, 5)).toEqual(['a1', 'b1', 'c0', 'a0', 'a2']);
  const last = { ...answered('a0', 0), id: 'later', at: (wrong[0]?.at ?? 0) + 1 };
  expect(wrongOn([...wrong, last], TODAY)).toEqual([]);
  // Also when ten were answered; and what was wrong yesterday is due like everything else.
  const ten = candidates.slice(0, 10).map(({ id }, n) => answered(id, 0, n !== 4));
  expect(choose(ten)).toEqual([candidates[4]?.id]);
  expect(wrongOn([answered('a0', -1, false)], TODAY)).toEqual([]);
});

test('a session loads what has twenty new questions, in the order of the pages', () => {
  const banks = ['a', 'b', 'c'].map((page) => ({ page, title: page, count: 12 }));
  expect(freshBanks({ banks }, ['c', 'x', 'a', 'b'], [])).toEqual(['c', 'a']);
  const known = Array.from({ length: 12 }, (_, n) => `c#${n}~next`);
  expect(freshBanks({ banks }, ['c', 'a', 'b'], known)).toEqual(['a', 'b']);
});

test('never more than ten different questions a day, never one twice', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(17), fc.integer({ min: -200, max: 0 }), fc.boolean())),
      (given) => {
        const answers = given.map(([index, day, right], order) => ({
          ...answered(candidates[index]?.id ?? 'a0', day, right),
          id: `e${order}`,
        }));
        const chosen = choose(answers);
        const today = new Set(answers.filter((_, n) => given[n]?.[1] === 0).map((a) => a.question));
        expect(new Set(chosen).size).toBe(chosen.length);
        expect(new Set([...chosen, ...today]).size).toBeLessThanOrEqual(
          Math.max(DAILY_QUESTIONS, today.size),
        );
        // Of what was answered today there is what was not known, and nothing else.
        expect(chosen.filter((id) => today.has(id)).sort()).toEqual(wrongOn(answers, TODAY).sort());
      },
    ),
  );
});
