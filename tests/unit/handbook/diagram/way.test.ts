import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wayThrough, type Place } from '../../../../src/handbook/diagram/way.ts';

const ends: Place[] = [
  { id: 'done', result: 'done', next: [] },
  { id: 'stopped', result: 'stopped', next: [] },
];

describe('the way through', () => {
  test('takes the first answer that leads on to a good end', () => {
    const way = wayThrough([
      { id: 'a', next: ['b'] },
      { id: 'b', next: ['a', 'stopped', 'd', 'c'] },
      { id: 'c', next: ['d'] },
      { id: 'd', next: ['done'] },
      ...ends,
    ]);
    expect([...way]).toEqual([
      ['a', 0],
      ['b', 2],
      ['d', 0],
    ]);
  });

  test('passes over what only comes to a bad end, or only back', () => {
    const way = wayThrough([
      { id: 'a', next: ['b', 'c', 'd'] },
      { id: 'b', next: ['stopped'] },
      { id: 'c', next: ['a'] },
      { id: 'd', next: ['done'] },
      ...ends,
    ]);
    expect([...way]).toEqual([
      ['a', 2],
      ['d', 0],
    ]);
  });

  test('is none where no good end is ahead', () => {
    expect(wayThrough([{ id: 'a', next: ['stopped', 'a'] }, ...ends]).size).toBe(0);
    expect(wayThrough([]).size).toBe(0);
  });

  test('only goes forward, and ends well', () => {
    const anyPlaces = fc
      .array(fc.array(fc.nat(30), { maxLength: 4 }), { minLength: 1, maxLength: 20 })
      .map((exits): Place[] => {
        const ids = [...exits.map((_, index) => `s${index}`), 'done', 'stopped'];
        return [
          ...exits.map((to, index) => ({
            id: `s${index}`,
            next: to.map((each) => ids[each % ids.length] ?? 'done'),
          })),
          ...ends,
        ];
      });
    fc.assert(
      fc.property(anyPlaces, (places) => {
        const way = wayThrough(places);
        const order = places.map(({ id }) => id);
        let at = order[0] ?? '';
        for (const [id, exit] of way) {
          expect(id).toBe(at);
          const to = places[order.indexOf(id)]?.next[exit] ?? '';
          expect(order.indexOf(to)).toBeGreaterThan(order.indexOf(id));
          at = to;
        }
        if (way.size > 0) expect(at).toBe('done');
      }),
    );
  });
});
