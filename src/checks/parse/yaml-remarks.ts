/** Text that YAML takes for a remark, and drops, though its editor may have meant it. */
import type { Scalar } from 'yaml';
import type { Misread } from './yaml-values.ts';

/** A line such as `#1 客户` or `## 标题` among the fields: a remark has a space behind its `#`. */
export function gluedRemarks(text: string): Misread[] {
  return [...text.matchAll(/^[ \t]*#(?![ \t]|$).*$/gm)].map((match) => ({
    rule: 'yaml-remark',
    offset: match.index,
    advice: {
      found: `“${match[0].trim().slice(0, 20)}”这一行会被当成批注，不会发布`,
      expected: '批注以“# ”开头；小标题写在正文里，不写在条目中间',
      fix: '是批注就在 # 后面空一格；是正文就移到第二行 --- 的下面',
    },
  }));
}

/** What stands behind a value on its line and is taken for a remark: ` #1 客户`. */
export function remarkBehind(node: Scalar, text: string): string | undefined {
  const end = node.range?.[1];
  if (end === undefined || node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL') {
    return undefined;
  }
  const rest = text.slice(end).split('\n')[0] ?? '';
  return /^[ \t]*[\]},]*[ \t]+#.*$/.test(rest) ? rest.slice(rest.indexOf('#') - 1) : undefined;
}

/** @param remark as `remarkBehind` has it */
export function swallowed(node: Scalar, text: string, remark: string): Misread {
  const [start = 0, end = 0] = node.range ?? [];
  const whole = `${text.slice(start, end)}${remark}`.trim();
  const isQuoted = node.type !== 'PLAIN';
  return {
    rule: 'yaml-remark',
    offset: start,
    advice: {
      found: `“${remark.trim()}”前面有空格，会被当成批注，不会发布`,
      expected: '值里有“空格加 #”时，整个值放在半角引号里；批注单独写一行，以“# ”开头',
      fix: isQuoted
        ? `把“${remark.trim()}”移进引号里，或者另起一行写`
        : `是值的一部分就写成 "${whole}"；是批注就移到上一行`,
    },
  };
}
