import { describe, expect, test } from 'vitest';
import type { NewEvent } from '../../../../src/progress/runs/event.ts';
import { foldRun, markKey, mergeEvents } from '../../../../src/progress/runs/fold.ts';
import {
  choose,
  event,
  life,
  rename,
  skip,
  START,
  stateOf,
  story,
  T0,
  tick,
  undo,
  untick,
} from '../../fixtures/events.ts';

const marked = (...happenings: NewEvent[]) => [...stateOf(story(...happenings)).marks.keys()];

describe('a run that was just started', () => {
  test('is open, carries what the start says, and has no marks', () => {
    expect(stateOf(story())).toEqual({
      workflow: 'agency/workflows/win-new-client',
      text: 'abc123',
      texts: ['abc123'],
      code: '2026-031',
      startedOn: '2026-11-23',
      status: 'open',
      marks: new Map(),
      notes: new Map(),
      stepDues: new Map(),
      owners: new Map(),
      startedAt: T0,
      changedAt: T0,
    });
  });

  test('has no state as long as its start has not arrived', () => {
    expect(foldRun([])).toBeUndefined();
    expect(foldRun(story(tick('a'), tick('b')).slice(1))).toBeUndefined();
  });

  test('keeps to its first start when there are two', () => {
    const second = event('later', T0 + 5000, { ...START, code: 'other' } as typeof START);
    expect(stateOf([second, ...story()]).code).toBe('2026-031');
  });

  test('cannot have its start taken back', () => {
    const state = stateOf(story(undo('e0')));
    expect(state.status).toBe('open');
    expect(state.code).toBe('2026-031');
    expect(state.lastEvent).toBeUndefined();
  });
});

describe('marks', () => {
  test('a tick marks its step done in its round, with its time', () => {
    expect(stateOf(story(tick('a'))).marks.get(markKey('a', 1))).toEqual({
      kind: 'done',
      at: T0 + 1000,
      event: 'e1',
    });
  });

  test('rounds have marks of their own', () => {
    expect(marked(tick('a', 1), tick('a', 2), untick('a', 1))).toEqual([markKey('a', 2)]);
  });

  test('steps and rounds are never taken for each other', () => {
    expect(markKey('1:a', 1)).not.toBe(markKey('a', 11));
    expect(markKey('a', 12)).not.toBe(markKey('2:a', 1));
  });

  test('unticking takes the mark away, ticking again brings a new one', () => {
    expect(marked(tick('a'), untick('a'))).toEqual([]);
    expect(stateOf(story(tick('a'), untick('a'), tick('a'))).marks.get('1:a')?.event).toBe('e3');
  });

  test('unticking what is not ticked changes nothing', () => {
    expect(marked(untick('a'))).toEqual([]);
  });

  test('a skip carries its reason when it has one', () => {
    const { marks } = stateOf(story(skip('a'), skip('b', 1, '客户自带方案'), skip('c', 1, '')));
    expect(marks.get('1:a')).toEqual({ kind: 'skipped', at: T0 + 1000, event: 'e1' });
    expect(marks.get('1:b')).toMatchObject({ kind: 'skipped', reason: '客户自带方案' });
    expect(marks.get('1:c')).not.toHaveProperty('reason');
  });

  test('the last word counts: skipped, then done; chosen, then chosen otherwise', () => {
    const { marks } = stateOf(
      story(skip('a'), tick('a'), choose('g', 'pass'), choose('g', 'stop'), tick('b'), skip('b')),
    );
    expect(marks.get('1:a')?.kind).toBe('done');
    expect(marks.get('1:g')).toMatchObject({ kind: 'chosen', outcome: 'stop' });
    expect(marks.get('1:b')?.kind).toBe('skipped');
  });

  test('an untick takes a skip and a choice back too', () => {
    expect(marked(skip('a'), untick('a'), choose('g', 'pass'), untick('g'))).toEqual([]);
  });
});

describe('taking back', () => {
  test('an undone tick is not there', () => {
    expect(marked(tick('a'), tick('b'), undo('e1'))).toEqual(['1:b']);
  });

  test('an undone untick leaves the tick as it was', () => {
    expect(stateOf(story(tick('a'), untick('a'), undo('e2'))).marks.get('1:a')?.event).toBe('e1');
  });

  test('an undone choice brings the one before it back', () => {
    const { marks } = stateOf(story(choose('g', 'pass'), choose('g', 'stop'), undo('e2')));
    expect(marks.get('1:g')).toMatchObject({ outcome: 'pass' });
  });

  test('an undo that is undone counts no more, and so on', () => {
    expect(marked(tick('a'), undo('e1'), undo('e2'))).toEqual(['1:a']);
    expect(marked(tick('a'), undo('e1'), undo('e2'), undo('e3'))).toEqual([]);
    expect(marked(tick('a'), undo('e1'), undo('e2'), undo('e3'), undo('e4'))).toEqual(['1:a']);
  });

  test('an event that is undone twice stays undone when one undo is taken back', () => {
    expect(marked(tick('a'), undo('e1'), undo('e1'), undo('e3'))).toEqual([]);
  });

  test('an undo of what is not there changes nothing', () => {
    expect(marked(tick('a'), undo('nowhere'))).toEqual(['1:a']);
  });

  test('an undo that names itself does no harm', () => {
    expect(marked(tick('a'), undo('e2'))).toEqual(['1:a']);
  });

  test('the last event that can be taken back moves back with each undo', () => {
    expect(stateOf(story(tick('a'), tick('b'))).lastEvent).toBe('e2');
    expect(stateOf(story(tick('a'), tick('b'), undo('e2'))).lastEvent).toBe('e1');
    expect(stateOf(story(tick('a'), tick('b'), undo('e2'), undo('e1'))).lastEvent).toBeUndefined();
    expect(stateOf(story(tick('a'), undo('e1'), tick('b'))).lastEvent).toBe('e3');
  });
});

describe('the life of a run', () => {
  const statusOf = (...happenings: NewEvent[]) => stateOf(story(...happenings)).status;

  test('a finished run knows when it was finished; its marks stay', () => {
    const state = stateOf(story(tick('a'), life('finish')));
    expect(state.status).toBe('finished');
    expect(state.finishedAt).toBe(T0 + 2000);
    expect([...state.marks.keys()]).toEqual(['1:a']);
  });

  test('a reopened run is open, without a time of finishing, and can be finished again', () => {
    const reopened = stateOf(story(life('finish'), life('reopen')));
    expect(reopened.status).toBe('open');
    expect(reopened).not.toHaveProperty('finishedAt');
    expect(stateOf(story(life('finish'), life('reopen'), life('finish'))).finishedAt).toBe(
      T0 + 3000,
    );
  });

  test('undoing the finish opens the run; undoing the reopening finishes it as before', () => {
    expect(statusOf(life('finish'), undo('e1'))).toBe('open');
    expect(stateOf(story(life('finish'), life('reopen'), undo('e2'))).finishedAt).toBe(T0 + 1000);
  });

  test('a removed run comes back as what it was: open, or finished', () => {
    expect(statusOf(tick('a'), life('remove'))).toBe('removed');
    expect(statusOf(tick('a'), life('remove'), life('restore'))).toBe('open');
    expect(statusOf(life('finish'), life('remove'))).toBe('removed');
    expect(statusOf(life('finish'), life('remove'), life('restore'))).toBe('finished');
  });

  test('a removed run stays removed when it is finished or reopened elsewhere', () => {
    expect(statusOf(life('remove'), life('finish'))).toBe('removed');
    expect(statusOf(life('finish'), life('remove'), life('reopen'))).toBe('removed');
  });

  test('the last name counts, and the name before it returns with an undo', () => {
    expect(stateOf(story(rename('2026-040'), rename('2026-041'))).code).toBe('2026-041');
    expect(stateOf(story(rename('2026-040'), rename('2026-041'), undo('e2'))).code).toBe(
      '2026-040',
    );
    expect(stateOf(story(rename('2026-040'), undo('e1'))).code).toBe('2026-031');
  });

  test('knows when it was changed last, an undo included', () => {
    expect(stateOf(story(tick('a'))).changedAt).toBe(T0 + 1000);
    expect(stateOf(story(tick('a'), undo('e1'))).changedAt).toBe(T0 + 2000);
  });
});

describe('copies', () => {
  test('of a run that went on apart are joined, each event once, by time', () => {
    const common = story(tick('a'));
    const here = [...common, event('h', T0 + 3000, tick('b'))];
    const there = [...common, event('t', T0 + 2000, tick('c'))];
    expect(mergeEvents(here, there).map(({ id }) => id)).toEqual(['e0', 'e1', 't', 'h']);
  });

  test('of a run whose event was edited by hand still agree on one of the two', () => {
    const a = [...story(), event('x', T0 + 1000, tick('a'))];
    const b = [...story(), event('x', T0 + 1000, tick('b'))];
    expect(mergeEvents(a, b)).toEqual(mergeEvents(b, a));
    expect(mergeEvents(a, b)).toHaveLength(2);
  });
});
