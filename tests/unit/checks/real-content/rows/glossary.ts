import { like, replace, TERMS, type Break } from '../real-tree.ts';

function termOf(id: string, term: string): string {
  return `
- id: ${id}
  term: ${term}
  pinyin: gongzuodan
  definition: 派工的单子。
  handbooks: [agency]
  origin: editorial
`;
}

export const glossary: readonly Break[] = [
  {
    name: 'a term that is explained twice',
    edit: replace(TERMS, /$/, termOf('job-order-again', '工作单')),
    rule: 'unregistered-reference',
    file: TERMS,
    at: '- id: job-order-again',
    found: '“glossary#job-order-again”还没有登记',
    expected: '每个发布的名字都登记在 content/ids.yaml',
    fix: '运行 npm run ids；名字发布后不能再改，登记前再看一遍',
    others: [
      {
        rule: 'term-twice',
        file: TERMS,
        at: 'term: 工作单',
        after: '- id: job-order-again',
        found: like(/^术语“工作单”解释了两次，第 \d+ 行已经有一条$/),
        expected: '术语表里每个词只有一条',
        fix: '两条合成一条，留先有的 id；意思确实不同的，给其中一个换一个分得清的叫法',
      },
    ],
  },
  {
    name: 'a term whose id stands twice',
    edit: replace(TERMS, /$/, termOf('job-order', '派工的单')),
    rule: 'duplicate-id',
    file: TERMS,
    at: '- id: job-order\n  term: 派工的单',
    found: like(/^id“job-order”重复了，第 \d+ 行已经用过$/),
    expected: '术语表里每个 id 只出现一次',
    fix: '给后加的这一个换一个没用过的；已经发布的那一个不要动，链接和读者的勾选记录靠它',
  },
  {
    name: 'a term without a definition',
    edit: replace(TERMS, /\n +definition: .*/, '', '- id: job-order'),
    rule: 'missing-field',
    file: TERMS,
    at: '- id: job-order',
    found: '缺少字段 definition（解释）',
    expected: '这里要有 definition（解释）',
    fix: '补一行“definition: ……”，左边与同级的字段对齐',
  },
  {
    name: 'pinyin with tones',
    edit: replace(TERMS, /pinyin: .*/, 'pinyin: gōngzuòdān', '- id: job-order'),
    rule: 'bad-pinyin',
    file: TERMS,
    at: 'gōngzuòdān',
    found: 'pinyin（拼音）写成了“gōngzuòdān”',
    expected: '全拼，小写，不标声调，不空格，如 gongzuodan',
    fix: '照读音写全拼，只留小写字母和数字',
  },
  {
    name: 'a term of a handbook that there is not',
    edit: replace(TERMS, 'handbooks: [agency]', 'handbooks: [agencies]', '- id: job-order'),
    rule: 'wrong-value',
    file: TERMS,
    at: 'agencies',
    found: 'handbooks（所属手册）写成了“agencies”。',
    expected: '其中之一：agency、service、key-accounts',
    fix: '从上面的值里选一个，照样写',
  },
  {
    name: 'a term that sends readers to nowhere',
    edit: replace(TERMS, 'see: [agency/techniques/job-order,', 'see: [agency/techniques/joborder,'),
    rule: 'unknown-page',
    file: TERMS,
    at: 'joborder,',
    found:
      '术语的 see 写的页面“agency/techniques/joborder”不存在。是不是想写“agency/techniques/job-order”？',
    expected:
      '“手册/栏目/文件名”，或“手册/栏目/文件名#条目的 id”，如 agency/techniques/job-order#approve',
    fix: '照那一页的文件名和 id 改正，或者删去这一项',
  },
  {
    name: 'a term from a statement that the ledger does not have',
    edit: replace(TERMS, /from: .*/, 'from: [ag-w1-80]', '- id: job-order'),
    rule: 'unknown-ledger-id',
    file: TERMS,
    at: 'ag-w1-80',
    found: '出处台账里没有编号“ag-w1-80”。是不是想写“ag-w1-08”？',
    expected: 'from 里都是 content/sources/ledger.yaml 里有的编号',
    fix: '照台账改正编号；台账里确实没有的内容，去掉 from，标 origin: editorial',
  },
];
