import { describe, expect, test } from 'vitest';
import {
  DUTY_FILTER_LABEL,
  DUTY_FILTERS,
  FILTER_FRAGMENTS,
  filterOfFragment,
} from '../../../src/model/duty-filters.ts';
import { CADENCES } from '../../../src/model/vocabulary.ts';

describe('the filters of a checklist', () => {
  test('are the cadences of the vocabulary, what comes again first, then the self-appraisal', () => {
    expect(new Set(DUTY_FILTERS)).toEqual(new Set([...CADENCES, 'appraisal']));
    expect(DUTY_FILTERS.map((filter) => DUTY_FILTER_LABEL[filter])).toEqual([
      '今天',
      '本周',
      '本月',
      '本季',
      '今年',
      '逢事',
      '一次',
      '自评',
    ]);
  });

  test('are read from an address, and anything else is none', () => {
    for (const filter of DUTY_FILTERS) expect(filterOfFragment(`#${filter}`)).toBe(filter);
    for (const other of ['', '#', '#all', '#first-hand', '#Daily', 'daily', '#daily-work']) {
      expect(filterOfFragment(other)).toBeUndefined();
    }
  });

  test('have fragments that ids can have, each of its own', () => {
    const ids = [...FILTER_FRAGMENTS.keys()];
    expect(ids).toEqual(['all', ...DUTY_FILTERS]);
    for (const id of ids) expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });
});
