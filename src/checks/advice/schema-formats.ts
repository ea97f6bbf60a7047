import { fieldName } from './field-names.ts';
import type { Advice } from '../problem.ts';

/**
 * What an id, a ledger id or a reference has to look like: the rule's code and the advice.
 *
 * @param isFull true where the value names a page or an item by its full reference
 */
export function formatAdvice(
  key: string,
  value: string,
  isFull = false,
): [rule: string, advice: Advice] {
  if (isFull) {
    const found = `${key} 写成了“${value}”`;
    return ['bad-reference', { found, expected: FULL, fix: '照 content/ids.yaml 里的名字写' }];
  }
  const found = `${fieldName(key)}写成了“${value}”`;
  if (key === 'from') {
    return ['bad-ledger-id', { found, expected: LEDGER_ID, fix: ledgerFix(value) }];
  }
  if (key === 'techniques') {
    return [
      'bad-reference',
      { found, expected: REFERENCE, fix: '写文件名，不带 .mdx，也不带斜杠和 #' },
    ];
  }
  if (key === 'forms') {
    return ['bad-reference', { found, expected: FORM, fix: '写技巧页的文件名，加 # 和表单的 id' }];
  }
  if (key === 'pinyin') {
    return ['bad-pinyin', { found, expected: PINYIN, fix: '照读音写全拼，只留小写字母和数字' }];
  }
  const kebab = toKebab(value);
  const fix = kebab ? `改成 ${kebab}` : '换成说明内容的英文短名，几个词之间用连字符';
  return ['bad-id', { found, expected: ID, fix }];
}

/** How long a step may take. */
export const TIME_LIMIT: Advice = {
  found: 'within（时限）写的不是几小时，也不是几个工作日',
  expected: '{ hours: 24 }（24 小时）或 { workdays: 3 }（3 个工作日），数字从 1 起',
  fix: '照两种写法之一改写；两种不同时写',
};

const ID = '小写英文字母、数字和连字符，以字母开头，如 fill-job-order';
const PINYIN = '全拼，小写，不标声调，不空格，如 gongzuodan';
const FULL =
  '“手册/栏目/文件名”，条目再加“#”和它的 id，如 agency/roles/account-director#approve-quotes';
const LEDGER_ID = '出处台账里的编号，如 ag-ad-b1，几个编号用半角逗号隔开：[ag-ad-b1, ag-ad-b2]';
const REFERENCE =
  '同一手册的技巧页文件名，如 job-order，或“手册/栏目/文件名”，如 agency/techniques/job-order';

const FORM =
  '同一手册技巧页上的表单，如 job-order#full-order，或“手册/techniques/文件名#表单的 id”';

function ledgerFix(value: string): string {
  return value.includes('，') || value.includes('、')
    ? '把编号之间的全角标点改成半角逗号加空格'
    : '照台账 content/sources/ledger.yaml 里的编号写';
}

/** `Fill Job_Order` → `fill-job-order`; empty when no letters are left. */
function toKebab(value: string): string {
  return value
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+|-+$/g, '');
}
