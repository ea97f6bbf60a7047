import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  currentMarkName,
  dutyMarkName,
  isDutyMark,
  mergeMarks,
  parseDutyMarkName,
  runningMark,
  tally,
  type DutyKey,
  type DutyMark,
} from '../../../../src/progress/duties/duty-marks.ts';
import { pastPeriods } from '../../../../src/progress/duties/past-periods.ts';

const NOW = new Date('2026-11-23T09:00:00');
const AT = +NOW;
const done = (at = AT): DutyMark => ({ v: 1, done: true, at });
const open = (at = AT): DutyMark => ({ v: 1, done: false, at });

const DUTIES: readonly DutyKey[] = [
  { id: 'read-handbook', cadence: 'once' },
  { id: 'check-mail', cadence: 'daily' },
  { id: 'weekly-report', cadence: 'weekly' },
  { id: 'invoice', cadence: 'monthly' },
  { id: 'dress-well', cadence: 'quarterly' },
];

describe('isDutyMark', () => {
  test('accepts ticks and unticks', () => {
    expect(isDutyMark(done())).toBe(true);
    expect(isDutyMark(open(0))).toBe(true);
  });

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['true', true],
    ['a list', [true, AT]],
    ['no version', { done: true, at: AT }],
    ['another version', { v: 2, done: true, at: AT }],
    ['done as a number', { v: 1, done: 1, at: AT }],
    ['no time', { v: 1, done: true }],
    ['a time that is text', { v: 1, done: true, at: String(AT) }],
    ['a time without end', { v: 1, done: true, at: Infinity }],
  ])('refuses %s', (_, value) => {
    expect(isDutyMark(value)).toBe(false);
  });

  test('refuses whatever else there is, and never throws', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withBigInt: true }), (value) => {
        expect(isDutyMark(value)).toBe(false);
      }),
    );
  });
});

describe('names of marks', () => {
  test('hold the duty and the period that the moment lies in', () => {
    expect(DUTIES.map((duty) => currentMarkName(duty, NOW))).toEqual([
      'read-handbook@once',
      'check-mail@2026-11-23',
      'weekly-report@2026-W48',
      'invoice@2026-11',
      'dress-well@2026-Q4',
    ]);
  });

  test('are read back', () => {
    expect(parseDutyMarkName('check-mail@2026-11-23')).toEqual({
      duty: 'check-mail',
      period: '2026-11-23',
    });
    expect(parseDutyMarkName(dutyMarkName('invoice', '2026-11'))).toEqual({
      duty: 'invoice',
      period: '2026-11',
    });
  });

  test.each(['', 'check-mail', '@2026-11-23', 'check-mail@', 'check-mail@soon', 'a@b@2026-11-23'])(
    'take %j for none',
    (name) => {
      expect(parseDutyMarkName(name)).toBeUndefined();
    },
  );
});

describe('tally', () => {
  test('counts what is done in the running periods', () => {
    const marks = { 'check-mail@2026-11-23': done(), 'invoice@2026-11': done() };
    expect(tally(DUTIES, marks, NOW)).toEqual({ done: 2, total: 5 });
  });

  test('counts neither unticked duties, nor other periods, nor duties that are not on the list', () => {
    const marks = {
      'check-mail@2026-11-23': open(),
      'check-mail@2026-11-22': done(),
      'weekly-report@2026-11-22': done(),
      'retired@2026-11-23': done(),
      'invoice@2026-11': undefined,
    };
    expect(tally(DUTIES, marks, NOW)).toEqual({ done: 0, total: 5 });
  });

  test('begins anew when a period turns, and keeps what is done once', () => {
    const marks = Object.fromEntries(DUTIES.map((duty) => [currentMarkName(duty, NOW), done()]));
    expect(tally(DUTIES, marks, NOW).done).toBe(5);
    expect(tally(DUTIES, marks, new Date('2026-11-24T00:00:00')).done).toBe(4);
    expect(tally(DUTIES, marks, new Date('2026-11-30T00:00:00')).done).toBe(3);
    expect(tally(DUTIES, marks, new Date('2026-12-01T00:00:00')).done).toBe(2);
    expect(tally(DUTIES, marks, new Date('2027-01-01T00:00:00')).done).toBe(1);
  });

  test('of no duties is zero of zero', () => {
    expect(tally([], { 'check-mail@2026-11-23': done() }, NOW)).toEqual({ done: 0, total: 0 });
  });
});

describe('pastPeriods', () => {
  test('lists what was ticked in closed periods, latest period first, earliest tick first', () => {
    const marks = {
      'check-mail@2026-11-20': done(3),
      'call-client@2026-11-22': done(9),
      'check-mail@2026-11-22': done(7),
    };
    expect(pastPeriods(marks, NOW)).toEqual([
      {
        period: '2026-11-22',
        cadence: 'daily',
        done: [
          { duty: 'check-mail', at: 7 },
          { duty: 'call-client', at: 9 },
        ],
      },
      { period: '2026-11-20', cadence: 'daily', done: [{ duty: 'check-mail', at: 3 }] },
    ]);
  });

  test('lists each cadence latest first, across a year end', () => {
    const marks = {
      'weekly-report@2026-W53': done(),
      'weekly-report@2027-W01': done(),
      'invoice@2026-12': done(),
      'invoice@2027-01': done(),
      'dress-well@2026-Q4': done(),
    };
    const periods = pastPeriods(marks, new Date('2027-04-15T12:00:00'));
    const of = (cadence: string) =>
      periods.filter((each) => each.cadence === cadence).map(({ period }) => period);
    expect(of('weekly')).toEqual(['2027-W01', '2026-W53']);
    expect(of('monthly')).toEqual(['2027-01', '2026-12']);
    expect(of('quarterly')).toEqual(['2026-Q4']);
  });

  test('leaves out running periods, what is done once, unticked marks and names it cannot read', () => {
    const marks = {
      'check-mail@2026-11-23': done(),
      'weekly-report@2026-W48': done(),
      'read-handbook@once': done(),
      'check-mail@2026-11-22': open(),
      'check-mail@2026-11-21': undefined,
      'check-mail@yesterday': done(),
    };
    expect(pastPeriods(marks, NOW)).toEqual([]);
  });

  test('leaves out periods that are yet to come, as after a flight to the west', () => {
    const marks = { 'check-mail@2026-11-24': done(), 'weekly-report@2026-W49': done() };
    expect(pastPeriods(marks, NOW)).toEqual([]);
  });
});

describe('mergeMarks', () => {
  const anyMark = fc.record({
    v: fc.constant(1 as const),
    done: fc.boolean(),
    at: fc.integer({ min: 0, max: 3 }),
  });

  test('keeps the later mark, an untick too', () => {
    expect(mergeMarks(done(1), open(2))).toEqual(open(2));
    expect(mergeMarks(done(2), open(1))).toEqual(done(2));
  });

  test('keeps the tick where both were made at the same moment', () => {
    expect(mergeMarks(open(1), done(1))).toEqual(done(1));
    expect(mergeMarks(done(1), open(1))).toEqual(done(1));
  });

  test('is commutative, associative and idempotent', () => {
    fc.assert(
      fc.property(anyMark, anyMark, anyMark, (a, b, c) => {
        expect(mergeMarks(a, b)).toEqual(mergeMarks(b, a));
        expect(mergeMarks(mergeMarks(a, b), c)).toEqual(mergeMarks(a, mergeMarks(b, c)));
        expect(mergeMarks(a, a)).toEqual(a);
      }),
    );
  });
});

describe('a duty whose cadence was changed', () => {
  const weekly: DutyKey = { id: 'report', cadence: 'weekly' };
  const dailyMark = { 'report@2026-11-23': done() };

  test('keeps what was ticked in a period that still runs', () => {
    expect(runningMark(weekly, dailyMark, NOW)).toEqual(done());
    expect(tally([weekly], dailyMark, NOW)).toEqual({ done: 1, total: 1 });
    expect(runningMark(weekly, dailyMark, new Date('2026-11-24T09:00:00'))).toBeUndefined();
  });

  test('goes by its own mark once there is one', () => {
    const marks = { ...dailyMark, 'report@2026-W48': open() };
    expect(runningMark(weekly, marks, NOW)).toEqual(open());
  });

  test('is not done for ever since it was done once', () => {
    expect(runningMark(weekly, { 'report@once': done() }, NOW)).toBeUndefined();
  });
});
