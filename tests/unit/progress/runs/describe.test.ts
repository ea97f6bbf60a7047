import { expect, test } from 'vitest';
import { describeEvent } from '../../../../src/progress/runs/describe.ts';
import { EVENT_FIELDS, type NewEvent, type RunEvent } from '../../../../src/progress/runs/event.ts';
import { choose, event, skip, tick } from '../../fixtures/events.ts';
import { reviewTemplate } from '../../fixtures/template.ts';

const words = (what: NewEvent) => describeEvent(event('e', 0, what), reviewTemplate());

test.each<[NewEvent, string]>([
  [tick('a'), '勾选“做 a”'],
  [skip('a'), '把“做 a”标为不适用'],
  [skip('a', 1, '不用'), '跳过“做 a”'],
  [choose('review', 'pass'), '“决定 review”的结果“pass”'],
  [choose('review', 'gone'), '“决定 review”的结果'],
  [tick('gone'), '勾选一个步骤'],
  [{ kind: 'note', step: 'a', round: 1, text: '' }, '“做 a”的备注'],
])('%j: %s', (what, expected) => {
  expect(words(what)).toBe(expected);
});

test('every kind of event has words of its own', () => {
  const kinds = Object.keys(EVENT_FIELDS) as RunEvent['kind'][];
  const all = kinds.map((kind) => describeEvent({ kind } as RunEvent, reviewTemplate()));
  expect(all.every((each) => /^[\p{Script=Han}“”]+$/u.test(each))).toBe(true);
  expect(new Set(all).size).toBe(kinds.length);
});
