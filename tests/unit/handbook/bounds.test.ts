import { describe, expect, test } from 'vitest';
import {
  isEditorialListed,
  isGrid,
  isListedInMenu,
  isMapped,
  isPrintedWhole,
  isSummedUp,
  listedAtHome,
  listedUses,
  siblingsOf,
} from '../../../src/handbook/bounds.ts';

const row = (length: number) => Array.from({ length }, (_, number) => number);

describe('the pages beside a page', () => {
  test('are all of its section while they are few', () => {
    expect(siblingsOf(row(24), 5)).toEqual({ before: 0, shown: row(24), after: 0 });
  });

  test.each([
    [0, [0, 1, 2], 0, 22],
    [10, [8, 9, 10, 11, 12], 8, 12],
    [24, [22, 23, 24], 22, 0],
  ])('are those around page %i in a long section', (page, shown, before, after) => {
    expect(siblingsOf(row(25), page)).toEqual({ before, shown, after });
  });

  test.each([25, 100, 700])(
    'are never more than five of %i, and none is lost in counting',
    (length) => {
      for (const page of row(length)) {
        const { before, shown, after } = siblingsOf(row(length), page);
        expect(shown).toContain(page);
        expect(shown.length).toBeLessThanOrEqual(5);
        expect(before + shown.length + after).toBe(length);
      }
    },
  );
});

describe('a long list', () => {
  test('stands whole on the home page up to 16 entries, then with its first twelve', () => {
    expect(listedAtHome(row(16))).toEqual({ before: 0, shown: row(16), after: 0 });
    expect(listedAtHome(row(17))).toEqual({ before: 0, shown: row(12), after: 5 });
  });

  test('of uses stands whole in the glossary up to 40 entries, then with its first twelve', () => {
    expect(listedUses(row(40)).shown).toEqual(row(40));
    expect(listedUses(row(41))).toEqual({ before: 0, shown: row(12), after: 29 });
  });
});

test('what is there for a glance ends where it gets too long for one', () => {
  expect([isGrid(15), isGrid(16)]).toEqual([true, false]);
  expect([isPrintedWhole(120), isPrintedWhole(121)]).toEqual([true, false]);
  expect([isSummedUp(60), isSummedUp(61)]).toEqual([true, false]);
  expect([isMapped(40), isMapped(41)]).toEqual([true, false]);
  expect([isListedInMenu(24), isListedInMenu(25)]).toEqual([true, false]);
  expect([isEditorialListed(2000), isEditorialListed(2001)]).toEqual([true, false]);
});
