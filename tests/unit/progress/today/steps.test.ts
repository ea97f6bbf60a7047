import { describe, expect, test } from 'vitest';
import type { WorkflowTemplate } from '../../../../src/model/template.ts';
import type { Holidays } from '../../../../src/model/workdays.ts';
import type { NewEvent } from '../../../../src/progress/runs/event.ts';
import { walkRun } from '../../../../src/progress/runs/walk.ts';
import {
  selectSteps,
  type TodayRun,
  type TodaySteps,
} from '../../../../src/progress/today/steps.ts';
import { accept, choose, event, START, stateOf, tick } from '../../fixtures/events.ts';
import { action, gate, templateWith } from '../../fixtures/template.ts';
import { inZone, ZONES } from '../../fixtures/zone.ts';

const NONE: Holidays = { years: {} };

/** call (2 hours) → write (3 working days) → gate → hand over. */
const template = templateWith([
  action('call', { within: { hours: 2 } }),
  action('write', { within: { workdays: 3 } }),
  gate('agree', { yes: 'hand-over', no: 'write' }, { kind: 'sign-off', signers: ['客户'] }),
  action('hand-over'),
]);

/** A run of what happened to it, each thing at its moment; the start first. */
function runOf(
  id: string,
  happenings: readonly (readonly [at: number, what: NewEvent])[],
  more: Partial<TodayRun> = {},
  text: WorkflowTemplate = template,
): TodayRun {
  const events = happenings.map(([at, what], index) => event(`${id}${index}`, at, what));
  const state = stateOf(events);
  return { ...state, id, template: text, walk: walkRun(text, state), ...more };
}

/** A run begun at a moment, on its day. */
const begun = (at: number, startedOn: string): readonly [number, NewEvent] => [
  at,
  { ...START, startedOn } as NewEvent,
];

const at = (text: string) => new Date(text).valueOf();

/** What stands in each section, as `run:step`. */
const shown = ({ overdue, due, next, done }: TodaySteps) => {
  const names = (steps: readonly { run: TodayRun; visit?: { step: { id: string } } }[]) =>
    steps.map(({ run, visit }) => `${run.id}:${visit?.step.id ?? ''}`);
  return { overdue: names(overdue), due: names(due), next: names(next), done: names(done) };
};

const HOUR = 3_600_000;

describe.each(ZONES)('in %s', (zone) => {
  test('a step is due today up to the last moment of its time, then overdue', () => {
    inZone(zone, () => {
      const start = at('2026-11-23T09:00:00');
      const run = runOf('a', [begun(start, '2026-11-23')]);
      const on = (now: number) => shown(selectSteps([run], NONE, new Date(now)));
      expect(on(start + 1)).toMatchObject({ overdue: [], due: ['a:call'], next: [] });
      expect(on(start + 2 * HOUR - 1)).toMatchObject({ overdue: [], due: ['a:call'] });
      expect(on(start + 2 * HOUR)).toMatchObject({ overdue: ['a:call'], due: [] });
    });
  });

  test('a limit in working days is due on its last day, across the end of a year', () => {
    inZone(zone, () => {
      const holidays: Holidays = { years: { '2027': { off: ['2027-01-01'], work: [] } } };
      // 29 December 2026 is a Tuesday: the third working day after it is Monday, 4 January.
      const called = at('2026-12-29T10:00:00');
      const run = runOf('a', [begun(called - HOUR, '2026-12-29'), [called, tick('call')]]);
      const on = (now: string) => shown(selectSteps([run], holidays, new Date(now)));
      expect(on('2026-12-31T12:00:00')).toMatchObject({ due: [], next: ['a:write'] });
      expect(on('2027-01-03T23:59:59')).toMatchObject({ due: [], next: ['a:write'] });
      expect(on('2027-01-04T00:00:00')).toMatchObject({ due: ['a:write'], next: [] });
      expect(on('2027-01-04T23:59:59')).toMatchObject({ due: ['a:write'], overdue: [] });
      expect(on('2027-01-05T00:00:00')).toMatchObject({ due: [], overdue: ['a:write'] });
    });
  });

  test('a step with a day of its own is due on that day and overdue after it, with its owner', () => {
    inZone(zone, () => {
      const text = templateWith([action('x'), action('y'), action('z')]);
      const start = at('2026-12-28T09:00:00');
      const run = runOf(
        'a',
        [
          begun(start, '2026-12-28'),
          [start + 1, { kind: 'schedule', step: 'z', round: 1, on: '2026-12-31' }],
          [start + 2, { kind: 'assign', step: 'z', owner: '小陈' }],
        ],
        {},
        text,
      );
      const on = (now: string) => selectSteps([run], NONE, new Date(now));
      expect(shown(on('2026-12-30T23:59:59'))).toMatchObject({ due: [], next: ['a:x'] });
      expect(shown(on('2026-12-31T00:00:00'))).toMatchObject({ due: ['a:z'], next: [] });
      expect(shown(on('2026-12-31T23:59:59'))).toMatchObject({ due: ['a:z'], overdue: [] });
      const { overdue, due } = on('2027-01-01T00:00:00');
      expect(due).toEqual([]);
      expect(overdue).toMatchObject([
        { owner: '小陈', isTickable: true, due: { day: '2026-12-31', isOfRun: false } },
      ]);
    });
  });

  test('what was done today counts from midnight to midnight', () => {
    inZone(zone, () => {
      const called = at('2026-12-31T23:59:59');
      const run = runOf('a', [begun(called - 60_000, '2026-12-31'), [called, tick('call')]]);
      const on = (now: string) => shown(selectSteps([run], NONE, new Date(now))).done;
      expect(on('2026-12-31T23:59:59.500')).toEqual(['a:call']);
      expect(on('2027-01-01T00:00:00')).toEqual([]);
    });
  });
});

test('a job that is due today or past its day asks for its next step', () => {
  const start = at('2026-11-20T09:00:00');
  const plain = templateWith([action('a'), action('b')]);
  const withDue = (id: string, dueOn: string) =>
    runOf(id, [begun(start, '2026-11-20')], { dueOn }, plain);
  const runs = [
    withDue('later', '2026-11-30'),
    withDue('today', '2026-11-27'),
    withDue('past', '2026-11-26'),
    withDue('long-past', '2026-11-24'),
    runOf('undated', [begun(start, '2026-11-20')], {}, plain),
  ];
  const steps = selectSteps(runs, NONE, new Date('2026-11-27T12:00:00'));
  expect(shown(steps)).toEqual({
    overdue: ['long-past:a', 'past:a'],
    due: ['today:a'],
    next: ['later:a', 'undated:a'],
    done: [],
  });
  expect(steps.overdue[0]?.due).toMatchObject({ day: '2026-11-24', isOfRun: true });
});

test('what presses more counts where a step and its job both have a date', () => {
  const run = runOf('a', [begun(at('2026-11-27T09:00:00'), '2026-11-27')], {
    dueOn: '2026-11-27',
  });
  const [step] = selectSteps([run], NONE, new Date('2026-11-27T09:30:00')).due;
  expect(step?.due).toEqual({ at: at('2026-11-27T11:00:00'), isOfRun: false });
});

test('a step whose time runs is asked for although an earlier one is open', () => {
  const text = templateWith([action('x'), action('y'), action('z', { within: { hours: 1 } })]);
  const start = at('2026-11-27T09:00:00');
  const run = runOf('a', [begun(start, '2026-11-27'), [start + 1, tick('y')]], {}, text);
  const steps = selectSteps([run], NONE, new Date(start + 2 * HOUR));
  expect(shown(steps)).toMatchObject({ overdue: ['a:z'], next: [] });
});

test('days of steps, limits and dates of jobs stand in one order', () => {
  const plain = templateWith([action('a'), action('b')]);
  const start = at('2026-11-20T09:00:00');
  const withDay = (id: string, step: string, on: string) =>
    runOf(
      id,
      [begun(start, '2026-11-20'), [start + 1, { kind: 'schedule', step, round: 1, on }]],
      {},
      plain,
    );
  const runs = [
    withDay('today', 'b', '2026-11-27'),
    withDay('later', 'a', '2026-12-01'),
    runOf('undated', [begun(start, '2026-11-20')], {}, plain),
    runOf('job', [begun(start, '2026-11-20')], { dueOn: '2026-11-25' }, plain),
    withDay('past', 'b', '2026-11-26'),
  ];
  expect(shown(selectSteps(runs, NONE, new Date('2026-11-27T12:00:00')))).toEqual({
    overdue: ['job:a', 'past:b'],
    due: ['today:b'],
    next: ['later:a', 'undated:a'],
    done: [],
  });
});

test('a gate and a sign-off are left to the run', () => {
  const start = at('2026-11-27T09:00:00');
  const first = (text: WorkflowTemplate) =>
    selectSteps([runOf('a', [begun(start, '2026-11-27')], {}, text)], NONE, new Date(start)).next[0]
      ?.isTickable;
  expect(first(templateWith([action('a')]))).toBe(true);
  expect(first(templateWith([action('a', { kind: 'meeting', critical: true })]))).toBe(true);
  expect(first(templateWith([gate('a', { yes: 'delivered' }), action('b')]))).toBe(false);
  expect(first(templateWith([action('a', { signers: ['客户'] })]))).toBe(false);
});

test('a tick that is to be confirmed, since its step was reworded, is left to the run', () => {
  const start = at('2026-11-27T09:00:00');
  const run = runOf('a', [
    begun(start, '2026-11-27'),
    [start + 1, tick('call')],
    [start + 2, accept('another', {}, ['call'])],
  ]);
  const { done } = selectSteps([run], NONE, new Date(start + 3));
  expect(done.map(({ visit, isTickable }) => [visit.step.id, isTickable])).toEqual([
    ['call', false],
  ]);
});

test('a run that waits to be finished, and one without its text, can only be opened', () => {
  const start = at('2026-11-27T09:00:00');
  const text = templateWith([action('a')]);
  const whole = runOf('whole', [begun(start, '2026-11-27'), [start + 1, tick('a')]], {}, text);
  const { template: _text, walk: _walk, ...lost } = runOf('lost', [begun(start, '2026-11-27')]);
  const { next, done } = selectSteps([whole, lost], NONE, new Date(start + 2));
  expect(next.map(({ run, visit, isTickable }) => [run.id, visit, isTickable])).toEqual([
    ['whole', undefined, false],
    ['lost', undefined, false],
  ]);
  expect(done.map(({ visit, isTickable }) => [visit.step.id, isTickable])).toEqual([['a', true]]);
});

test('a decision is done today, too, but not taken back from here; what was skipped is not done', () => {
  const start = at('2026-11-27T09:00:00');
  const run = runOf('a', [
    begun(start, '2026-11-27'),
    [start + 1, { kind: 'skip', step: 'call', round: 1, reason: '客户先打来了' }],
    [start + 2, tick('write')],
    [start + 3, choose('agree', 'no')],
    [start + 4, tick('write', 2)],
  ]);
  const { done } = selectSteps([run], NONE, new Date(start + 5));
  expect(done.map(({ visit, isTickable }) => [visit.step.id, visit.round, isTickable])).toEqual([
    ['write', 2, true],
    ['agree', 1, false],
    ['write', 1, true],
  ]);
});

test('of a thousand runs only the twenty open ones are looked into', () => {
  const start = at('2026-11-20T09:00:00');
  const open = runOf('open', [begun(start, '2026-11-20')]);
  const { walk: _walk, ...finished } = runOf('done', [
    begun(start, '2026-11-20'),
    [start + 1, { kind: 'finish' }],
  ]);
  const closed: TodayRun = {
    ...finished,
    get walk(): never {
      throw new Error('a finished run was looked into');
    },
  };
  const runs = Array.from({ length: 1_000 }, (_, n) =>
    n % 50 === 0 ? { ...open, id: `open-${n}` } : closed,
  );
  expect(runs.filter(({ status }) => status === 'open')).toHaveLength(20);
  const { overdue, due, next } = selectSteps(runs, NONE, new Date('2026-11-27T12:00:00'));
  expect([overdue.length, due.length, next.length]).toEqual([20, 0, 0]);
});
