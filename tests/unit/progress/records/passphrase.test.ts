import { armor } from 'age-encryption';
import { describe, expect, test } from 'vitest';
import { isLocked } from '../../../../src/progress/records/is-locked.ts';
import { lock, unlock } from '../../../../src/progress/records/passphrase.ts';

const PASSPHRASE = '秋天的第一杯茶，八分烫';

describe('a locked export', { timeout: 240_000 }, () => {
  test('opens with its passphrase alone, plain or armored', async () => {
    const text = '{"勾": "☑"}';
    const locked = await lock(text, PASSPHRASE);
    expect(isLocked(locked)).toBe(true);
    expect(new TextDecoder().decode(locked)).not.toContain('勾');
    expect(await unlock(locked, PASSPHRASE)).toBe(text);
    const armored = new TextEncoder().encode(armor.encode(locked));
    expect(isLocked(armored)).toBe(true);
    expect(await unlock(armored, PASSPHRASE)).toBe(text);
    expect(await unlock(locked, '秋天的第二杯茶')).toBeUndefined();
  });

  test('that was changed on its way does not open', async () => {
    const locked = await lock('text', PASSPHRASE);
    const last = locked.length - 1;
    locked[last] = (locked[last] ?? 0) ^ 1;
    expect(await unlock(locked, PASSPHRASE)).toBeUndefined();
  });

  test('is told from other files', () => {
    for (const text of ['', 'age', '{"format":"x"}', 'age-encryption.org/v2\n']) {
      expect(isLocked(new TextEncoder().encode(text)), text).toBe(false);
    }
  });
});
