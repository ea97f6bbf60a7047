import { expect, test } from 'vitest';
import { isNamed } from '../../../src/model/former-name.ts';

const named = { reference: 'agency/roles/b', was: ['agency/roles/a', 'service/roles/a'] };

test.each([
  ['agency/roles/b', true],
  ['agency/roles/a', true],
  ['service/roles/a', true],
  ['agency/roles/c', false],
  ['', false],
])('what was kept as %j', (kept, expected) => {
  expect(isNamed(named, kept)).toBe(expected);
});

test('what never moved has one name', () => {
  expect(isNamed({ reference: 'agency/roles/b' }, 'agency/roles/b')).toBe(true);
  expect(isNamed({ reference: 'agency/roles/b' }, 'agency/roles/a')).toBe(false);
});
