/** Notes, due days, signatures, and how a run is finished and put away. */
import { describe, expect, test } from 'vitest';
import type { NewEvent } from '../../../../src/progress/runs/event.ts';
import { event, life, note, START, stateOf, story, T0, tick, undo } from '../../fixtures/events.ts';

const after = (...happenings: NewEvent[]) => stateOf(story(...happenings));
const due = (on: string): NewEvent => ({ kind: 'due', on });
const finish = (reason?: string): NewEvent => ({
  kind: 'finish',
  ...(reason === undefined ? {} : { reason }),
});

describe('notes', () => {
  const textOf = (...happenings: NewEvent[]) => after(...happenings).notes.get('1:a')?.text;

  test('stand at their step and round, with their time', () => {
    expect([...after(note('a', '周五'), note('a', '第二轮', 2)).notes]).toEqual([
      ['1:a', { text: '周五', at: T0 + 1000 }],
      ['2:a', { text: '第二轮', at: T0 + 2000 }],
    ]);
  });

  test('are replaced by the last one, taken away by an empty one, and come back by an undo', () => {
    expect(textOf(note('a', '一'), note('a', '二'))).toBe('二');
    expect(textOf(note('a', '一'), note('a', ''))).toBeUndefined();
    expect(textOf(note('a', '一'), note('a', ''), undo('e2'))).toBe('一');
  });

  test('are no marks, and stay when the step is unticked', () => {
    expect(after(note('a', '一')).marks.size).toBe(0);
    expect(textOf(tick('a'), note('a', '一'), { kind: 'untick', step: 'a', round: 1 })).toBe('一');
  });
});

describe('the due day', () => {
  const first = event('e0', T0, { ...START, dueOn: '2026-12-01' } as NewEvent);

  test('is the one of the start until another one is set', () => {
    expect(stateOf([first]).dueOn).toBe('2026-12-01');
    expect(stateOf([first, event('x', T0 + 1, due('2026-12-24'))]).dueOn).toBe('2026-12-24');
    expect(after(due('2026-12-24')).dueOn).toBe('2026-12-24');
  });

  test('can be taken away, and comes back by an undo', () => {
    const away = [first, event('x', T0 + 1, due(''))];
    expect(stateOf(away)).not.toHaveProperty('dueOn');
    expect(stateOf([...away, event('y', T0 + 2, undo('x'))]).dueOn).toBe('2026-12-01');
  });

  test('may be empty from the beginning', () => {
    const empty = event('e0', T0, { ...START, dueOn: '' } as NewEvent);
    expect(stateOf([empty])).not.toHaveProperty('dueOn');
  });
});

describe('signatures', () => {
  const choose = (signed?: object[]) =>
    ({ kind: 'choose', step: 'g', round: 1, outcome: 'pass', signed }) as NewEvent;
  const signed = [{ role: '客户总监', name: '王' }];

  test('stand with the choice; none where nobody signed', () => {
    expect(after(choose(signed)).marks.get('1:g')).toMatchObject({ outcome: 'pass', signed });
    expect(after(choose([])).marks.get('1:g')).not.toHaveProperty('signed');
    expect(after(choose()).marks.get('1:g')).not.toHaveProperty('signed');
  });

  test('are not taken over by the next choice', () => {
    expect(after(choose(signed), choose()).marks.get('1:g')).not.toHaveProperty('signed');
  });
});

describe('finishing', () => {
  test('keeps the reason while the run is finished', () => {
    expect(after(finish('客户撤项'))).toMatchObject({
      status: 'finished',
      finishedAt: T0 + 1000,
      finishReason: '客户撤项',
    });
    expect(after(finish(''))).not.toHaveProperty('finishReason');
    expect(after(finish('客户撤项'), life('reopen'))).not.toHaveProperty('finishReason');
    expect(after(finish('客户撤项'), undo('e1'))).not.toHaveProperty('finishReason');
  });
});

describe('archiving', () => {
  const statusOf = (...happenings: NewEvent[]) => after(...happenings).status;
  const archive = life('archive');

  test('puts a finished run away, and takes it out again', () => {
    expect(statusOf(finish(), archive)).toBe('archived');
    expect(after(finish(), archive).finishedAt).toBe(T0 + 1000);
    expect(statusOf(finish(), archive, life('unarchive'))).toBe('finished');
    expect(statusOf(finish(), archive, undo('e2'))).toBe('finished');
  });

  test('does not outlast a reopening', () => {
    expect(statusOf(finish(), archive, life('reopen'))).toBe('open');
    expect(statusOf(finish(), archive, life('reopen'), finish())).toBe('finished');
    expect(statusOf(finish(), archive, undo('e1'))).toBe('open');
  });

  test('by a tab that had not heard of the reopening does not put a later finish away', () => {
    expect(statusOf(finish(), life('reopen'), archive)).toBe('open');
    expect(statusOf(finish(), life('reopen'), archive, finish())).toBe('finished');
  });

  test('and removing are told apart', () => {
    expect(statusOf(finish(), archive, life('remove'))).toBe('removed');
    expect(statusOf(finish(), archive, life('remove'), life('restore'))).toBe('archived');
  });
});
