import { describe, expect, test } from 'vitest';
import { readRequest } from '../../../../scripts/new/request.ts';

const HANDBOOKS = ['agency', 'service'];

test('a kind, a name and a title', () => {
  expect(readRequest(['role', 'agency/account-rep', '--title', ' 销售代表 '], HANDBOOKS)).toEqual({
    kind: 'role',
    handbook: 'agency',
    slug: 'account-rep',
    title: '销售代表',
  });
  expect(readRequest(['--title=销售部', 'handbook', 'sales'], HANDBOOKS)).toEqual({
    kind: 'handbook',
    handbook: 'sales',
    title: '销售部',
  });
  expect(readRequest(['rules', 'service/b2b'], HANDBOOKS)).toEqual({
    kind: 'rules',
    handbook: 'service',
    slug: 'b2b',
  });
});

describe('what cannot be had is told in one line, with what to do', () => {
  test.each([
    ['a kind mistyped', ['roles', 'agency/x'], '是不是 role？'],
    ['no such kind', ['poem', 'agency/x'], 'technique、rules 之一'],
    ['no name', ['role'], 'npm run new -- role sales/first-page'],
    ['a word too many', ['role', 'agency/x', '销售代表'], '写在 --title 后面'],
    ['an option that there is not', ['role', 'agency/x', '--name', 'y'], '--title 销售代表'],
    ['a title without words', ['role', 'agency/x', '--title'], '--title 销售代表'],
    ['a title too short', ['role', 'agency/x', '--title', '人'], '写 2 到 20 个字'],
    ['a title too long', ['role', 'agency/x', '--title', '人'.repeat(21)], '有 21 个字'],
    ['half-width marks', ['role', 'agency/x', '--title', '甲,乙'], '要写成“甲，乙”'],
    ['markup', ['role', 'agency/x', '--title', '甲<b>'], '不能有“<”'],
    ['a handbook that is there', ['handbook', 'agency'], 'content/agency/index.mdx'],
    ['a name of the site', ['handbook', 'search'], 'search-team'],
    ['a handbook in capitals', ['handbook', 'Sales'], '小写英文字母'],
    ['a handbook in Chinese', ['handbook', '销售'], '中文写在 --title 后面'],
    ['no such handbook', ['role', 'sales/x'], 'npm run new -- handbook sales，'],
    ['a handbook mistyped', ['role', 'agencie/x'], '是不是 agency？'],
    ['a page in capitals', ['role', 'agency/Rep'], '小写英文字母'],
    ['a page in Chinese', ['role', 'agency/代表'], '中文写在 --title 后面'],
    ['a page with an underscore', ['role', 'agency/a_b'], '连字符'],
    ['a way out of the folder', ['role', 'agency/../x'], '手册/文件名'],
    ['a page without its handbook', ['role', 'account-rep'], '手册/文件名'],
    ['a section too many', ['role', 'agency/roles/x'], '不写栏目'],
  ])('%s', (_, words, says) => {
    const read = readRequest(words, HANDBOOKS);
    const refused = 'refused' in read ? read.refused : '';
    expect(refused).toContain(says);
    expect(refused).toMatch(/^[^\n]+。$/);
  });
});
