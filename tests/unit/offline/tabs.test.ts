import { expect, test } from 'vitest';
import {
  closed,
  editionsIn,
  NETWORK,
  opened,
  replaced,
  type Tabs,
} from '../../../src/offline/shared/tabs.ts';

const MINUTE = 60_000;

test('a page of the edition at hand is not listed, others are', () => {
  let tabs: Tabs = {};
  expect(opened(tabs, 'a', undefined, 0)).toBe(tabs);
  tabs = opened(tabs, 'b', NETWORK, 5);
  expect(tabs).toEqual({ b: { edition: NETWORK, since: 5 } });
  expect(opened(tabs, 'b', undefined, 6)).toEqual({});
});

test('pages that are open stay with the edition that is replaced, however often', () => {
  const first = replaced({ n: { edition: NETWORK, since: 1 } }, ['a', 'n'], 'one', 10);
  expect(first).toEqual({
    a: { edition: 'one', since: 10 },
    n: { edition: NETWORK, since: 1 },
  });
  const second = replaced(first, ['a', 'b', 'n'], 'two', 20);
  expect(second['a']).toEqual({ edition: 'one', since: 10 });
  expect(second['b']).toEqual({ edition: 'two', since: 20 });
  expect(editionsIn(second)).toEqual(new Set(['one', 'two', NETWORK]));
});

test('closed pages go; one that is still loading stays', () => {
  const tabs = {
    old: { edition: 'one', since: 0 },
    open: { edition: 'one', since: 0 },
    loading: { edition: NETWORK, since: 2 * MINUTE - 1000 },
  };
  expect(Object.keys(closed(tabs, ['open'], 2 * MINUTE))).toEqual(['open', 'loading']);
  expect(closed(tabs, ['old', 'open', 'loading'], 2 * MINUTE)).toBe(tabs);
});
