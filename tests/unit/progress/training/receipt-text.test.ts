/** What was handed over is found again in whatever was pasted, or is said to be missing. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeExport } from '../../../../src/progress/records/export-file.ts';
import { MESSAGE_BYTES } from '../../../../src/progress/training/plan-message.ts';
import { packReceipt } from '../../../../src/progress/training/receipt-code.ts';
import {
  readReceipts,
  receiptHead,
  receiptText,
  type ReceiptText,
} from '../../../../src/progress/training/receipt-text.ts';
import { makeReceipt, type Receipt } from '../../../../src/progress/training/receipt.ts';
import { writeCode } from '../../../../src/progress/transfer/text-code.ts';
import { shuffled } from '../../fixtures/arbitrary-events.ts';
import { anyReceipt, MADE, REFS } from '../../fixtures/arbitrary-training.ts';
import { inZone } from '../../fixtures/zone.ts';

const COUNT = { done: 8, total: 12 };

async function textOf(receipt: Receipt): Promise<ReceiptText> {
  const text = await receiptText(receipt, COUNT);
  if (typeof text !== 'object') throw new Error('too long');
  return text;
}

/** A receipt of many parts: sixty plan items confirmed with ids that nothing can squeeze. */
function longReceipt(seed: number): Receipt {
  let state = seed;
  const id = () => {
    let text = '';
    for (let at = 0; at < 16; at += 1) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
      text += ((state >>> 16) % 36).toString(36);
    }
    return text;
  };
  const items = Array.from({ length: 150 }, (_, index) => ({
    ref: `agency/roles/role-${index % 12}#duty-${index}`,
    need: 'read' as const,
    day: index + 1,
  }));
  return makeReceipt({
    learner: { id: id(), label: `学员 ${seed}` },
    at: MADE,
    edition: 2,
    starts: [
      { id: id(), day: '2026-11-02', at: MADE, plan: { id: 'long', title: '长计划', items } },
    ],
    events: items.map(({ ref }) => ({ v: 1, id: id(), at: MADE, kind: 'read', ref, rev: 1 })),
  });
}

const byText = (receipts: readonly Receipt[]) =>
  receipts.map((receipt) => JSON.stringify(packReceipt(receipt))).sort();

test('each message is as long as a chat holds, the first one with the line above it', async () => {
  const plan = longReceipt(1).plans[0];
  if (!plan) throw new Error('no plan');
  for (const title of ['短', '很长的计划名'.repeat(30)]) {
    for (const count of [1, 2, 20]) {
      const plans = Array.from({ length: count }, (_, index) => ({
        ...plan,
        id: `s${index}`,
        plan: { ...plan.plan, title: `${title}${index}` },
      }));
      const { head, parts } = await textOf({ ...longReceipt(2), plans });
      const [first = '', ...rest] = parts;
      expect(parts.length).toBeGreaterThan(1);
      for (const message of [`${head}\n${first}`, ...rest]) {
        expect(new TextEncoder().encode(message).length).toBeLessThanOrEqual(MESSAGE_BYTES);
      }
      const { receipts } = await readReceipts(`${head}\n${parts.join('\n')}`);
      expect(receipts.map(({ plans: all }) => all.length)).toEqual([count]);
    }
  }
});

describe('the line for people', () => {
  test('says which plan, how far, until when, and which edition', () => {
    const starts = ['客户专员入职路线', '第一周'].map((title) => {
      return { id: title, day: '2026-11-02', at: MADE, plan: { id: 'p', title, items: [] } };
    });
    const receipt = makeReceipt({
      learner: { id: 'd', label: '小王' },
      at: Date.UTC(2026, 10, 27, 2),
      edition: 2,
      starts: starts.slice(0, 1),
      events: [],
    });
    inZone('Asia/Shanghai', () => {
      const head = '【回执】客户专员入职路线 · 8/12 · 至 11 月 27 日 · 第 2 版';
      expect(receiptHead(receipt, COUNT)).toBe(head);
      const { edition: _edition, ...without } = receipt;
      const both = { ...without, plans: starts };
      expect(receiptHead(both, COUNT)).toBe(
        '【回执】客户专员入职路线、第一周 · 8/12 · 至 11 月 27 日',
      );
    });
  });
});

describe('a pasted chat', () => {
  test('gives every receipt that is in it, in any order, some twice, with words between', async () => {
    const anyChat = fc
      .tuple(fc.array(anyReceipt, { minLength: 1, maxLength: 4 }), fc.infiniteStream(fc.nat(3)))
      .map(([receipts, chatter]) => ({ receipts, chatter: [...take(chatter, 12)] }));
    await fc.assert(
      fc.asyncProperty(anyChat, async ({ receipts, chatter }) => {
        const texts = await Promise.all(receipts.map(textOf));
        const between = ['\n', '\n小王 10:02\n', '\n> ', '\n“收到，辛苦！”\n'];
        const messages = [...texts, ...texts.slice(0, 2)].flatMap(({ head, parts }) => [
          head,
          ...parts,
        ]);
        const pasted = messages
          .map((message, at) => `${between[chatter[at % 12] ?? 0]}${message}`)
          .join('\n');
        const found = await readReceipts(pasted);
        const wanted = new Set(byText(receipts));
        expect(byText(found.receipts)).toEqual([...wanted].sort());
        expect(found).toMatchObject({
          incomplete: [],
          damaged: 0,
          hasNewer: false,
          isTooLong: false,
        });
      }),
      { numRuns: 60 },
    );
  });

  test('that is cut anywhere gives the whole receipts and says what is missing of the others', async () => {
    const receipts = [longReceipt(1), longReceipt(2), longReceipt(3)];
    const texts = await Promise.all(receipts.map(textOf));
    const parts = texts.flatMap((text) => [...text.parts]);
    expect(parts.length).toBeGreaterThan(5);
    await fc.assert(
      fc.asyncProperty(fc.subarray(parts).chain(shuffled), fc.nat(200), async (kept, cut) => {
        // The last message is cut off; where that takes nothing away, it is whole.
        const pasted = kept.join('\n李四 11:20\n').slice(0, cut > 100 ? undefined : -1 - cut);
        const whole = kept.filter((part) => pasted.includes(part));
        const found = await readReceipts(pasted);
        const complete = receipts.filter((_, at) =>
          texts[at]?.parts.every((p) => whole.includes(p)),
        );
        expect(byText(found.receipts)).toEqual(byText(complete));
        for (const { total, missing } of found.incomplete) {
          expect(missing.length).toBeGreaterThan(0);
          expect(missing.length).toBeLessThanOrEqual(total);
        }
        // Whoever has a part there is either whole or named.
        const seen = texts.filter((text) => text.parts.some((p) => whole.includes(p))).length;
        expect(found.receipts.length + found.incomplete.length).toBeGreaterThanOrEqual(seen);
      }),
      { numRuns: 60 },
    );
  });

  test('names a code of a newer version, and passes over a run that was sent alone', async () => {
    const [run = ''] = (await writeCode('r', '{}')) ?? [];
    const found = await readReceipts(`KHB2t.AAAAAA.1.1.xyz.AAAAAA\n${run}`);
    expect(found).toMatchObject({ receipts: [], hasNewer: true, damaged: 0, incomplete: [] });
  });

  test('names a receipt of a later shape inside a code of this one', async () => {
    const [part = ''] = (await writeCode('t', '{"v":2}')) ?? [];
    expect(await readReceipts(part)).toMatchObject({ hasNewer: true, damaged: 0 });
  });
});

describe('an export', () => {
  const start = {
    v: 1,
    id: 's1',
    at: MADE,
    kind: 'start',
    day: '2026-11-02',
    plan: { id: 'p', title: 'P', items: [{ ref: REFS[0], need: 'read', day: 1 }] },
  };
  const read = { v: 1, id: 'r1', at: MADE, kind: 'read', ref: REFS[0], rev: 2 };
  const values = new Map(
    Object.entries({
      'train:s1': start,
      'train:r1': read,
      'train:bad': 'x',
      'set:learner': { v: 1, id: 'device1', label: '小王' },
      'run:r:e': { v: 1, secret: '备注' },
    }).map(([name, value]) => [name, JSON.stringify(value)]),
  );
  const file = writeExport(values, 'khb', MADE + 5);

  test('says what a receipt of all open plans would say, as a file or as text', async () => {
    const [part = ''] = (await writeCode('x', file)) ?? [];
    for (const pasted of [file, `小王 10:00\n${part}`]) {
      const { receipts } = await readReceipts(pasted);
      expect(receipts).toEqual([
        {
          v: 1,
          learner: { id: 'device1', label: '小王' },
          at: MADE + 5,
          plans: [{ id: 's1', plan: start.plan, day: '2026-11-02' }],
          events: [read],
          gone: [],
        },
      ]);
      expect(JSON.stringify(receipts)).not.toContain('备注');
    }
  });

  test('of somebody without a label is no receipt', async () => {
    const nobody = new Map([...values].filter(([name]) => name !== 'set:learner'));
    const found = await readReceipts(writeExport(nobody, 'khb', MADE));
    expect(found).toMatchObject({ receipts: [], damaged: 1 });
  });
});

describe('hostile text', () => {
  test('of two thousand kinds neither throws nor gives a receipt that is none', async () => {
    const whole = JSON.stringify(packReceipt(longReceipt(9)));
    const [head, ...rest] = (await textOf(longReceipt(9))).parts;
    const anyJson = fc.json();
    const edited = fc
      .tuple(fc.nat(whole.length), fc.nat(6), fc.string({ maxLength: 6 }))
      .map(([at, length, text]) => whole.slice(0, at) + text + whole.slice(at + length));
    const polluted = fc.constantFrom(
      '{"v":1,"__proto__":{"l":["a","b"]}}',
      '{"v":1,"l":["__proto__","constructor"],"at":1,"refs":[],"p":[],"c":[],"g":["__proto__"]}',
      `{"v":1,"l":${'['.repeat(3000)}${']'.repeat(3000)}}`,
    );
    const anyBad = fc.oneof(
      { weight: 3, arbitrary: edited.map((text) => ({ code: text })) },
      { weight: 2, arbitrary: anyJson.map((text) => ({ code: text })) },
      { weight: 1, arbitrary: polluted.map((text) => ({ code: text })) },
      {
        weight: 2,
        arbitrary: fc
          .tuple(fc.nat(1_800), fc.string({ unit: 'grapheme', maxLength: 4 }))
          .map(([at, text]) => ({
            pasted: [head?.slice(0, at), text, head?.slice(at + 1), ...rest].join(''),
          })),
      },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme' }).map((pasted) => ({ pasted })) },
    );
    await fc.assert(
      fc.asyncProperty(anyBad, async (bad) => {
        const pasted =
          'pasted' in bad ? bad.pasted : ((await writeCode('t', bad.code)) ?? []).join('\n');
        const found = await readReceipts(pasted);
        for (const receipt of found.receipts) {
          expect(receipt.learner.label.trim()).not.toBe('');
          expect(JSON.parse(JSON.stringify(packReceipt(receipt)))).toBeTruthy();
        }
        expect(({} as Record<string, unknown>)['l']).toBeUndefined();
      }),
      { numRuns: 2_000 },
    );
  }, 120_000);
});

describe('what was written once is decoded for ever', () => {
  const folder = join(import.meta.dirname, '../../../fixtures/receipts');
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));

  test.each(names)('%s', async (name) => {
    const pasted = readFileSync(join(folder, name), 'utf8');
    const expected: unknown = JSON.parse(
      readFileSync(join(folder, name.replace('.txt', '.json')), 'utf8'),
    );
    const { receipts, incomplete, damaged } = await readReceipts(pasted);
    expect(JSON.parse(JSON.stringify(receipts))).toEqual(expected);
    expect({ incomplete, damaged }).toEqual({ incomplete: [], damaged: 0 });
  });

  test('there is one of every version', () => {
    // `v1-split`: in three parts, with runs, duties, reviews, and what came back from a mentor.
    expect(names).toEqual(expect.arrayContaining(['v1.txt', 'v1-split.txt']));
  });
});

function* take<T>(stream: Iterable<T>, count: number): Iterable<T> {
  let left = count;
  for (const each of stream) {
    if (left-- <= 0) return;
    yield each;
  }
}
