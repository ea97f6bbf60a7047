import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NewEvent } from '../../../../src/progress/runs/event.ts';
import {
  countRun,
  countWords,
  settledAs,
  settledWords,
} from '../../../../src/progress/runs/count.ts';
import { walkRun } from '../../../../src/progress/runs/walk.ts';
import { anyMarks, anyPlay, anyTemplate } from '../../fixtures/arbitrary-template.ts';
import { choose, skip, stateOf, story, tick } from '../../fixtures/events.ts';
import { action, gate, GIVEN_UP, templateWith } from '../../fixtures/template.ts';

const template = templateWith([
  action('a'),
  action('b', { optional: '需要时' }),
  action('sign', { critical: true, short: '签合同' }),
  gate('review', { pass: 'c', stop: GIVEN_UP.id }),
  action('c'),
]);
const countOf = (...happenings: NewEvent[]) =>
  countRun(walkRun(template, stateOf(story(...happenings))));

describe('a run is counted', () => {
  test('with what waits behind an undecided gate', () => {
    expect(countOf(tick('a'))).toEqual({
      done: 1,
      inapplicable: 0,
      skipped: 0,
      skippedCritical: [],
      open: 4,
      total: 5,
    });
  });

  test('with what does not apply and what was skipped apart, the critical ones by name', () => {
    const count = countOf(
      tick('a'),
      skip('b'),
      skip('sign', 1, '客户代签'),
      choose('review', 'pass'),
    );
    expect(count).toMatchObject({ done: 2, inapplicable: 1, skipped: 1, open: 1, total: 5 });
    expect(countWords(count)).toBe('做了 2，不适用 1，跳过 1（关键：签合同），共 5 步');
  });

  test('an optional step that is left out for a reason was skipped', () => {
    expect(countOf(skip('b', 1, '来不及'))).toMatchObject({ inapplicable: 0, skipped: 1 });
  });

  test('without what the way passed by', () => {
    expect(countOf(tick('a'), choose('review', 'stop')).total).toBe(4);
  });

  test('as ever, where nothing was left out', () => {
    expect(countWords(countOf(tick('a')))).toBe('已完成 1 步，共 5 步');
  });
});

describe('a run in which nothing waits', () => {
  const rest = [tick('a'), choose('review', 'pass'), tick('c')] as const;

  test('is all done only where all is done', () => {
    expect(settledWords(countOf(...rest, tick('b'), tick('sign')))).toBe('各步都已做完');
    expect(settledWords(countOf(...rest, skip('b'), tick('sign')))).toBe('用得上的各步都已做完');
  });

  test('never reads as all done with a step skipped', () => {
    const words = settledWords(countOf(...rest, skip('b'), skip('sign', 1, '客户代签')));
    expect(words).toBe('没有待办的步骤了，但不是都做了：不适用 1，跳过 1（关键：签合同）');
  });
});

test('whatever was marked: every step is counted once, and no skipped one passes for done', () => {
  const anyRun = fc.oneof(anyPlay, fc.record({ template: anyTemplate, played: anyMarks }));
  fc.assert(
    fc.property(anyRun, ({ template: any, played }) => {
      const walk = walkRun(any, stateOf(story(...played)));
      const count = countRun(walk);
      expect(count.total).toBe(walk.total);
      expect(count.done + count.inapplicable + count.skipped).toBe(walk.done);
      expect(count.done + count.inapplicable + count.skipped + count.open).toBe(count.total);
      const skipped = walk.live.filter((visit) => settledAs(visit) === 'skipped');
      expect(count.skipped).toBe(skipped.length);
      expect(count.skippedCritical).toEqual(
        skipped.filter(({ step }) => step.critical).map(({ step }) => step.short),
      );
      for (const name of count.skippedCritical) expect(countWords(count)).toContain(name);
      const readsAsDone = settledWords(count).includes('都已做完');
      expect(readsAsDone).toBe(count.skipped === 0);
      if (count.done < count.total)
        expect(countWords(count)).not.toContain(`已完成 ${count.total} 步`);
    }),
    { numRuns: 400 },
  );
});
