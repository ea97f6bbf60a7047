import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NEEDS } from '../../../../src/model/plan.ts';
import {
  MESSAGE_BYTES,
  planMessages,
  type ListedItem,
} from '../../../../src/progress/training/plan-message.ts';

const LINK = 'https://handbook.example/train/open/?p=1.abc.def0123';

const anyItem: fc.Arbitrary<ListedItem> = fc.record({
  ref: fc.constant('a/rules/b#c'),
  need: fc.constantFrom(...NEEDS),
  day: fc.integer({ min: 1, max: 400 }),
  text: fc.string({ minLength: 1, maxLength: 60, unit: fc.constantFrom('读', '合', '同', 'a') }),
  address: fc.nat().map((n) => `https://handbook.example/a/rules/b/?at=c${n}#c${n}`),
});

const bytes = (text: string) => Buffer.byteLength(text);

test('a short plan is one message', () => {
  const items: ListedItem[] = [
    {
      ref: 'a/rules/b',
      need: 'read',
      day: 1,
      text: '请假',
      address: 'https://h.example/a/rules/b/',
    },
    {
      ref: 'a/workflows/c#d',
      need: 'observe',
      day: 5,
      text: '客户确认',
      address: 'https://h.example/a/workflows/c/?at=d#d',
    },
  ];
  expect(planMessages({ title: '客户专员 · 培训', link: LINK, items })).toEqual([
    `【培训计划】客户专员 · 培训 · 2 项
打开计划：${LINK}
打不开的话，一项一项打开：
1. 第 1 天 读过：请假
https://h.example/a/rules/b/
2. 第 5 天 带教看着做过：客户确认
https://h.example/a/workflows/c/?at=d#d`,
  ]);
  expect(planMessages({ title: '客户专员 · 培训', items })[0]).toMatch(
    /^【培训计划】客户专员 · 培训 · 2 项\n一项一项打开：\n1\. /,
  );
});

test('every item stands whole in one message, in order, and each message is what a chat holds', () => {
  fc.assert(
    fc.property(fc.array(anyItem, { minLength: 1, maxLength: 60 }), (items) => {
      const messages = planMessages({ title: '客户专员 · 培训', link: LINK, items });
      const lines = messages.flatMap((message) => message.split('\n'));
      expect(lines.filter((line) => line.startsWith('https:'))).toEqual(
        items.map(({ address }) => address),
      );
      items.forEach(({ text, address }, index) => {
        const at = lines.findIndex((line) => line.startsWith(`${index + 1}. `));
        expect(lines[at]).toContain(text);
        expect(lines[at + 1]).toBe(address);
      });
      for (const message of messages) expect(bytes(message)).toBeLessThanOrEqual(MESSAGE_BYTES);
      expect(messages[0]).toContain(LINK);
      const counts = messages.map((message) => /（(\d+)\/(\d+)）\n/.exec(message)?.slice(1));
      expect(counts).toEqual(
        messages.length === 1
          ? [undefined]
          : messages.map((_, index) => [String(index + 1), String(messages.length)]),
      );
    }),
    { numRuns: 200 },
  );
});
