import { describe, expect, test } from 'vitest';
import type { NewEvent } from '../../../../src/progress/runs/event.ts';
import type { WorkflowTemplate } from '../../../../src/model/template.ts';
import {
  isOpen,
  openCriticalBefore,
  roundWords,
  walkRun,
  type Walk,
} from '../../../../src/progress/runs/walk.ts';
import { choose, skip, stateOf, story, tick, undo, untick } from '../../fixtures/events.ts';
import {
  action,
  DELIVERED,
  gate,
  GIVEN_UP,
  reviewTemplate,
  templateWith,
} from '../../fixtures/template.ts';

const walkOf = (template: WorkflowTemplate, ...happenings: NewEvent[]): Walk =>
  walkRun(template, stateOf(story(...happenings)));

/** The way as `step/round`. */
const wayOf = (walk: Walk) => walk.visits.map(({ step, round }) => `${step.id}/${round}`);
const liveOf = (walk: Walk) => walk.live.map(({ step, round }) => `${step.id}/${round}`);
const standingOf = (walk: Walk) => Object.fromEntries(walk.standing);

describe('a workflow without gates', () => {
  const straight = templateWith([action('a'), action('b'), action('c')]);

  test('lies open from the first step to its end', () => {
    const walk = walkOf(straight);
    expect(wayOf(walk)).toEqual(['a/1', 'b/1', 'c/1']);
    expect(standingOf(walk)).toEqual({ a: 'open', b: 'open', c: 'open' });
    expect(walk.current?.step.id).toBe('a');
    expect(walk.end).toEqual(DELIVERED);
    expect(walk.complete).toBe(false);
    expect([walk.done, walk.total, walk.round]).toEqual([0, 3, 1]);
  });

  test('goes on at the first open step, whatever was done out of order', () => {
    const walk = walkOf(straight, tick('c'), tick('a'));
    expect(walk.current?.step.id).toBe('b');
    expect([walk.done, walk.total]).toEqual([2, 3]);
  });

  test('is complete when every step is done', () => {
    const walk = walkOf(straight, tick('a'), tick('b'), tick('c'));
    expect(walk.complete).toBe(true);
    expect(walk.current).toBeUndefined();
    expect([walk.done, walk.total]).toEqual([3, 3]);
  });

  test('is complete no more when a step is unticked or undone', () => {
    expect(walkOf(straight, tick('a'), tick('b'), tick('c'), untick('b')).complete).toBe(false);
    expect(walkOf(straight, tick('a'), tick('b'), tick('c'), undo('e3')).complete).toBe(false);
  });

  test('counts a skipped step as settled', () => {
    const walk = walkOf(straight, tick('a'), skip('b'), tick('c'));
    expect(walk.standing.get('b')).toBe('skipped');
    expect(walk.complete).toBe(true);
    expect([walk.done, walk.total]).toEqual([3, 3]);
  });

  test('takes no notice of ticks in rounds it has not reached, nor of steps it does not have', () => {
    const walk = walkOf(straight, tick('a', 2), tick('retired'));
    expect(standingOf(walk)).toEqual({ a: 'open', b: 'open', c: 'open' });
    expect(walk.done).toBe(0);
  });
});

describe('a gate', () => {
  test('that is undecided ends the way; the steps behind it are ahead', () => {
    const walk = walkOf(reviewTemplate());
    expect(wayOf(walk)).toEqual(['a/1', 'b/1', 'review/1']);
    expect(standingOf(walk)).toEqual({ a: 'open', b: 'open', review: 'open', c: 'ahead' });
    expect(walk.end).toBeUndefined();
    expect([walk.done, walk.total]).toEqual([0, 4]);
  });

  test('that says yes opens what follows', () => {
    const walk = walkOf(reviewTemplate(), tick('a'), tick('b'), choose('review', 'pass'));
    expect(standingOf(walk)).toEqual({ a: 'done', b: 'done', review: 'done', c: 'open' });
    expect(walk.current?.step.id).toBe('c');
    expect(walk.visits.at(2)?.outcome).toEqual({ id: 'pass', label: 'pass', to: 'c' });
    expect(walk.end).toEqual(DELIVERED);
  });

  test('can be decided while steps before it are open: they stay to be done', () => {
    const walk = walkOf(reviewTemplate(), tick('b'), choose('review', 'pass'), tick('c'));
    expect(walk.current?.step.id).toBe('a');
    expect(walk.end).toEqual(DELIVERED);
    expect(walk.complete).toBe(false);
  });

  test('that leads to an end bypasses what comes after it', () => {
    const walk = walkOf(reviewTemplate(), tick('a'), tick('b'), choose('review', 'stop'));
    expect(walk.end).toEqual(GIVEN_UP);
    expect(walk.standing.get('c')).toBe('bypassed');
    expect(walk.complete).toBe(true);
    expect([walk.done, walk.total]).toEqual([3, 3]);
  });

  test('that jumps forward bypasses the steps in between', () => {
    const template = templateWith([
      gate('large', { yes: 'survey', no: 'report' }),
      action('survey'),
      action('report'),
    ]);
    const walk = walkOf(template, choose('large', 'no'));
    expect(standingOf(walk)).toEqual({ large: 'done', survey: 'bypassed', report: 'open' });
    expect([walk.done, walk.total]).toEqual([1, 2]);
    expect(walkOf(template, choose('large', 'no'), tick('report')).complete).toBe(true);
  });

  test('that jumps to another gate bypasses the steps in between, not those behind', () => {
    const template = templateWith([
      gate('first', { on: 'b', jump: 'second' }),
      action('b'),
      gate('second', { on: 'c', stop: GIVEN_UP.id }),
      action('c'),
    ]);
    expect(standingOf(walkOf(template, choose('first', 'jump')))).toEqual({
      first: 'done',
      b: 'bypassed',
      second: 'open',
      c: 'ahead',
    });
  });

  test('is open as long as what it says is not one of its outcomes', () => {
    const unknown = walkOf(reviewTemplate(), choose('review', 'maybe'));
    expect(unknown.standing.get('review')).toBe('open');
    expect(unknown.standing.get('c')).toBe('ahead');
    expect(unknown.visits.at(-1)?.outcome).toBeUndefined();
    expect(walkOf(reviewTemplate(), tick('review')).standing.get('review')).toBe('open');
  });

  test('can be decided otherwise, and undecided again', () => {
    const stop = walkOf(reviewTemplate(), choose('review', 'pass'), choose('review', 'stop'));
    expect(stop.end).toEqual(GIVEN_UP);
    const undone = walkOf(reviewTemplate(), choose('review', 'pass'), undo('e1'));
    expect(undone.standing.get('c')).toBe('ahead');
  });

  test('finds ticks behind it again once it opens', () => {
    const walk = walkOf(reviewTemplate(), tick('c'), choose('review', 'pass'));
    expect(walk.standing.get('c')).toBe('done');
  });

  test('that is skipped, since it does not apply, goes the way of its first outcome', () => {
    const template = templateWith([
      gate('legal', { pass: 'b', stop: GIVEN_UP.id }, { optional: '合同超过十万元时' }),
      action('b'),
    ]);
    const walk = walkOf(template, skip('legal'), tick('b'));
    expect(walk.standing.get('legal')).toBe('skipped');
    expect(walk.end).toEqual(DELIVERED);
    expect(walk.complete).toBe(true);
  });

  test('is not passed by a step that is chosen though it is no gate', () => {
    expect(walkOf(reviewTemplate(), choose('a', 'pass')).standing.get('a')).toBe('open');
  });
});

describe('a way back', () => {
  const revised = [tick('a'), tick('b'), choose('review', 'revise')];

  test('opens the next round, in which the steps are open again', () => {
    const walk = walkOf(reviewTemplate(), ...revised);
    expect(walk.round).toBe(2);
    expect(wayOf(walk)).toEqual(['a/1', 'b/1', 'review/1', 'b/2', 'review/2']);
    expect(standingOf(walk)).toEqual({ a: 'done', b: 'open', review: 'open', c: 'ahead' });
    expect(walk.current).toMatchObject({ step: { id: 'b' }, round: 2 });
  });

  test('keeps what was done in earlier rounds to read', () => {
    const walk = walkOf(reviewTemplate(), ...revised, tick('b', 2));
    const [, first, review, second] = walk.visits;
    expect(first).toMatchObject({ round: 1, mark: { kind: 'done', event: 'e2' } });
    expect(review).toMatchObject({ round: 1, outcome: { id: 'revise' } });
    expect(second).toMatchObject({ round: 2, mark: { kind: 'done', event: 'e4' } });
  });

  test('leaves the steps before its target as they stand', () => {
    const walk = walkOf(reviewTemplate(), ...revised);
    expect(liveOf(walk)).toEqual(['a/1', 'b/2', 'review/2']);
    expect([walk.done, walk.total]).toEqual([1, 4]);
  });

  test('can be gone again and again, each time a round further', () => {
    const walk = walkOf(
      reviewTemplate(),
      ...revised,
      tick('b', 2),
      choose('review', 'revise', 2),
      tick('b', 3),
      choose('review', 'pass', 3),
      tick('c', 3),
    );
    expect(walk.round).toBe(3);
    expect(liveOf(walk)).toEqual(['a/1', 'b/3', 'review/3', 'c/3']);
    expect(walk.complete).toBe(true);
    expect([walk.done, walk.total]).toEqual([4, 4]);
  });

  test('is gone back on when the decision is undone', () => {
    const walk = walkOf(reviewTemplate(), ...revised, undo('e3'));
    expect(walk.round).toBe(1);
    expect(standingOf(walk)).toEqual({ a: 'done', b: 'done', review: 'open', c: 'ahead' });
  });

  test('from a gate to itself asks it again', () => {
    const template = templateWith([gate('ask', { again: 'ask', enough: 'b' }), action('b')]);
    const walk = walkOf(template, choose('ask', 'again'));
    expect(wayOf(walk)).toEqual(['ask/1', 'ask/2']);
    expect(standingOf(walk)).toEqual({ ask: 'open', b: 'ahead' });
  });

  test('past another gate waits for that gate: what lies behind it is ahead again', () => {
    const template = templateWith([
      action('a'),
      gate('first', { on: 'b', skip: 'second' }),
      action('b'),
      gate('second', { on: 'c', back: 'a' }),
      action('c'),
    ]);
    const back = [tick('a'), choose('first', 'on'), tick('b'), choose('second', 'back')];
    const walk = walkOf(template, ...back);
    expect(standingOf(walk)).toEqual({
      a: 'open',
      first: 'open',
      b: 'ahead',
      second: 'ahead',
      c: 'ahead',
    });
    expect(liveOf(walk)).toEqual(['a/2', 'first/2']);
    expect([walk.done, walk.total]).toEqual([0, 5]);
    // What was done in the first round stays to read.
    expect(wayOf(walk)).toEqual(['a/1', 'first/1', 'b/1', 'second/1', 'a/2', 'first/2']);
  });

  test('does not let an open step of an earlier round hold up a round that bypasses it', () => {
    const template = templateWith([
      gate('first', { on: 'b', jump: 'c' }),
      action('b'),
      action('c'),
      gate('second', { on: 'd', back: 'first' }),
      action('d'),
    ]);
    const walk = walkOf(
      template,
      choose('first', 'on'),
      tick('c'),
      choose('second', 'back'),
      choose('first', 'jump', 2),
      tick('c', 2),
      choose('second', 'on', 2),
      tick('d', 2),
    );
    expect(walk.standing.get('b')).toBe('bypassed');
    expect(walk.complete).toBe(true);
    expect([walk.done, walk.total]).toEqual([4, 4]);
  });

  test('by the `next` of a step is taken once the step is done or skipped', () => {
    const template = templateWith([
      action('a'),
      gate('more', { no: DELIVERED.id, yes: 'extra' }),
      action('extra', { next: 'a' }),
    ]);
    const before = walkOf(template, tick('a'), choose('more', 'yes'));
    expect(wayOf(before)).toEqual(['a/1', 'more/1', 'extra/1']);
    expect(before.current?.step.id).toBe('extra');
    expect(before.complete).toBe(false);
    for (const settle of [tick('extra'), skip('extra')]) {
      const after = walkOf(template, tick('a'), choose('more', 'yes'), settle);
      expect(wayOf(after)).toEqual(['a/1', 'more/1', 'extra/1', 'a/2', 'more/2']);
      expect(after.round).toBe(2);
    }
  });
});

describe('the round is told of', () => {
  const told = (...happenings: NewEvent[]) =>
    Object.fromEntries(
      walkOf(reviewTemplate(), ...happenings).live.map((v) => [v.step.id, roundWords(v)]),
    );
  const revised = [tick('a'), tick('b'), choose('review', 'revise')] as const;

  test('only at steps that are gone through again', () => {
    expect(told(...revised)).toEqual({ a: '', b: '第 2 轮', review: '第 2 轮' });
  });

  test('not at those that a gate’s no kept away until now; they stand in the round as before', () => {
    const again = [...revised, tick('b', 2), choose('review', 'pass', 2)];
    expect(told(...again)).toEqual({ a: '', b: '第 2 轮', review: '第 2 轮', c: '' });
    const walk = walkOf(reviewTemplate(), ...again);
    expect(liveOf(walk)).toEqual(['a/1', 'b/2', 'review/2', 'c/2']);
  });
});

describe('a step that leads elsewhere', () => {
  test('by a `next` that jumps forward bypasses the steps in between', () => {
    const template = templateWith([
      gate('how', { long: 'b', short: 'd' }),
      action('b'),
      action('c', { next: 'e' }),
      action('d'),
      action('e'),
    ]);
    expect(standingOf(walkOf(template, choose('how', 'long')))).toEqual({
      how: 'done',
      b: 'open',
      c: 'open',
      d: 'bypassed',
      e: 'open',
    });
  });

  test('to nothing that the template has ends the way without an end', () => {
    const walk = walkOf(templateWith([action('a', { next: 'lost' }), action('b')]), tick('a'));
    expect(wayOf(walk)).toEqual(['a/1']);
    expect(walk.end).toBeUndefined();
    expect(walk.complete).toBe(false);
  });

  test('is no trouble for a template without steps', () => {
    const walk = walkOf(templateWith([]));
    expect(walk.visits).toEqual([]);
    expect(walk.current).toBeUndefined();
    expect([walk.done, walk.total, walk.complete]).toEqual([0, 0, false]);
  });
});

describe('critical steps', () => {
  const template = templateWith([
    action('a', { critical: true }),
    action('b'),
    gate('review', { pass: 'c', revise: 'b' }),
    action('c', { critical: true }),
    gate('sign', { yes: DELIVERED.id, no: 'a' }),
  ]);
  const heldBy = (walk: Walk, id: string) => {
    const visit = walk.live.find(({ step }) => step.id === id);
    return visit && openCriticalBefore(walk, visit).map(({ step }) => step.id);
  };

  test('hold up the gate after them as long as they are open', () => {
    expect(heldBy(walkOf(template, tick('b')), 'review')).toEqual(['a']);
    expect(heldBy(walkOf(template, tick('a')), 'review')).toEqual([]);
    expect(heldBy(walkOf(template, skip('a')), 'review')).toEqual([]);
  });

  test('hold up later gates as well, not earlier ones', () => {
    const walk = walkOf(template, choose('review', 'pass'));
    expect(heldBy(walk, 'sign')).toEqual(['a', 'c']);
    expect(heldBy(walk, 'review')).toEqual(['a']);
  });

  test('count in the round that is on: done before does not help', () => {
    const walk = walkOf(
      template,
      tick('a'),
      choose('review', 'pass'),
      tick('c'),
      choose('sign', 'no'),
    );
    expect(heldBy(walk, 'review')).toEqual(['a']);
  });

  test('hold up nothing for a passage of an earlier round', () => {
    const walk = walkOf(template, choose('review', 'revise'));
    const earlier = walk.visits.find(({ step }) => step.id === 'review');
    expect(earlier && openCriticalBefore(walk, earlier)).toEqual([]);
  });
});

test('isOpen tells what still wants something', () => {
  const walk = walkOf(reviewTemplate(), tick('a'), skip('b'));
  expect(walk.visits.map((visit) => isOpen(visit))).toEqual([false, false, true]);
});
