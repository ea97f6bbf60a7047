import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  dutyOfOccurrence,
  occurrenceName,
  pastWeeks,
  timesThisWeek,
  type OccurrencesByName,
} from '../../../../src/progress/duties/occurrences.ts';
import { inZone, ZONES } from '../../fixtures/zone.ts';

const at = (text: string, more: object = {}) => ({
  v: 1 as const,
  done: true,
  at: +new Date(text),
  ...more,
});

describe('names', () => {
  test('are taken apart into the duty they are of', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/),
        fc.stringMatching(/^[a-z0-9]{16}$/),
        (duty, id) => {
          expect(dutyOfOccurrence(occurrenceName(duty, id))).toBe(duty);
        },
      ),
    );
    expect(dutyOfOccurrence('no-at-sign')).toBeUndefined();
  });
});

describe.each(ZONES)('in %s', (zone) => {
  test('a week counts what was done from Monday on, the last one first', () => {
    inZone(zone, () => {
      const all: OccurrencesByName = {
        'call@1': at('2026-11-22T23:59:59'), // the Sunday before
        'call@2': at('2026-11-23T00:00:00'),
        'call@3': at('2026-11-25T10:00:00'),
        'call@4': at('2026-11-25T11:00:00', { done: false }),
        'mail@5': at('2026-11-25T12:00:00'),
      };
      const now = new Date('2026-11-29T23:59:59');
      expect(timesThisWeek('call', all, now).map(({ name }) => name)).toEqual(['call@3', 'call@2']);
      expect(timesThisWeek('call', all, new Date('2026-11-30T00:00:00'))).toEqual([]);
      expect(
        pastWeeks(all, now).map(({ period, counts }) => [period, Object.fromEntries(counts)]),
      ).toEqual([['2026-W47', { call: 1 }]]);
    });
  });
});

test('what was taken back and put back counts when it was done, not when it was put back', () => {
  const monday = +new Date('2026-11-23T09:00:00');
  const all = { 'call@1': at('2026-12-01T09:00:00', { tickedAt: monday }) };
  expect(timesThisWeek('call', all, new Date('2026-11-25T09:00:00'))).toEqual([
    { name: 'call@1', at: monday },
  ]);
});
