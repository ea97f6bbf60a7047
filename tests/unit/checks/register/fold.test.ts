import { describe, expect, test } from 'vitest';
import { folded, swapOf, type Entry } from '../../../../src/checks/register/fold.ts';

describe('one word in the place of another', () => {
  test.each([
    [['text: 问创意部'], ['text: 问创作部'], '创意', '创作'],
    [['text: 问创意部', 'why: 创意部忙。'], ['text: 问创作部', 'why: 创作部忙。'], '意部', '作部'],
    [['text: 创意'], ['text: 创作'], ' 创意', ' 创作'],
    [['text: 销号'], ['text: 办结'], '销号', '办结'],
  ])('%j → %j', (before, after) => {
    const swap = swapOf(before, after);
    expect(swap).toBeDefined();
    const { from, to } = swap ?? { from: '', to: '' };
    expect(from.length).toBeGreaterThan(1);
    expect(before.map((line) => line.replaceAll(from, to))).toEqual(after);
  });

  test.each([
    ['nothing that was there', [], ['text: 甲']],
    ['a line more', ['text: 甲乙'], ['text: 甲丙', 'why: 丁']],
    ['two words', ['text: 创意部，客户'], ['text: 创作部，主顾', 'x'].slice(0, 1).concat('y')],
    ['another word in the next line', ['text: 甲乙', 'why: 丙丁'], ['text: 甲戊', 'why: 己丁']],
    ['the same word, and not everywhere', ['创意部的创意部'], ['创作部的创意部']],
    ['a word that is gone', ['text: 全部'], ['']],
  ])('is not %s', (_, before, after) => {
    expect(swapOf(before, after)).toBeUndefined();
  });
});

describe('lines that are one', () => {
  const entry = (reference: string, more: Partial<Entry> = {}): Entry => ({
    reference,
    kind: 'changed',
    remarks: ['原文', '现在'],
    swap: { from: '创意', to: '创作' },
    ...more,
  });
  const refs = (...entries: Entry[]) =>
    folded(entries).map(
      ({ reference, items }) => `${reference}${items ? `[${items.join()}]` : ''}`,
    );

  test('those of one page and one swap, where the first of them stood', () => {
    expect(refs(entry('a/roles/x#one'), entry('a/roles/y#two'), entry('a/roles/x#three'))).toEqual([
      'a/roles/x[one,three]',
      'a/roles/y#two',
    ]);
  });

  test('no others: the page itself, what is new, another swap, what changed in more than a word', () => {
    const { swap: _, ...reworded } = entry('a/roles/x#five');
    const entries = [
      entry('a/roles/x'),
      entry('a/roles/x#one'),
      entry('a/roles/x#two', { kind: 'added' }),
      entry('a/roles/x#three', { swap: { from: '创意', to: '设计' } }),
      reworded,
    ];
    expect(folded(entries)).toEqual(entries);
  });
});
