/** What a pasted text is said to hold. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPasted } from '../../../src/islands/records/read-pasted.ts';
import { readExport, writeExport } from '../../../src/progress/records/export-file.ts';
import {
  PASTE_MAX_LENGTH,
  writeCode,
  type CodeKind,
} from '../../../src/progress/transfer/text-code.ts';
import { runsAmong } from '../../../src/progress/records/import.ts';
import { note, START, story, tick } from '../fixtures/events.ts';
import { both, MARK, openRun, packedRun, stored } from '../fixtures/stored.ts';

/** An export of some length whose text does not repeat. */
function exportOf(at: number, length = 9_000): string {
  let state = at;
  const noise = Array.from({ length }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return String.fromCharCode(97 + (state % 26));
  });
  return writeExport(new Map([['set:theme', noise.join('')]]), 'khb', at);
}

const partsOf = async (text: string, kind: CodeKind = 'x') => (await writeCode(kind, text)) ?? [];

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

describe('runs that were sent alone', () => {
  const runs = (values: ReadonlyMap<string, string>, at: number) => writeExport(values, 'khb', at);
  const valuesIn = (found: unknown) => {
    const { text } = found as { text: string };
    const file = readExport(text);
    if (typeof file === 'string') throw new Error(file);
    return { ...file, values: new Map(Object.entries(file.values)) };
  };
  const [first, second] = [
    openRun('one', story(START, tick('a'), tick('b'))),
    openRun('two', story(START, tick('a'))),
  ];

  test('one of them is read as it is', async () => {
    const text = runs(first, 5);
    expect(await readPasted((await partsOf(text, 'r')).join('\n'))).toEqual({ text });
  });

  test('all of them come with the newest export, in any order; its settings stay', async () => {
    const older = runs(
      both(second, stored({ 'set:theme': 'dark', [MARK]: { v: 1, done: true, at: 1 } })),
      1,
    );
    const newer = runs(stored({ 'set:theme': 'light' }), 2);
    const codes = [
      await partsOf(runs(first, 3), 'r'),
      await partsOf(newer),
      await partsOf(older),
      await partsOf(runs(second, 1), 'r'),
    ];
    const pasted = codes.reverse().flat().join('\n李四 10:03\n');
    const { values, exportedAt } = valuesIn(await readPasted(pasted));
    expect(exportedAt).toBe(3);
    expect(Object.fromEntries(values)).toEqual(
      Object.fromEntries(both(first, second, stored({ 'set:theme': 'light' }))),
    );
  });

  test('two copies of one run are merged by their events, open or packed', async () => {
    const all = story(START, tick('a'), tick('b'), note('a', '客户下午来'));
    await fc.assert(
      fc.asyncProperty(
        fc.subarray(all.slice(1)),
        fc.subarray(all.slice(1)),
        fc.boolean(),
        fc.boolean(),
        fc.boolean(),
        async (some, others, isPacked, isOtherPacked, isNewer) => {
          const start = all.slice(0, 1);
          const copy = (events: typeof all, packed: boolean) =>
            packed
              ? packedRun('one', [...start, ...events])
              : openRun('one', [...start, ...events]);
          const pasted = [
            ...(await partsOf(runs(copy(some, isPacked), isNewer ? 2 : 1), 'r')),
            ...(await partsOf(runs(copy(others, isOtherPacked), isNewer ? 1 : 2), 'r')),
          ];
          const { values } = valuesIn(await readPasted(pasted.join('\n')));
          const ids = (runsAmong(values).runs.get('one') ?? []).map(({ id }) => id);
          const expected = all.filter((each) => [...start, ...some, ...others].includes(each));
          expect(ids.sort()).toEqual(expected.map(({ id }) => id).sort());
        },
      ),
      { numRuns: 300 },
    );
  });

  test('one that is not whole, or damaged, is named, and the others are read', async () => {
    const long = runs(stored({ 'set:theme': exportOf(9) }), 9);
    const cut = (await partsOf(long, 'r')).slice(1);
    const whole = runs(second, 4);
    const found = await readPasted([...cut, ...(await partsOf(whole, 'r'))].join('\n'));
    expect(found).toEqual({ text: whole, note: expect.stringContaining('还缺第 1 段') as string });
  });

  test('what is no export in a whole code takes nothing from the others', async () => {
    const whole = runs(second, 4);
    const pasted = [
      ...(await partsOf('{"format":"x"}', 'r')),
      ...(await partsOf('没有', 'x')),
      ...(await partsOf(whole, 'r')),
    ];
    expect(await readPasted(pasted.join('\n'))).toEqual({ text: whole });
  });

  test('whatever is done to a chat of both kinds, it is read or what is wrong is said', async () => {
    const chat = [
      ...(await partsOf(exportOf(7, 4_000))),
      ...(await partsOf(runs(first, 3), 'r')),
      ...(await partsOf(runs(second, 2), 'r')),
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(chat, { minLength: 1 }),
        fc.nat(),
        fc.nat(),
        async (some, which, where) => {
          const changed = [...some];
          const at = which % changed.length;
          const part = changed[at] ?? '';
          changed[at] = part.slice(0, where % (part.length + 1));
          const found = await readPasted(changed.join('\n'));
          if ('problem' in found) expect(found.problem).not.toBe('');
          else expect(readExport(found.text)).toBeTypeOf('object');
        },
      ),
      { numRuns: 300 },
    );
  });
});
