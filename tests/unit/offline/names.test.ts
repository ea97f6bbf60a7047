import { expect, test } from 'vitest';
import { cachePrefix, editionCache, memoryCache } from '../../../src/offline/shared/names.ts';

test('no site takes the caches of another for its own', () => {
  const sites = [
    ['khb', '/'],
    ['khb.kehubu', '/kehubu/'],
    ['khb', '/kehubu/'],
    ['khb', '/kehubu/two/'],
    ['khb.two', '/'],
  ] as const;
  const prefixes = sites.map(([key, base]) => cachePrefix(key, base));
  for (const [index, prefix] of prefixes.entries()) {
    for (const name of [memoryCache(prefix), editionCache(prefix, '1')]) {
      expect(prefixes.filter((each) => name.startsWith(each))).toEqual([prefixes[index]]);
    }
  }
});
