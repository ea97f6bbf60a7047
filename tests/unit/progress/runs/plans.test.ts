/** The days and the owners that a reader sets for steps of a run. */
import { describe, expect, test } from 'vitest';
import type { NewEvent } from '../../../../src/progress/runs/event.ts';
import {
  datedSteps,
  deadlineOf,
  nextTurn,
  type RunStart,
} from '../../../../src/progress/runs/deadline.ts';
import { unpackRun, packRun } from '../../../../src/progress/runs/packed.ts';
import { runRecord } from '../../../../src/progress/runs/run-record.ts';
import { runText } from '../../../../src/progress/runs/run-text.ts';
import { signingsOf } from '../../../../src/progress/runs/signings.ts';
import { walkRun } from '../../../../src/progress/runs/walk.ts';
import { accept, choose, stateOf, story, tick, undo } from '../../fixtures/events.ts';
import { action, reviewTemplate, templateWith } from '../../fixtures/template.ts';
import { inZone, ZONES } from '../../fixtures/zone.ts';

const schedule = (step: string, on: string, round = 1): NewEvent => ({
  kind: 'schedule',
  step,
  round,
  on,
});
const assign = (step: string, owner: string): NewEvent => ({ kind: 'assign', step, owner });
const plansOf = (...happenings: NewEvent[]) => {
  const { stepDues, owners } = stateOf(story(...happenings));
  return { days: Object.fromEntries(stepDues), owners: Object.fromEntries(owners) };
};

describe('what is set for a step', () => {
  test('holds until it is set anew, and an empty text takes it away', () => {
    expect(
      plansOf(schedule('a', '2026-12-01'), schedule('a', '2026-12-02'), assign('a', '自己')),
    ).toEqual({ days: { '1:a': '2026-12-02' }, owners: { a: '自己' } });
    expect(
      plansOf(schedule('a', '2026-12-01'), schedule('a', ''), assign('a', '小陈'), assign('a', '')),
    ).toEqual({ days: {}, owners: {} });
  });

  test('is taken back by an undo', () => {
    expect(
      plansOf(schedule('a', '2026-12-01'), undo('e1'), assign('a', '小陈'), undo('e3')),
    ).toEqual({ days: {}, owners: {} });
  });

  test('has its day in one round and its owner in all', () => {
    const happened = [
      schedule('b', '2026-12-01'),
      assign('b', '小陈'),
      tick('a'),
      tick('b'),
      choose('review', 'revise'),
    ];
    const state = stateOf(story(...happened));
    const template = reviewTemplate();
    const walk = walkRun(template, state);
    const b = runRecord(state, template, walk, new Map()).phases[0]?.steps[1];
    expect(b).toMatchObject({ id: 'b', round: 2, owner: '小陈' });
    expect(b?.dueOn).toBeUndefined();
  });

  test('follows its step when the handbook gives that another id', () => {
    const renamed = accept('t2', { a: 'z' });
    expect(plansOf(schedule('a', '2026-12-01'), assign('a', '小陈'), renamed)).toEqual({
      days: { '1:z': '2026-12-01' },
      owners: { z: '小陈' },
    });
    // A tab that has not heard of it yet.
    expect(plansOf(renamed, schedule('a', '2026-12-01'), assign('a', '小陈'))).toEqual({
      days: { '1:z': '2026-12-01' },
      owners: { z: '小陈' },
    });
  });

  test('is joined where two steps become one: the first day, both owners', () => {
    const merged = plansOf(
      schedule('a', '2026-12-09'),
      schedule('b', '2026-12-01'),
      assign('b', '小陈'),
      assign('a', '自己'),
      accept('t2', { a: 'c', b: 'c' }),
    );
    expect(merged).toEqual({ days: { '1:c': '2026-12-01' }, owners: { c: '小陈、自己' } });
  });

  test('comes back out of the packed form as it went in', () => {
    const events = story(schedule('a', '2026-12-01'), assign('a', '小陈'), assign('b', ''));
    const packed: unknown = JSON.parse(JSON.stringify(packRun({ events, foreign: [] })));
    expect(unpackRun(packed)).toEqual({ events, foreign: [] });
  });
});

describe('the deadline of a step with a day', () => {
  const template = templateWith([
    action('a', { within: { hours: 24 } }),
    action('b'),
    action('c', { within: { workdays: 1 } }),
  ]);
  const reckoned = (stepDues: Record<string, string>, ...happened: NewEvent[]) => {
    const walk = walkRun(template, stateOf(story(...happened)));
    const start: RunStart = {
      at: new Date('2026-11-23T09:00:00').valueOf(),
      startedOn: '2026-11-23',
      stepDues: new Map(Object.entries(stepDues)),
    };
    return { walk, start };
  };
  const of = (step: string, stepDues: Record<string, string>) => {
    const { walk, start } = reckoned(stepDues);
    const visit = walk.live.find((each) => each.step.id === step);
    return visit && deadlineOf(walk, visit, start, { years: {} });
  };

  test.each(ZONES)('is the end of that day, in %s', (zone) => {
    inZone(zone, () => {
      expect(of('b', { '1:b': '2026-12-31' })).toEqual({
        at: new Date('2027-01-01T00:00:00').valueOf(),
        day: '2026-12-31',
        uncovered: [],
        set: '2026-12-31',
      });
    });
  });

  test('runs although the step before is open, and belongs to its own round', () => {
    expect(of('c', { '1:c': '2026-12-01' })).toMatchObject({ day: '2026-12-01' });
    expect(of('c', { '2:c': '2026-12-01' })).toBeUndefined();
  });

  test('is whichever comes first, the day or the limit; the day is told of in any case', () => {
    const limit = { limit: { hours: 24 }, at: new Date('2026-11-24T09:00:00').valueOf() };
    expect(of('a', { '1:a': '2026-11-24' })).toMatchObject({ ...limit, set: '2026-11-24' });
    const sooner = of('a', { '1:a': '2026-11-23' });
    expect(sooner).toMatchObject({ day: '2026-11-23', set: '2026-11-23' });
    expect(sooner?.limit).toBeUndefined();
  });

  test('is kept, late, due or overdue like any other, and turns at its end', () => {
    const { walk, start } = reckoned({ '1:b': '2026-11-25' });
    const standing = (now: string) =>
      datedSteps(walk, start, { years: {} }, new Date(now).valueOf()).map(
        (each) => `${each.visit.step.id} ${each.standing}`,
      );
    expect(standing('2026-11-25T23:59:59')).toContain('b due');
    expect(standing('2026-11-26T00:00:00')).toContain('b overdue');
    const steps = datedSteps(walk, start, { years: {} }, new Date('2026-11-25T12:00:00').valueOf());
    expect(nextTurn(steps)).toBe(new Date('2026-11-26T00:00:00').valueOf());
  });
});

test('the text of a run says by which day a step is to be done, and by whom', () => {
  const template = templateWith([action('a'), action('b')]);
  const events = story(
    tick('a'),
    assign('a', '自己'),
    schedule('b', '2026-12-01'),
    assign('b', '小陈'),
  );
  const state = stateOf(events);
  const walk = walkRun(template, state);
  const text = inZone('Asia/Shanghai', () => runText(state, template, walk, signingsOf(events)));
  expect(text).toContain('☑ 1 做 a，客户部（谁做：自己；2026-11-23 09:00）\n');
  expect(text).toContain('☐ 2 做 b，客户部（定在 2026-12-01 前；谁做：小陈）\n');
});
