import { expect, test } from 'vitest';
import { provideRandomUUID, randomUUID } from '../../../../src/progress/runs/random-uuid.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

test('each is a random UUID of version 4, and another one', () => {
  const made = Array.from({ length: 500 }, randomUUID);
  for (const each of made) expect(each).toMatch(UUID);
  expect(new Set(made).size).toBe(made.length);
});

test('it is given where it is missing, and left alone where it is not', () => {
  const without: Partial<Crypto> = {};
  provideRandomUUID(without);
  expect(without.randomUUID?.()).toMatch(UUID);
  const own = () => '0-0-0-0-0' as const;
  const having: Partial<Crypto> = { randomUUID: own };
  provideRandomUUID(having);
  expect(having.randomUUID).toBe(own);
});
