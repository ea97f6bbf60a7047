import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  hideUntilDeskScript,
  isPageHidden,
  showPage,
} from '../../../src/stores/hide-until-desk.ts';

let dataset: Record<string, string>;

beforeEach(() => {
  vi.useFakeTimers();
  dataset = {};
  vi.stubGlobal('document', { documentElement: { dataset } });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function run(...names: string[]): void {
  const localStorage = { length: names.length, key: (index: number) => names[index] };
  runInNewContext(hideUntilDeskScript(), { document, localStorage, setTimeout });
}

describe('the script before the first paint', () => {
  test.each(['khb:run:abc:1', 'khb:set:role', 'khb:set:also', 'khb:set:last'])(
    'waits for the desk with %s',
    (name) => {
      run('khb:set:theme', name, 'another');
      expect(dataset).toEqual({ desk: 'awaited' });
    },
  );

  test.each([
    [[]],
    [['khb:set:theme', 'khb:set:exported', 'khb:done:abc']],
    [['xkhb:run:abc', 'other:khb:run:abc', 'khb:set:roles', 'khb2:set:role']],
  ])('does not wait with %j', (names) => {
    run(...names);
    expect(dataset).toEqual({});
    expect(vi.getTimerCount()).toBe(0);
  });

  test('does not wait for ever', () => {
    run('khb:set:role');
    vi.advanceTimersByTime(2_000);
    expect(dataset).toEqual({});
  });

  test('does nothing where there is no storage', () => {
    expect(() => void runInNewContext(hideUntilDeskScript(), { document })).not.toThrow();
    expect(dataset).toEqual({});
  });

  test('can stand in a page: it does not close its own element', () => {
    expect(hideUntilDeskScript()).not.toMatch(/<|\n/);
  });
});

test('the wait ends when the desk stands', () => {
  run('khb:set:role');
  expect(isPageHidden()).toBe(true);
  showPage();
  expect(isPageHidden()).toBe(false);
  expect(dataset).toEqual({});
});
