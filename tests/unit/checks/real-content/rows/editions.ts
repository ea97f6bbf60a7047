/** The editions: numbered and dated in order, each change leading to what changed. */
import {
  add,
  EDITION,
  like,
  realTree,
  remove,
  rename,
  replace,
  type Break,
  type Edit,
} from '../real-tree.ts';

const published = realTree.filter(({ path }) => path.startsWith('content/editions/'));
const NEXT = published.length + 1;

/** One edition more, after those there are. */
function nextEdition(number: number, date: string): Edit {
  const first = realTree.find(({ path }) => path === EDITION)?.text ?? '';
  return add(
    `content/editions/${number}.yaml`,
    first.replace('number: 1\n', `number: ${number}\n`).replace(/date: .*/, `date: ${date}`),
  );
}

export const editions: readonly Break[] = [
  {
    name: 'no edition',
    edit: (tree) => published.reduce((left, { path }) => remove(path)(left), tree),
    rule: 'missing-edition',
    file: EDITION,
    at: '',
    found: '没有版次',
    expected: 'content/editions/ 里至少有第一版 1.yaml',
    fix: '把版次文件放回原处',
  },
  {
    name: 'an edition that skips a number',
    edit: nextEdition(NEXT + 1, '2099-01-01'),
    rule: 'edition-gap',
    file: `content/editions/${NEXT + 1}.yaml`,
    at: `number: ${NEXT + 1}`,
    found: `第 ${NEXT + 1} 版前面缺第 ${NEXT} 版`,
    expected: '版次从 1 起，一版接一版',
    fix: `把 number 和文件名改成 ${NEXT}`,
  },
  {
    name: 'a later edition of an earlier day',
    edit: nextEdition(NEXT, '2020-01-01'),
    rule: 'edition-date',
    file: `content/editions/${NEXT}.yaml`,
    at: 'date: 2020-01-01',
    found: like(/^第 \d+ 版的日期 2020-01-01 早于前一版的 20\d\d-\d\d-\d\d$/),
    expected: '后一版的日期不早于前一版',
    fix: '改正日期',
  },
  {
    name: 'an edition under another name',
    edit: rename(EDITION, 'content/editions/first.yaml'),
    rule: 'edition-name',
    file: 'content/editions/first.yaml',
    at: 'number: 1',
    found: '文件叫 first.yaml，里面写的是第 1 版',
    expected: '文件名就是版次的数字，如第 2 版叫 2.yaml',
    fix: '改文件名，或者改 number',
  },
  {
    name: 'an edition of a page that there is not',
    edit: replace(EDITION, 'ref: service', 'ref: servise'),
    rule: 'edition-reference',
    file: EDITION,
    at: 'ref: servise',
    found: '没有“servise”这个页面或条目。是不是想写“service”？',
    expected: 'ref 是现在有的，或者在 content/ids.yaml 里写明移走、停用的',
    fix: '照 content/ids.yaml 里的名字改正',
  },
  {
    name: 'a change in an edition without a reason',
    edit: replace(EDITION, /\n +why: .*/, ''),
    rule: 'missing-field',
    file: EDITION,
    at: '- ref: agency',
    found: '缺少字段 why（理由）',
    expected: '这里要有 why（理由）',
    fix: '补一行“why: ……”，左边与同级的字段对齐',
  },
  {
    name: 'a kind of change that there is not',
    edit: replace(EDITION, 'kind: added', 'kind: new'),
    rule: 'wrong-value',
    file: EDITION,
    at: 'kind: new',
    found: 'kind（类型）写成了“new”。',
    expected: '其中之一：added（新增）、changed（修改）、moved（移动）、retired（停用）',
    fix: '从上面的值里选一个，照样写',
  },
];
