import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withGone, type Gone } from '../../../src/islands/runs/gone.ts';

/** Deletes runs from a list, one after the other, each from what is left. */
function deleted(order: readonly string[]): Gone[] {
  let left = ['a', 'b', 'c', 'd', 'e'];
  return order.map((run) => {
    const after = left[left.indexOf(run) - 1];
    left = left.filter((each) => each !== run);
    return { run, after, toast: `已删除 ${run}` };
  });
}

const namesOf = (runs: readonly string[], gone: readonly Gone[]) =>
  withGone(
    runs.map((id) => ({ id })),
    gone,
  ).map((each) => ('run' in each ? `(${each.run})` : each.id));

test.each([
  [['b'], ['a', '(b)', 'c', 'd', 'e']],
  [
    ['a', 'b'],
    ['(a)', '(b)', 'c', 'd', 'e'],
  ],
  [
    ['c', 'b'],
    ['a', '(b)', '(c)', 'd', 'e'],
  ],
  [
    ['b', 'c'],
    ['a', '(b)', '(c)', 'd', 'e'],
  ],
  [
    ['e', 'd', 'c', 'b', 'a'],
    ['(a)', '(b)', '(c)', '(d)', '(e)'],
  ],
])('runs that went in the order %j are told of where they stood', (order, expected) => {
  const left = ['a', 'b', 'c', 'd', 'e'].filter((id) => !order.includes(id));
  expect(namesOf(left, deleted(order))).toEqual(expected);
});

test('nothing gets lost in whatever order runs go and whatever is listed since', () => {
  const anyOrder = fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e']);
  fc.assert(
    fc.property(anyOrder, anyOrder, (order, listed) => {
      const runs = listed.filter((id) => !order.includes(id));
      const names = namesOf(runs, deleted(order));
      expect(names.filter((name) => !name.startsWith('('))).toEqual(runs);
      expect(names.filter((name) => name.startsWith('(')).sort()).toEqual(
        order.map((run) => `(${run})`).sort(),
      );
    }),
  );
});
