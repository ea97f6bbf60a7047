import { describe, expect, test } from 'vitest';
import { aliasesOf, currentName, formerNames, type Move } from '../../../src/model/moves.ts';

const OLD = 'agency/roles/old';
const MID = 'agency/roles/mid';
const NEW = 'agency/roles/new';
const move = (from: string, to: string): Move => ({ from, to });

describe('currentName', () => {
  test.each<[string, Move[], string, string]>([
    ['what never moved is where it was', [], OLD, OLD],
    ['an item is followed', [move(`${OLD}#a`, `${OLD}#b`)], `${OLD}#a`, `${OLD}#b`],
    [
      'moves are followed one after the other',
      [move(`${OLD}#b`, `${NEW}#c`), move(`${OLD}#a`, `${OLD}#b`)],
      `${OLD}#a`,
      `${NEW}#c`,
    ],
    ['an item goes with its page', [move(OLD, NEW)], `${OLD}#a`, `${NEW}#a`],
    [
      'an item that went elsewhere does not go with its page',
      [move(OLD, NEW), move(`${OLD}#a`, `${MID}#a`)],
      `${OLD}#a`,
      `${MID}#a`,
    ],
    [
      'a page may become an item, and then its items lead there',
      [move(OLD, `${NEW}#a`)],
      `${OLD}#x`,
      `${NEW}#a`,
    ],
    ['a page that only begins alike is another one', [move(OLD, NEW)], `${OLD}er#a`, `${OLD}er#a`],
  ])('%s', (_, moves, from, to) => {
    expect(currentName(moves, from)).toBe(to);
  });

  test('refuses moves in a circle', () => {
    expect(() => currentName([move('a', 'b'), move('b', 'a')], 'a')).toThrow(RangeError);
  });
});

describe('formerNames', () => {
  test('has all names that lead to a reference, the latest first', () => {
    const moves = [move(OLD, MID), move(MID, NEW), move(`${OLD}#a`, `${OLD}#b`)];
    expect(formerNames(moves, NEW)).toEqual([MID, OLD]);
    expect(formerNames(moves, `${NEW}#b`)).toEqual([`${MID}#b`, `${OLD}#b`, `${OLD}#a`]);
    expect(formerNames(moves, OLD)).toEqual([]);
  });

  test('has no name of an item that had left the page before it moved', () => {
    const moves = [move(OLD, NEW), move(`${OLD}#a`, `${MID}#a`)];
    expect(formerNames(moves, `${NEW}#a`)).toEqual([]);
    expect(formerNames(moves, `${MID}#a`)).toEqual([`${OLD}#a`]);
  });

  test('every former name leads back, and a circle comes to its end', () => {
    const moves = [move(OLD, NEW), move(`${NEW}#a`, `${NEW}#b`), move(`${MID}#x`, `${NEW}#b`)];
    const names = formerNames(moves, `${NEW}#b`);
    expect(names).toHaveLength(4);
    for (const name of names) expect(currentName(moves, name)).toBe(`${NEW}#b`);
    expect(formerNames([move('a', 'b'), move('b', 'a')], 'a')).toEqual(['b']);
  });
});

test('aliasesOf has the ids on the item’s own page only', () => {
  const moves = [move(`${NEW}#a`, `${NEW}#b`), move(`${OLD}#z`, `${NEW}#b`)];
  expect(aliasesOf(moves, `${NEW}#b`)).toEqual(['a']);
  expect(aliasesOf(moves, `${NEW}#c`)).toEqual([]);
});
