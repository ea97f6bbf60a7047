/** What the YAML parser refuses, told in Chinese. */
import type { Advice } from '../problem.ts';
import { openQuoteAdvice, TAB } from './yaml-slips.ts';

/** What a parser's error means for the editor: the rule's code and the advice. */
export function adviceFor(code: string, message: string, line: string): [string, Advice] {
  if (code === 'DUPLICATE_KEY') return ['yaml-duplicate-key', duplicateKey(line)];
  if (code === 'TAB_AS_INDENT') return ['yaml-tab', TAB];
  if (code === 'MISSING_CHAR' && message.includes('closing')) {
    return ['yaml-quote', openQuoteAdvice(message.includes("'") ? "'" : '"')];
  }
  const isOutdented = code === 'MISSING_CHAR' && message.includes('Sequence item');
  return ['yaml-syntax', BY_CODE[isOutdented ? 'BAD_INDENT' : code] ?? unreadable(line)];
}

const BY_CODE: Readonly<Record<string, Advice>> = {
  BLOCK_AS_IMPLICIT_KEY: {
    found: '这一行有两个“: ”（半角冒号加空格），或者它比上一行多缩进了',
    expected: '一行只有一个字段；值里的冒号用全角“：”；同级字段左边对齐',
    fix: '把值里的半角冒号改成“：”，或者给整个值加上半角引号，或者对齐缩进',
  },
  MULTILINE_IMPLICIT_KEY: {
    found: '从这一行起读不出字段：它没有“字段名: 值”的样子',
    expected: '每行是“字段名: 值”或“- 值”，字段名后面是半角冒号加一个空格',
    fix: '看这一行是不是少了半角冒号或冒号后的空格，或者是上一行的值断成了两行',
  },
  BAD_INDENT: {
    found: '这一行的缩进与上下文不一致，或者上面的 [ 或 { 没有结束',
    expected: '同级的行左边对齐，每层多两个空格；[ 与 ]、{ 与 } 成对',
    fix: '把这一行与同级的行对齐；检查上一行的括号有没有结束',
  },
  BAD_SCALAR_START: {
    found: '值以一个有特殊用途的字符开头',
    expected: '以 @、`、% 等字符开头的值要放在半角引号里',
    fix: '给整个值加上半角双引号，或者换一个说法开头',
  },
  BAD_ALIAS: {
    found: '值以 * 或 & 开头，会被当成指令',
    expected: '以 *、& 开头的值要放在半角引号里',
    fix: '给整个值加上半角双引号',
  },
  BLOCK_IN_FLOW: {
    found: '花括号或方括号里的内容读不出来',
    expected: '括号里各项用半角逗号隔开，字段名后面是半角冒号加空格',
    fix: '把全角的逗号、冒号改成半角的，检查括号是否成对',
  },
  TAG_RESOLVE_FAILED: {
    found: '值以半角感叹号 ! 开头，会被当成指令',
    expected: '值不以半角感叹号开头',
    fix: '去掉感叹号，或者给整个值加上半角双引号',
  },
  BAD_DQ_ESCAPE: {
    found: '双引号里有反斜杠 \\，它后面的字符没有意义',
    expected: '双引号里不用反斜杠',
    fix: '去掉反斜杠，或者把外面的双引号换成半角单引号',
  },
  MULTIPLE_DOCS: {
    found: '中间又有一行 ---',
    expected: '只有一份数据，中间没有 ---',
    fix: '删掉多出来的 ---',
  },
};

function duplicateKey(line: string): Advice {
  const key = line.trim().replace(/^- /, '').split(':')[0] ?? '';
  return {
    found: `字段 ${key} 在同一处写了两次`,
    expected: '每个字段在同一处只写一次',
    fix: '留下要用的一个，删去另一个；如果是两条不同的内容，后一条前面要有“- ”',
  };
}

function unreadable(line: string): Advice {
  return {
    found: `这一行读不懂：“${line.trim().slice(0, 30)}”`,
    expected: '每行是“字段名: 值”或“- 值”，标点用半角，同级的行左边对齐',
    fix: '对照上下同类的行检查冒号、引号、括号和缩进；值里有特殊字符时给整个值加半角双引号',
  };
}
