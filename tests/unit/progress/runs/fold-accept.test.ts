/** A run that goes on with a changed handbook, or stays with its text. */
import { describe, expect, test } from 'vitest';
import type { NewEvent } from '../../../../src/progress/runs/event.ts';
import { textsOf } from '../../../../src/progress/runs/fold.ts';
import {
  accept,
  choose,
  confirm,
  event,
  note,
  skip,
  START,
  stateOf,
  story,
  T0,
  tick,
  undo,
  untick,
} from '../../fixtures/events.ts';

const after = (...happenings: NewEvent[]) => stateOf(story(...happenings));
const marked = (...happenings: NewEvent[]) => [...after(...happenings).marks.keys()].sort();
const unconfirmed = (...happenings: NewEvent[]) =>
  [...after(...happenings).marks].filter(([, mark]) => mark.unconfirmed).map(([key]) => key);

describe('accepting a text', () => {
  test('is followed from then on; the texts before it are kept in order', () => {
    const { text, texts } = after(accept('t2'), accept('t3'));
    expect({ text, texts }).toEqual({ text: 't3', texts: ['abc123', 't2', 't3'] });
  });

  test('that was followed before lists it once', () => {
    const { text, texts } = after(accept('t2'), accept('abc123'));
    expect({ text, texts }).toEqual({ text: 'abc123', texts: ['abc123', 't2'] });
  });

  test('takes over its edition, and none where it has none', () => {
    const first = event('e0', T0, { ...START, edition: 3 } as NewEvent);
    const with4 = event('x', T0 + 1, { ...accept('t2'), edition: 4 } as NewEvent);
    expect(stateOf([first]).edition).toBe(3);
    expect(stateOf([first, with4]).edition).toBe(4);
    expect(stateOf([first, with4, event('y', T0 + 2, accept('t3'))]).edition).toBeUndefined();
  });

  test('leaves marks of steps that did not change, and of removed ones, as they were', () => {
    const before = after(tick('a'), choose('review', 'pass'), skip('gone', 1, '不做'));
    const now = after(tick('a'), choose('review', 'pass'), skip('gone', 1, '不做'), accept('t2'));
    expect(now.marks).toEqual(before.marks);
  });

  test('can be declined; the run stays with its text', () => {
    const { text, kept } = after({ kind: 'keep', text: 't2' }, { kind: 'keep', text: 't3' });
    expect({ text, kept }).toEqual({ text: 'abc123', kept: 't3' });
    expect(after()).not.toHaveProperty('kept');
    expect(after({ kind: 'keep', text: 't2' }, undo('e1'))).not.toHaveProperty('kept');
  });
});

describe('steps that have another id', () => {
  test('keep what was ticked under the old one, in every round', () => {
    expect(marked(tick('a'), tick('a', 2), accept('t2', { a: 'b' }))).toEqual(['1:b', '2:b']);
    expect(after(tick('a'), accept('t2', { a: 'b' })).marks.get('1:b')).toEqual({
      kind: 'done',
      at: T0 + 1000,
      event: 'e1',
    });
  });

  test('are ticked under the old one by a tab that had not heard of it yet', () => {
    expect(marked(accept('t2', { a: 'b' }), tick('a'))).toEqual(['1:b']);
    expect(marked(tick('a'), accept('t2', { a: 'b' }), untick('a'))).toEqual([]);
    expect(marked(tick('a'), accept('t2', { a: 'b' }), untick('b'))).toEqual([]);
  });

  test('are followed along several renamings, back to the first name too', () => {
    const chain = [accept('t2', { a: 'b' }), accept('t3', { b: 'c' })];
    expect(marked(tick('a'), ...chain)).toEqual(['1:c']);
    expect(marked(...chain, tick('a'))).toEqual(['1:c']);
    expect(marked(...chain, tick('b'))).toEqual(['1:c']);
    const circle = [accept('t2', { a: 'b' }), accept('t3', { b: 'a' })];
    expect(marked(tick('a'), ...circle)).toEqual(['1:a']);
    expect(marked(...circle, tick('a'), tick('b', 2))).toEqual(['1:a', '2:a']);
    expect(marked(accept('t2', { a: 'b' }), tick('b'), accept('t3', { b: 'a' }))).toEqual(['1:a']);
  });

  test('may swap their ids: what is ticked before goes along', () => {
    const swap = accept('t2', { a: 'b', b: 'a' });
    expect(marked(tick('a'), swap)).toEqual(['1:b']);
    expect(after(tick('a'), skip('b'), swap).marks.get('1:a')?.kind).toBe('skipped');
  });

  test('may be called like what every object inherits', () => {
    const renamed = JSON.parse('{"__proto__":"a","constructor":"b"}') as Record<string, string>;
    expect(marked(tick('__proto__'), tick('constructor'), accept('t2', renamed))).toEqual([
      '1:a',
      '1:b',
    ]);
    expect(marked(tick('toString'), accept('t2'))).toEqual(['1:toString']);
  });

  test('keep their notes', () => {
    const { notes } = after(note('a', '周五'), accept('t2', { a: 'b' }));
    expect([...notes]).toEqual([['1:b', { text: '周五', at: T0 + 1000 }]]);
  });
});

describe('two steps that became one', () => {
  const both = accept('t2', { a: 'c', b: 'c' });

  test('have the mark that was made last', () => {
    expect(after(tick('a'), skip('b'), both).marks.get('1:c')?.kind).toBe('skipped');
    expect(after(skip('b'), tick('a'), both).marks.get('1:c')?.kind).toBe('done');
    expect(marked(tick('a'), both)).toEqual(['1:c']);
  });

  test('keep a tick of one though the other was unticked', () => {
    expect(marked(tick('a'), tick('b'), untick('b'), both)).toEqual(['1:c']);
    expect(marked(tick('a'), tick('b'), untick('b'), both, untick('c'))).toEqual([]);
  });

  test('keep both notes, in the order in which they were made, the same one once', () => {
    const textOf = (...happenings: NewEvent[]) => after(...happenings).notes.get('1:c')?.text;
    expect(textOf(note('b', '甲'), note('a', '乙'), both)).toBe('甲\n乙');
    expect(textOf(note('a', '同'), note('b', '同'), both)).toBe('同');
    expect(textOf(note('a', '甲'), both, note('c', '新'))).toBe('新');
  });

  test('also when the one was there all along', () => {
    const into = accept('t2', { b: 'a' });
    expect(after(tick('a'), skip('b'), into).marks.get('1:a')?.kind).toBe('skipped');
    expect(marked(tick('b'), into)).toEqual(['1:a']);
  });
});

describe('steps that were reworded', () => {
  const reword = accept('t2', {}, ['a']);

  test('ask whether their mark still holds, in every round; others do not', () => {
    expect(unconfirmed(tick('a'), tick('a', 2), tick('b'), reword)).toEqual(['1:a', '2:a']);
    expect(unconfirmed(skip('a'), reword)).toEqual(['1:a']);
    expect(unconfirmed(reword, tick('a'))).toEqual([]);
  });

  test('ask no more once it is confirmed or ticked anew; the mark stays as it was', () => {
    expect(unconfirmed(tick('a'), reword, confirm('a'))).toEqual([]);
    expect(after(tick('a'), reword, confirm('a')).marks.get('1:a')).toEqual({
      kind: 'done',
      at: T0 + 1000,
      event: 'e1',
    });
    expect(after(tick('a'), reword, tick('a')).marks.get('1:a')).toEqual({
      kind: 'done',
      at: T0 + 3000,
      event: 'e3',
    });
  });

  test('ask again when the word of it is taken back, and with each rewording', () => {
    expect(unconfirmed(tick('a'), reword, confirm('a'), undo('e3'))).toEqual(['1:a']);
    expect(unconfirmed(tick('a'), reword, confirm('a'), accept('t3', {}, ['a']))).toEqual(['1:a']);
  });

  test('are told by the id that they have in the new text', () => {
    expect(unconfirmed(tick('a'), accept('t2', { a: 'b' }, ['b']))).toEqual(['1:b']);
    expect(unconfirmed(tick('a'), accept('t2', { a: 'b' }, ['a']))).toEqual([]);
  });

  test('ask still after the step was renamed once more', () => {
    expect(unconfirmed(tick('a'), reword, accept('t3', { a: 'b' }))).toEqual(['1:b']);
    const confirmed = [tick('a'), reword, confirm('a'), accept('t3', { a: 'b' })];
    expect(unconfirmed(...confirmed)).toEqual([]);
  });

  test('gain no mark by a confirmation of what is not ticked', () => {
    expect(marked(confirm('a'), reword, confirm('a'))).toEqual([]);
  });
});

describe('taking an acceptance back', () => {
  test('leaves the run as it was before, with its text, ids and marks', () => {
    const happenings = [tick('a'), note('a', '周五')];
    const now = after(...happenings, accept('t2', { a: 'b' }, ['b']), undo('e3'));
    expect({ ...now, changedAt: 0 }).toEqual({ ...after(...happenings), changedAt: 0 });
  });

  test('keeps what was ticked meanwhile until the text is accepted again', () => {
    const happenings = [accept('t2', { a: 'b' }), tick('b'), undo('e1')];
    expect(marked(...happenings)).toEqual(['1:b']);
    expect(marked(...happenings, accept('t2', { a: 'b' }))).toEqual(['1:b']);
  });

  test('leaves its text among those that must stay stored with the run', () => {
    const events = story(accept('t2'), undo('e1'), { kind: 'keep', text: 't3' });
    expect(textsOf(events)).toEqual(new Set(['abc123', 't2']));
    expect(stateOf(events).texts).toEqual(['abc123']);
  });
});
