import { describe, expect, test } from 'vitest';
import { cssString, runningHead } from '../../../../src/handbook/print/running-head.ts';

describe('cssString', () => {
  test('leaves Chinese text as it is', () => {
    expect(cssString('争取新客户 · 第 1 版')).toBe('"争取新客户 · 第 1 版"');
  });

  test('lets no text out of its string, nor out of its style element', () => {
    const escaped = cssString('"</style>\\\n');
    expect(escaped.slice(1, -1)).not.toMatch(/["<>\n]/);
    expect(escaped).toBe('"\\22 \\3c /style\\3e \\5c \\a "');
  });
});

test('the head of a sheet names the handbook and the page, of all sheets or of one kind', () => {
  expect(runningHead('手册', '岗位')).toBe(
    '@page {@top-left{content:"手册"}@top-right{content:"岗位"}}',
  );
  expect(runningHead('手册', '岗位', 'chapter-3')).toMatch(/^@page chapter-3\{/);
});
