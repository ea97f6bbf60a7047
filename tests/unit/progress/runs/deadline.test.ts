import { describe, expect, test } from 'vitest';
import type { TimeLimit, WorkflowTemplate } from '../../../../src/model/template.ts';
import type { Holidays } from '../../../../src/model/workdays.ts';
import {
  datedSteps,
  deadlineOf,
  nextTurn,
  runDue,
  standingOfDeadline,
  type RunStart,
} from '../../../../src/progress/runs/deadline.ts';
import { foldRun } from '../../../../src/progress/runs/fold.ts';
import { walkRun, type Walk } from '../../../../src/progress/runs/walk.ts';
import type { NewEvent } from '../../../../src/progress/runs/event.ts';
import { choose, event, skip, START, tick } from '../../fixtures/events.ts';
import { action, gate, templateWith } from '../../fixtures/template.ts';
import { inZone } from '../../fixtures/zone.ts';

const HOUR = 3_600_000;
const HOLIDAYS: Holidays = {
  years: { 2026: { off: ['2026-10-01', '2026-10-02', '2026-10-05'], work: ['2026-10-10'] } },
};

const at = (text: string) => Date.parse(`${text}+08:00`);
/** Monday 23 November 2026, nine in the morning in Shanghai. */
const MONDAY = at('2026-11-23T09:00');
const started: RunStart = { at: MONDAY, startedOn: '2026-11-23' };

/** A run that starts on Monday and goes on so, each thing at its time. */
function walkOf(
  template: WorkflowTemplate,
  ...done: readonly (readonly [number, NewEvent])[]
): Walk {
  const events = done.map(([time, what], n) => event(`e${n}`, time, what));
  const state = foldRun([event('start', MONDAY, START), ...events]);
  if (!state) throw new Error('no start');
  return walkRun(template, state);
}

/** a → b, of which `b` has a time limit. */
const limited = (within: TimeLimit) => templateWith([action('a'), action('b', { within })]);

function deadline(walk: Walk, step: string, round = 1, start = started, holidays = HOLIDAYS) {
  const visit = walk.visits.find((each) => each.step.id === step && each.round === round);
  return visit && deadlineOf(walk, visit, start, holidays);
}

const inShanghai = <T>(body: () => T) => inZone('Asia/Shanghai', body);

describe('a deadline', () => {
  test('in hours is a moment, counted from the mark of the step before', () => {
    const walk = walkOf(limited({ hours: 24 }), [at('2026-11-24T10:30'), tick('a')]);
    expect(deadline(walk, 'b')).toEqual({
      at: at('2026-11-25T10:30'),
      uncovered: [],
      limit: { hours: 24 },
      since: at('2026-11-24T10:30'),
    });
  });

  test('in working days is the end of a day', () => {
    inShanghai(() => {
      const walk = walkOf(limited({ workdays: 3 }), [at('2026-11-26T18:00'), tick('a')]);
      expect(deadline(walk, 'b')).toEqual({
        at: at('2026-12-02T00:00'),
        day: '2026-12-01',
        uncovered: [],
        limit: { workdays: 3 },
        since: at('2026-11-26T18:00'),
      });
    });
  });

  test('in working days steps over holidays, to a weekend that is worked', () => {
    inShanghai(() => {
      const walk = walkOf(limited({ workdays: 5 }), [at('2026-09-30T23:59'), tick('a')]);
      expect(deadline(walk, 'b')?.day).toBe('2026-10-10');
    });
  });

  test('says which years it did not know', () => {
    inShanghai(() => {
      const walk = walkOf(limited({ workdays: 3 }), [at('2026-12-30T12:00'), tick('a')]);
      expect(deadline(walk, 'b')).toMatchObject({ day: '2027-01-04', uncovered: [2027] });
    });
  });

  test('of a step done before the one before it counts all the same', () => {
    const walk = walkOf(
      limited({ hours: 1 }),
      [MONDAY + HOUR, tick('b')],
      [MONDAY + 2 * HOUR, tick('a')],
    );
    expect(deadline(walk, 'b')?.at).toBe(MONDAY + 3 * HOUR);
  });

  test('counts from a step that was skipped, and from a gate that was decided', () => {
    const template = templateWith([
      action('a'),
      action('b', { within: { hours: 1 } }),
      gate('g', { pass: 'c', back: 'a' }),
      action('c', { within: { hours: 2 } }),
    ]);
    const walk = walkOf(
      template,
      [MONDAY + HOUR, skip('a')],
      [MONDAY + 2 * HOUR, tick('b')],
      [MONDAY + 5 * HOUR, choose('g', 'pass')],
    );
    expect(deadline(walk, 'b')?.since).toBe(MONDAY + HOUR);
    expect(deadline(walk, 'c')?.at).toBe(MONDAY + 7 * HOUR);
  });

  test('counts in a new round from the gate that led back; the old round keeps its own', () => {
    const template = templateWith([
      action('a'),
      action('b', { within: { hours: 1 } }),
      gate('g', { pass: 'given-up', back: 'b' }),
    ]);
    const walk = walkOf(
      template,
      [MONDAY + HOUR, tick('a')],
      [MONDAY + 2 * HOUR, tick('b')],
      [MONDAY + 9 * HOUR, choose('g', 'back')],
    );
    expect(deadline(walk, 'b', 1)?.since).toBe(MONDAY + HOUR);
    expect(deadline(walk, 'b', 2)?.since).toBe(MONDAY + 9 * HOUR);
  });

  test('is not there for a step without a limit', () => {
    expect(deadline(walkOf(limited({ hours: 1 }), [MONDAY, tick('a')]), 'a')).toBeUndefined();
  });

  test('is not there as long as the step before is open', () => {
    expect(deadline(walkOf(limited({ hours: 1 })), 'b')).toBeUndefined();
    // A step that is no gate cannot be decided: such a mark leaves it open.
    const decided = walkOf(limited({ hours: 1 }), [MONDAY, choose('a', 'pass')]);
    expect(deadline(decided, 'b')).toBeUndefined();
    const template = templateWith([
      gate('g', { pass: 'b', stop: 'given-up' }),
      action('b', { within: { hours: 1 } }),
    ]);
    // A gate that was ticked is not decided.
    const walk = walkOf(template, [MONDAY, tick('g')]);
    const visit = { step: template.phases[0]?.steps[1] ?? action('b'), round: 1 };
    expect(deadlineOf(walk, visit, started, HOLIDAYS)).toBeUndefined();
  });

  test.each([NaN, 8.64e15, 253_402_300_000_000])('is not there beyond the calendar: %d', (time) => {
    for (const limit of [{ hours: 10_000 }, { workdays: 10_000 }]) {
      expect(deadline(walkOf(limited(limit), [time, tick('a')]), 'b')).toBeUndefined();
    }
  });
});

describe('the deadline of the first step', () => {
  const first = (within: TimeLimit, start: RunStart) =>
    inShanghai(() => deadline(walkOf(templateWith([action('a', { within })])), 'a', 1, start));

  test('counts from the start of the run', () => {
    expect(first({ hours: 24 }, started)?.at).toBe(MONDAY + 24 * HOUR);
    expect(first({ workdays: 1 }, started)?.day).toBe('2026-11-24');
  });

  test('counts from the beginning of the day that the reader gave, when it is another one', () => {
    const friday = { at: MONDAY, startedOn: '2026-11-20' };
    expect(first({ hours: 24 }, friday)).toMatchObject({
      since: at('2026-11-20T00:00'),
      at: at('2026-11-21T00:00'),
    });
    expect(first({ workdays: 1 }, friday)?.day).toBe('2026-11-23');
    expect(first({ workdays: 1 }, { at: MONDAY, startedOn: '2026-11-29' })?.day).toBe('2026-11-30');
  });

  test('counts from the start when the day given is none', () => {
    expect(first({ hours: 1 }, { at: MONDAY, startedOn: 'soon' })?.since).toBe(MONDAY);
  });
});

test.each([
  [undefined, 999, 'due'],
  [undefined, 1000, 'overdue'],
  [999, 5000, 'kept'],
  [1000, 5000, 'late'],
  [999, 0, 'kept'],
])('marked at %s, at %d: %s', (markedAt, now, standing) => {
  expect(standingOfDeadline({ at: 1000 }, markedAt, now)).toBe(standing);
});

describe('all steps of a run', () => {
  const template = templateWith([
    action('a', { within: { hours: 1 } }),
    action('b', { within: { hours: 2 } }),
    action('c', { within: { hours: 3 } }),
    action('d', { within: { hours: 4 } }),
  ]);
  const walk = walkOf(template, [MONDAY + 0.5 * HOUR, tick('a')], [MONDAY + 3 * HOUR, tick('b')]);
  const told = (now: number) =>
    datedSteps(walk, started, HOLIDAYS, now).map(({ visit, standing }) => [
      visit.step.id,
      standing,
    ]);

  test('stand as their marks and the time have it; what cannot begin yet has no deadline', () => {
    const before = [
      ['a', 'kept'],
      ['b', 'late'],
    ];
    expect(told(MONDAY + 4 * HOUR)).toEqual([...before, ['c', 'due']]);
    expect(told(MONDAY + 6 * HOUR)).toEqual([...before, ['c', 'overdue']]);
  });

  test('in a new round are those of that round', () => {
    const again = templateWith([
      action('a', { within: { hours: 1 } }),
      gate('g', { on: 'given-up', back: 'a' }),
    ]);
    const second = walkOf(again, [MONDAY, tick('a')], [MONDAY + HOUR, choose('g', 'back')]);
    expect(datedSteps(second, started, HOLIDAYS, MONDAY + HOUR)).toMatchObject([
      { visit: { round: 2 }, standing: 'due', deadline: { since: MONDAY + HOUR } },
    ]);
  });

  test('a gate marked without an outcome it has is open', () => {
    const gated = templateWith([gate('g', { on: 'given-up' }, { within: { hours: 1 } })]);
    const [step] = datedSteps(
      walkOf(gated, [MONDAY, choose('g', 'maybe')]),
      started,
      HOLIDAYS,
      MONDAY,
    );
    expect(step?.standing).toBe('due');
  });

  test('turn next at the first deadline that is not over', () => {
    const now = MONDAY + 4 * HOUR;
    const steps = datedSteps(walk, started, HOLIDAYS, now);
    expect(nextTurn(steps)).toBe(MONDAY + 6 * HOUR);
    const due = inShanghai(() => runDue({ dueOn: '2026-11-22' }, now));
    expect(nextTurn(steps, due)).toBe(MONDAY + 6 * HOUR);
    expect(
      nextTurn(
        [],
        inShanghai(() => runDue({ dueOn: '2026-11-23' }, now)),
      ),
    ).toBe(at('2026-11-24T00:00'));
    expect(nextTurn(datedSteps(walk, started, HOLIDAYS, MONDAY + 6 * HOUR))).toBeUndefined();
    expect(nextTurn([])).toBeUndefined();
  });
});

describe('the due date of a run', () => {
  const due = (run: { dueOn?: string; finishedAt?: number }, now: string) =>
    inShanghai(() => runDue(run, at(now)));

  test('is over when the local day is after it', () => {
    const run = { dueOn: '2026-11-30' };
    expect(due(run, '2026-11-30T23:59:59.999')).toEqual({
      day: '2026-11-30',
      at: at('2026-12-01T00:00'),
      standing: 'due',
    });
    expect(due(run, '2026-12-01T00:00')?.standing).toBe('overdue');
  });

  test('was kept or not, once the run is finished', () => {
    const finished = (text: string) => ({ dueOn: '2026-11-30', finishedAt: at(text) });
    expect(due(finished('2026-11-30T23:00'), '2027-01-01T00:00')?.standing).toBe('kept');
    expect(due(finished('2026-12-01T00:00'), '2027-01-01T00:00')?.standing).toBe('late');
  });

  test.each([undefined, '', 'soon', '2026-02-30'])('is none: %s', (dueOn) => {
    expect(due({ dueOn }, '2026-11-30T00:00')).toBeUndefined();
  });

  test('is over where the reader is', () => {
    const now = Date.parse('2026-11-30T16:30:00Z');
    const standing = () => runDue({ dueOn: '2026-11-30' }, now)?.standing;
    expect(inZone('Asia/Shanghai', standing)).toBe('overdue');
    expect(inZone('Europe/Berlin', standing)).toBe('due');
  });
});
