/** What a pasted text is said to hold. */
import { expect, test } from 'vitest';
import { readPasted } from '../../../src/islands/records/read-pasted.ts';
import { writeExport } from '../../../src/progress/records/export-file.ts';
import { PASTE_MAX_LENGTH, writeCode } from '../../../src/progress/transfer/text-code.ts';

/** An export of some length whose text does not repeat. */
function exportOf(at: number, length = 9_000): string {
  let state = at;
  const noise = Array.from({ length }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return String.fromCharCode(97 + (state % 26));
  });
  return writeExport(new Map([['set:theme', noise.join('')]]), 'khb', at);
}

const partsOf = async (text: string) => (await writeCode('x', text)) ?? [];

test('the newest whole export is taken', async () => {
  const [older, newer] = [exportOf(1), exportOf(2)];
  const pasted = [...(await partsOf(newer)), ...(await partsOf(older))].join('\n');
  expect(await readPasted(pasted)).toEqual({ text: newer });
  expect(await readPasted([...(await partsOf(older))].reverse().join('好的'))).toEqual({
    text: older,
  });
});

test('parts that are not there, and parts that were cut, are named', async () => {
  const parts = [...(await partsOf(exportOf(3)))];
  expect(parts.length).toBeGreaterThan(3);
  const cut = parts.map((part, index) => (index === 2 ? part.slice(0, 400) : part)).slice(1);
  expect(await readPasted(cut.join('\n'))).toEqual({
    problem: `还缺第 1 段（共 ${parts.length} 段），请一起粘进来。第 3 段不完整，请再复制一次。`,
  });
});

test.each([
  { what: 'a text without one', pasted: '今天下午三点开会', words: '没有导出的文字' },
  { what: 'a newer one', pasted: 'KHB2x.AAAAAA.1.1.AAAA.AAAAAA', words: '新版网站' },
  { what: 'too long a text', pasted: '字'.repeat(PASTE_MAX_LENGTH + 1), words: '太长' },
])('$what: what is wrong is said', async ({ pasted, words }) => {
  expect(await readPasted(pasted)).toEqual({ problem: expect.stringContaining(words) as string });
});

test('a receipt is no export', async () => {
  const receipt = ((await writeCode('t', exportOf(4, 20))) ?? []).join('\n');
  expect(await readPasted(receipt)).toEqual({
    problem: expect.stringContaining('没有导出的文字') as string,
  });
});
