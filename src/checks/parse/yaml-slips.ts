/** Slips of the hand in YAML that the parser misreads or overlooks, found line by line. */
import { FIELD_NAMES } from '../advice/field-names.ts';
import type { Advice } from '../problem.ts';

export interface Slip {
  /** Counted from 1, in the YAML text. */
  readonly line: number;
  readonly rule: 'yaml-tab' | 'yaml-colon' | 'yaml-quote';
  /** True when the line is wrong even if the parser can read it. */
  readonly isSure: boolean;
  readonly advice: Advice;
}

/** Finds tabs, full-width or tight colons and quotes that are left open. */
export function findSlips(text: string): Slip[] {
  return text.split('\n').flatMap((source, index): Slip[] => {
    const line = index + 1;
    if (/^ *\t/.test(source)) return [{ line, rule: 'yaml-tab', isSure: true, advice: TAB }];
    const colon = colonAdvice(source);
    if (colon) return [{ line, rule: 'yaml-colon', isSure: true, advice: colon }];
    const quote = openQuote(source);
    if (!quote) return [];
    return [{ line, rule: 'yaml-quote', isSure: false, advice: openQuoteAdvice(quote) }];
  });
}

export const TAB: Advice = {
  found: '行首缩进用了制表符（Tab 键）',
  expected: '缩进只用空格，每层两个',
  fix: '删掉行首的空白，改用空格键，与上下同级的行对齐',
};

export function openQuoteAdvice(quote: string): Advice {
  return {
    found: `这里以半角引号 ${quote} 开头，却没有用它结束`,
    expected: '半角引号成对出现，一头一尾',
    fix: `在值的末尾补一个 ${quote}；值里面要用引号时，写中文引号“”`,
  };
}

function colonAdvice(line: string): Advice | undefined {
  const wide = wideColonAfter(line);
  if (wide !== undefined) {
    return {
      found: `字段名 ${wide} 后面是全角冒号“：”`,
      expected: `半角冒号加一个空格，即“${wide}: ”`,
      fix: `把“${wide}：”改成“${wide}: ”`,
    };
  }
  const tight = /^\s*(?:- )?([A-Za-z]+):(?=[^\s/])/.exec(line)?.[1];
  if (!isField(tight)) return undefined;
  return {
    found: `字段名 ${tight} 的冒号后面少了空格`,
    expected: `半角冒号加一个空格，即“${tight}: ”`,
    fix: '在冒号后面补一个空格',
  };
}

/** The field name, at the start of a line or of an entry in braces, that a full-width colon follows. */
function wideColonAfter(line: string): string | undefined {
  const start = /^\s*(?:- )?(?:\{\s*)?([A-Za-z]+)：/.exec(line)?.[1];
  if (isField(start)) return start;
  const inner = /^\s*(?:- )?\{.*[{,]\s*([A-Za-z]+)：/.exec(line)?.[1];
  return isField(inner) ? inner : undefined;
}

function isField(name: string | undefined): name is string {
  return name !== undefined && FIELD_NAMES.has(name);
}

/** The straight quote that opens the value of a line and is not closed on it. */
function openQuote(line: string): string | undefined {
  const value = /^\s*(?:- )?(?:[A-Za-z]+: +)?(["'].*)$/.exec(line)?.[1] ?? '';
  const quote = value[0];
  if (quote === undefined) return undefined;
  const marks = value.replaceAll('\\"', '').split(quote).length - 1;
  return marks % 2 === 1 ? quote : undefined;
}
