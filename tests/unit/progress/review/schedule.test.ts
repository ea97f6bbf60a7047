import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, dayOf, startOfDay } from '../../../../src/model/day.ts';
import { unionByTime } from '../../../../src/progress/event-envelope.ts';
import { parseAnswer, type AnswerEvent } from '../../../../src/progress/review/answer.ts';
import { inZone, ZONES } from '../../fixtures/zone.ts';
import { INTERVALS, retentionOf, standingsOf } from '../../../../src/progress/review/schedule.ts';

const START = '2026-11-25';
const HOUR = 3_600_000;
let made = 0;
const answer = (day: number, right: boolean, more: Partial<AnswerEvent> = {}): AnswerEvent => ({
  v: 1,
  id: `a${(made += 1)}`,
  at: startOfDay(addDays(START, day)) + 10 * HOUR,
  question: 'q',
  rev: 1,
  right,
  ...more,
});
const standing = (...answers: AnswerEvent[]) => standingsOf(answers, () => 1).get('q');

test('known each time it is due: 1, 3, 7, 21, 60, 150 days, and 150 again', () => {
  let day = 0;
  const answers: AnswerEvent[] = [];
  for (const interval of [...INTERVALS, 150]) {
    answers.push(answer(day, true));
    expect(standing(...answers)?.due).toBe(addDays(START, day + interval));
    day += interval;
  }
});

test('not known: back to one day, whatever the level was', () => {
  const answers = [answer(0, true), answer(1, true), answer(4, true), answer(11, false)];
  expect(standing(...answers)).toMatchObject({
    level: 0,
    due: addDays(START, 12),
    isKnown: false,
    asked: 4,
  });
});

test('the second try of a day, and what is answered early, raises nothing', () => {
  expect(standing(answer(0, false), answer(0, true), answer(0, true))).toMatchObject({
    level: 0,
    due: addDays(START, 1),
    isKnown: false,
  });
  expect(standing(answer(0, true), answer(1, true), answer(2, true))?.due).toBe(addDays(START, 4));
});

test('a material change makes a question new; answers to a question that is gone count nowhere', () => {
  const answers = [answer(0, true), answer(1, true)];
  expect(standingsOf(answers, () => 2).size).toBe(0);
  expect(standingsOf([...answers, answer(9, true, { rev: 2 })], () => 2).get('q')).toMatchObject({
    level: 0,
    asked: 1,
  });
  expect(standingsOf(answers, () => undefined).size).toBe(0);
});

const anyAnswer = fc.record({
  v: fc.constant(1 as const),
  id: fc.stringMatching(/^[a-z0-9]{4}$/),
  at: fc.integer({ min: startOfDay(START), max: startOfDay(START) + 400 * 24 * HOUR }),
  question: fc.constantFrom('q', 'r', 's'),
  rev: fc.integer({ min: 1, max: 3 }),
  right: fc.boolean(),
});
/** An id names one answer. */
const anyAnswers = fc.uniqueArray(anyAnswer, { selector: ({ id }) => id, maxLength: 40 });
const revOf = (question: string) => (question === 'r' ? 2 : 1);

test('two devices that exchange answers agree, in whatever order and however often', () => {
  fc.assert(
    fc.property(anyAnswers, fc.nat(), fc.nat(), (all, from, to) => {
      const one = all.slice(0, from % (all.length + 1));
      const other = all.slice(to % (all.length + 1));
      const merged = unionByTime(one, other);
      expect(unionByTime(other, one)).toEqual(merged);
      expect(unionByTime(merged, one)).toEqual(merged);
      expect(standingsOf([...other, ...one, ...other], revOf)).toEqual(standingsOf(merged, revOf));
    }),
  );
});

test('a question is due after its last answer, by one of the intervals; a wrong one never waits longer', () => {
  fc.assert(
    fc.property(anyAnswers, (answers) => {
      for (const { due, last, level, isKnown } of standingsOf(answers, revOf).values()) {
        expect(due).toBe(addDays(last, INTERVALS[level] ?? 0));
        if (!isKnown) expect(level).toBe(0);
      }
    }),
  );
});

test.each(ZONES)('in %s days are local ones, at any hour, also where clocks change', (zone) => {
  inZone(zone, () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 700 }),
        fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 7, maxLength: 7 }),
        (start, hours) => {
          let day = addDays('2026-01-01', start);
          const answers = hours.map((part, n): AnswerEvent => {
            // Somewhere in the local day, which may have 23 or 25 hours.
            const [from, to] = [startOfDay(day), startOfDay(addDays(day, 1))];
            const at = Math.floor(from + part * (to - from));
            const given = { v: 1, id: `z${n}`, at, question: 'q', rev: 1, right: true } as const;
            day = addDays(day, INTERVALS[Math.min(n, INTERVALS.length - 1)] ?? 0);
            return given;
          });
          expect(standing(...answers)).toMatchObject({ level: 5, due: day, asked: 7 });
          // A day early, by whatever hours, raises nothing.
          const early = { ...answer(0, true), at: startOfDay(day) - 1 };
          expect(standing(...answers, early)).toMatchObject({ level: 5, due: day });
        },
      ),
      { numRuns: 60 },
    );
  });
});

test('who travels loses nothing: no answer raises twice on one day of the zone that reads them', () => {
  fc.assert(
    fc.property(anyAnswers, fc.constantFrom(...ZONES), (answers, zone) => {
      inZone(zone, () => {
        const days = new Map<string, Set<string>>();
        for (const { question, at } of answers) {
          days.set(question, (days.get(question) ?? new Set()).add(dayOf(at) ?? ''));
        }
        for (const each of standingsOf(answers, () => 1).values()) {
          expect(each.level).toBeLessThan(days.get(each.question)?.size ?? 0);
          expect(each.asked).toBe(
            answers.filter(({ question }) => question === each.question).length,
          );
        }
      });
    }),
  );
});

test('a clock set back: what comes later by its own clock counts later, and nothing is lost', () => {
  const back = answer(-3, true, { id: 'back' });
  const both = standing(answer(0, true, { id: 'first' }), back);
  expect(both).toEqual(standing(back, answer(0, true, { id: 'first' })));
  expect(both?.asked).toBe(2);
});

test('what is still known: nine in ten at the end of an interval, nothing of what was not known', () => {
  const known = Array.from({ length: 10 }, (_, index) => ({
    question: `q${index}`,
    level: 2,
    last: START,
    due: addDays(START, 7),
    isKnown: true,
    asked: 3,
  }));
  expect(retentionOf(known, START)).toEqual({ asked: 10, remembered: 10 });
  expect(retentionOf(known, addDays(START, 7))).toEqual({ asked: 10, remembered: 9 });
  expect(retentionOf(known, addDays(START, -5))).toEqual({ asked: 10, remembered: 10 });
  const forgotten = known.map((each, index) => ({ ...each, isKnown: index > 3 }));
  expect(retentionOf(forgotten, START)).toEqual({ asked: 10, remembered: 6 });
  expect(retentionOf([], START)).toEqual({ asked: 0, remembered: 0 });
});

test('what is stored is checked before it is trusted', () => {
  const sound = answer(0, true);
  expect(parseAnswer(JSON.parse(JSON.stringify(sound)))).toEqual({ value: sound });
  expect(parseAnswer({ ...sound, v: 2 })).toBe('newer');
  fc.assert(
    fc.property(
      fc.constantFrom('id', 'at', 'question', 'rev', 'right'),
      fc.anything(),
      (key, bad) => {
        const parsed = parseAnswer({ ...sound, [key]: bad });
        if (typeof parsed === 'object') expect(parsed.value).toEqual({ ...sound, [key]: bad });
        else expect(parsed).toBe('damaged');
      },
    ),
  );
  expect(parseAnswer({ ...sound, right: 'yes' })).toBe('damaged');
  expect(parseAnswer({ ...sound, rev: 0 })).toBe('damaged');
});
