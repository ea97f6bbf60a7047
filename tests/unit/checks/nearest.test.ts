import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { editDistance, nearest } from '../../../src/checks/advice/nearest.ts';

describe('nearest', () => {
  test.each([
    ['cadense', 'cadence'],
    ['Weekly', 'weekly'],
    ['wekely', 'weekly'],
    ['zzz', undefined],
    ['', undefined],
  ])('%s: %s', (word, expected) => {
    expect(nearest(word, ['cadence', 'weekly', 'daily'])).toBe(expected);
  });

  test('long words may differ in three letters, not more', () => {
    expect(nearest('service/workflows/contract', ['service/rules/conduct'])).toBeUndefined();
    expect(nearest('service/workflow/contrakt', ['service/workflows/contract'])).toBeDefined();
  });
});

describe('editDistance', () => {
  const word = fc.string({ maxLength: 12 });

  test('is nought for the same word only, and the same both ways', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b) === 0).toBe(a === b);
        expect(editDistance(a, b)).toBe(editDistance(b, a));
      }),
    );
  });

  test('is one for two neighbours that change places', () => {
    expect(editDistance('flie', 'file')).toBe(1);
  });
});
