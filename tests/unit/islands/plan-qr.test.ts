import decodeQR from 'qr/decode.js';
import { describe, expect, test } from 'vitest';
import { qrPath } from '../../../src/islands/train/draw-qr.ts';

/** Pixels of a module. */
const SCALE = 4;

/** Paints the path as a browser does, and reads it as a camera does. */
function read(text: string): string {
  const { path, size } = qrPath(text);
  const width = size * SCALE;
  const data = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
    for (let row = Number(y) * SCALE; row < (Number(y) + 1) * SCALE; row += 1) {
      const from = row * width + Number(x) * SCALE;
      for (let at = from; at < from + Number(length) * SCALE; at += 1)
        data.fill(0, at * 4, at * 4 + 3);
    }
  }
  return decodeQR({ width, height: width, data });
}

describe('the code of an address', () => {
  test.each([
    'https://handbook.example.com/train/agency-account-executive/',
    'http://192.168.10.20:8080/kehubu/train/first-small-job/',
    'https://手册.例子/train/complaint-duty/',
    `https://handbook.example.com/${'department/'.repeat(8)}train/key-accounts-business-management/`,
  ])('%s is read from what is drawn', (address) => {
    expect(read(address)).toBe(address);
  });

  test('has the white frame that cameras look for', () => {
    const { path, size } = qrPath('https://handbook.example.com/train/pitch/');
    const starts = [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].map((match) => match.map(Number));
    expect(Math.min(...starts.flatMap(([, x = 0, y = 0]) => [x, y]))).toBe(4);
    expect(Math.max(...starts.map(([, x = 0, , length = 0]) => x + length))).toBe(size - 4);
  });
});
