import { expect, test } from 'vitest';
import { entryAddress } from '../../../src/model/entry-address.ts';

const PAGES = {
  'edition-2-key': '/editions/2/key/',
  'edition-2-key-accounts': '/editions/2/key-accounts/',
  'edition-2-key-roles-gone': '/editions/2/key-accounts/',
};

test.each([
  ['#edition-2-key', '/editions/2/key/#edition-2-key'],
  ['#edition-2-key-roles-head', '/editions/2/key/#edition-2-key-roles-head'],
  [
    '#edition-2-key-accounts-roles-head',
    '/editions/2/key-accounts/#edition-2-key-accounts-roles-head',
  ],
  ['#edition-2-key-roles-gone', '/editions/2/key-accounts/#edition-2-key-roles-gone'],
  ['#edition-2', undefined],
  ['#edition-2-keys-roles-head', undefined],
  ['#edition-1-key-roles-head', undefined],
  ['', undefined],
])('%s leads to %s', (hash, address) => {
  expect(entryAddress(hash, PAGES)).toBe(address);
});
