import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aliasesOf, currentName, formerNames, type Move } from '../../../src/model/moves';

const moves: Move[] = [
  { from: 'agency/roles/a#old', to: 'agency/roles/a#new' },
  { from: 'agency/roles/a#new', to: 'agency/roles/a#newest' },
  { from: 'agency/roles/a', to: 'agency/roles/b' },
];

describe('a moved reference', () => {
  test('is followed through all its moves, its page’s included', () => {
    expect(currentName(moves, 'agency/roles/a#old')).toBe('agency/roles/b#newest');
    expect(currentName(moves, 'agency/roles/a#other')).toBe('agency/roles/b#other');
    expect(currentName(moves, 'agency/roles/a')).toBe('agency/roles/b');
  });

  test('stays as it is when it never moved', () => {
    expect(currentName(moves, 'service/roles/x#y')).toBe('service/roles/x#y');
  });

  test('that runs in a circle is refused', () => {
    const circle = [
      { from: 'a#x', to: 'a#y' },
      { from: 'a#y', to: 'a#x' },
    ];
    expect(() => currentName(circle, 'a#x')).toThrow(RangeError);
  });

  test('is known by all its former names', () => {
    expect(formerNames(moves, 'agency/roles/b#newest').sort()).toEqual([
      'agency/roles/a#new',
      'agency/roles/a#newest',
      'agency/roles/a#old',
    ]);
  });

  test('keeps an alias on its page for each former id there', () => {
    const renamed = [{ from: 'agency/roles/a#old', to: 'agency/roles/a#new' }];
    expect(aliasesOf(renamed, 'agency/roles/a#new')).toEqual(['old']);
    expect(aliasesOf(moves, 'agency/roles/b#newest')).toEqual([]);
  });

  test('leads to its present name from each former one, whatever the chain', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), (length) => {
        const chain = Array.from({ length }, (_, i) => ({ from: `p#i${i}`, to: `p#i${i + 1}` }));
        const end = `p#i${length}`;
        const former = formerNames(chain, end);
        expect(former).toHaveLength(length);
        for (const name of former) expect(currentName(chain, name)).toBe(end);
      }),
    );
  });
});
