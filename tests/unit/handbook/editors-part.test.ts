import { expect, test } from 'vitest';
import { editorsPart } from '../../../src/handbook/editors-part.ts';

const from = ['ag-ad-b1'];

test('names what the items with a source have beside it, as the pages call it', () => {
  expect(editorsPart([{ from, cadence: 'daily', doneWhen: '有记录', why: '不然会忘。' }])).toBe(
    '没有标“编者补充”的条目，要求出自旧手册；周期、做到什么样、为什么都是编者写的。',
  );
  expect(editorsPart([{ from }, { from, why: '不然会忘。' }])).toBe(
    '没有标“编者补充”的条目，要求出自旧手册；为什么是编者写的。',
  );
});

test('says nothing where the editors wrote all, which is marked, or nothing beside the source', () => {
  expect(editorsPart([])).toBeUndefined();
  expect(editorsPart([{ from }])).toBeUndefined();
  expect(editorsPart([{ from: [], cadence: 'daily', why: '不然会忘。' }])).toBeUndefined();
});
