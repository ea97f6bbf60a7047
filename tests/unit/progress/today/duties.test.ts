import { describe, expect, test } from 'vitest';
import type { Holidays } from '../../../../src/model/workdays.ts';
import { currentMarkName, type DutyMark } from '../../../../src/progress/duties/duty-marks.ts';
import { agendaOf } from '../../../../src/progress/today/agenda.ts';
import {
  selectDuties,
  type DueDuty,
  type RoleDuties,
  type TodayDuty,
} from '../../../../src/progress/today/duties.ts';
import type { TodayStep } from '../../../../src/progress/today/steps.ts';
import { inZone, ZONES } from '../../fixtures/zone.ts';

const HOLIDAYS: Holidays = {
  years: { '2026': { off: ['2026-10-01'], work: ['2026-10-10'] } },
};

const duty = (id: string, cadence: TodayDuty['cadence']): TodayDuty => ({ id, cadence, text: id });

const DUTIES = [
  duty('once', 'once'),
  duty('mail', 'daily'),
  duty('plan', 'weekly'),
  duty('bill', 'monthly'),
  duty('order', 'daily'),
  duty('self', 'quarterly'),
];

/** A role whose duties were ticked at these moments. */
function roleOf(role: string, ticked: Readonly<Record<string, Date>> = {}): RoleDuties {
  const marks = Object.entries(ticked).map(([id, at]): [string, DutyMark] => {
    const own = DUTIES.find((each) => each.id === id);
    if (!own) throw new Error(`no duty ${id}`);
    return [currentMarkName(own, at), { v: 1, done: true, at: +at }];
  });
  return { role, duties: DUTIES, marks: Object.fromEntries(marks) };
}

const ids = (list: readonly DueDuty[]) => list.map(({ key }) => key);

describe.each(ZONES)('in %s', (zone) => {
  test('what was ticked yesterday is due again, what was ticked this week is not', () => {
    inZone(zone, () => {
      // 31 December 2026 is a Thursday: its week goes on in the new year, its month does not.
      const eve = new Date('2026-12-31T23:59:59');
      const role = roleOf('r', { mail: eve, plan: eve, bill: eve });
      const then = selectDuties([role], HOLIDAYS, eve);
      expect(ids(then.daily)).toEqual(['r#order']);
      expect(ids(then.done)).toEqual(['r#mail', 'r#plan', 'r#bill']);
      const after = selectDuties([role], HOLIDAYS, new Date('2027-01-01T00:00:00'));
      expect(ids(after.daily)).toEqual(['r#mail', 'r#order']);
      expect(ids(after.weekly)).toEqual([]);
      expect(ids(after.monthly)).toEqual(['r#bill']);
      expect(ids(after.done)).toEqual([]);
    });
  });

  test.each([
    ['2026-09-30', true], // Wednesday
    ['2026-10-01', false], // a public holiday
    ['2026-10-10', true], // a Saturday that is worked
    ['2026-10-11', false], // Sunday
    ['2030-10-01', true], // a Tuesday of a year whose holidays are not entered
    ['2030-10-05', false],
  ])('%s is worked: %s', (day, isWorked) => {
    inZone(zone, () => {
      for (const time of ['00:30:00', '23:59:59']) {
        const { isWorkday, daily } = selectDuties(
          [roleOf('r')],
          HOLIDAYS,
          new Date(`${day}T${time}`),
        );
        expect(isWorkday).toBe(isWorked);
        expect(ids(daily)).toEqual(['r#mail', 'r#order']);
      }
    });
  });
});

const NOW = new Date('2026-11-27T12:00:00');

test('two roles are joined, each with its own marks, in their order', () => {
  const roles = [roleOf('a', { mail: NOW }), roleOf('b')];
  const { daily, weekly, done } = selectDuties(roles, HOLIDAYS, NOW);
  expect(ids(daily)).toEqual(['a#order', 'b#mail', 'b#order']);
  expect(ids(weekly)).toEqual(['a#plan', 'b#plan']);
  expect(ids(done)).toEqual(['a#mail']);
});

test('what was just ticked keeps its place', () => {
  const { daily } = selectDuties([roleOf('a', { mail: NOW })], HOLIDAYS, NOW, new Set(['a#mail']));
  expect(daily.map(({ key, isDone }) => [key, isDone])).toEqual([
    ['a#mail', true],
    ['a#order', false],
  ]);
});

describe('the order of the day', () => {
  const step = {} as TodayStep;
  const steps = { overdue: [step], due: [step], next: [step] };
  const duties = (day: string) =>
    selectDuties([roleOf('a')], HOLIDAYS, new Date(`${day}T12:00:00`));
  const order = (sections: ReturnType<typeof agendaOf>) => sections.map(({ id }) => id);

  test('what presses, the duties of the day, the runs, the duties of the week and the month', () => {
    expect(order(agendaOf(steps, duties('2026-11-27')))).toEqual([
      'overdue',
      'due',
      'daily',
      'next',
      'weekly',
      'monthly',
    ]);
  });

  test('only runs, only duties, neither', () => {
    expect(order(agendaOf(steps, undefined))).toEqual(['overdue', 'due', 'next']);
    expect(order(agendaOf(undefined, duties('2026-11-27')))).toEqual([
      'daily',
      'weekly',
      'monthly',
    ]);
    expect(agendaOf(undefined, undefined)).toEqual([]);
  });

  test('on a day off the duties of the day are folded, not gone', () => {
    const folded = (day: string) =>
      agendaOf(undefined, duties(day)).map((section) => 'isFolded' in section && section.isFolded);
    expect(folded('2026-11-27')).toEqual([false, false, false]);
    expect(folded('2026-11-28')).toEqual([true, false, false]);
    expect(folded('2026-10-01')).toEqual([true, false, false]);
  });
});

test('what is quarterly or yearly is asked for in the last month of its period', () => {
  const duties = [duty('self', 'quarterly'), duty('margin', 'yearly')];
  const at = (day: string) =>
    selectDuties([{ role: 'r', duties, marks: {} }], HOLIDAYS, new Date(`${day}T09:00:00`));
  expect(ids(at('2026-11-30').quarterly)).toEqual([]);
  expect(ids(at('2026-12-01').quarterly)).toEqual(['r#self']);
  expect(ids(at('2026-12-01').yearly)).toEqual(['r#margin']);
  expect(ids(at('2026-09-01').quarterly)).toEqual(['r#self']);
  expect(ids(at('2026-09-01').yearly)).toEqual([]);
});

test('what is done whenever something happens is counted, never due, and stands last', () => {
  const now = new Date('2026-11-25T09:00:00');
  const events = [{ id: 'call', text: 'call' }];
  const occurrences = { 'call@1': { v: 1 as const, done: true, at: +now } };
  const duties = selectDuties(
    [{ role: 'r', duties: [], marks: {}, events, occurrences }],
    HOLIDAYS,
    now,
  );
  expect(duties.event).toMatchObject([{ key: 'r#call', times: [{ name: 'call@1' }] }]);
  const agenda = agendaOf(undefined, duties);
  expect(agenda.map(({ id }) => id)).toEqual(['event']);
});
