import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NewEvent } from '../../../../src/progress/runs/event.ts';
import { isSigned, signingsOf } from '../../../../src/progress/runs/signings.ts';
import { walkRun } from '../../../../src/progress/runs/walk.ts';
import { anyRun, shuffled } from '../../fixtures/arbitrary-events.ts';
import { accept, choose, stateOf, story, T0, undo } from '../../fixtures/events.ts';
import { reviewTemplate } from '../../fixtures/template.ts';

const sign = (outcome: string, name: string, step = 'review', round = 1): NewEvent => ({
  kind: 'choose',
  step,
  round,
  outcome,
  signed: [{ role: '客户总监', name }],
});
const namesAt = (key: string, ...happenings: NewEvent[]) =>
  (signingsOf(story(...happenings)).get(key) ?? []).map(({ outcome, signed }) => [
    outcome,
    signed[0]?.name,
  ]);

describe('what was signed at a gate', () => {
  test('stays when it is signed anew, the first one first, with its time', () => {
    const happenings = [sign('revise', '王敏'), sign('pass', '李梅')];
    expect(namesAt('1:review', ...happenings)).toEqual([
      ['revise', '王敏'],
      ['pass', '李梅'],
    ]);
    expect(signingsOf(story(...happenings)).get('1:review')?.[0]?.at).toBe(T0 + 1000);
  });

  test('is kept by round; an answer without a signature is none', () => {
    const happenings = [sign('revise', '王敏'), sign('pass', '李梅', 'review', 2)];
    expect(namesAt('1:review', ...happenings)).toEqual([['revise', '王敏']]);
    expect(namesAt('2:review', ...happenings)).toEqual([['pass', '李梅']]);
    expect(namesAt('1:review', choose('review', 'pass'))).toEqual([]);
  });

  test('goes only when it is taken back', () => {
    expect(namesAt('1:review', sign('revise', '王敏'), sign('pass', '李梅'), undo('e2'))).toEqual([
      ['revise', '王敏'],
    ]);
  });

  test('follows its step to the id it has now, from tabs that did not know it yet as well', () => {
    const renamed = accept('t2', { review: 'approve' });
    const happenings = [sign('revise', '王敏'), renamed, sign('pass', '李梅')];
    expect(namesAt('1:approve', ...happenings)).toEqual([
      ['revise', '王敏'],
      ['pass', '李梅'],
    ]);
  });
});

test('a gate is signed once an outcome of its own is chosen with a name', () => {
  const reviewOf = (...happenings: NewEvent[]) => {
    const visits = walkRun(reviewTemplate(), stateOf(story(...happenings))).visits;
    return visits.find(({ step }) => step.id === 'review');
  };
  const signed = reviewOf(sign('pass', '王敏'));
  const others = [reviewOf(), reviewOf(choose('review', 'pass')), reviewOf(sign('maybe', '王敏'))];
  expect(signed && isSigned(signed)).toBe(true);
  expect(others.map((visit) => visit && isSigned(visit))).toEqual([false, false, false]);
});

test('whatever happened: the last signing is what stands, and the order of arrival changes nothing', () => {
  const arrivals = anyRun.chain((events) => fc.tuple(fc.constant(events), shuffled(events)));
  fc.assert(
    fc.property(arrivals, ([events, arrived]) => {
      const signings = signingsOf(events);
      expect(signingsOf(arrived)).toEqual(signings);
      for (const [key, mark] of stateOf(events).marks) {
        if (mark.kind !== 'chosen' || !mark.signed) continue;
        const { outcome, signed, at } = mark;
        expect(signings.get(key)).toContainEqual({ outcome, signed, at });
      }
    }),
    { numRuns: 300 },
  );
});
