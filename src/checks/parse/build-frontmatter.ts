/**
 * The frontmatter as the build reads it. Astro parses it with a YAML parser of its own, which takes days
 * and some numbers for what ours takes for texts: what the two read differently is refused.
 */
import { parseFrontmatter } from '@astrojs/markdown-remark';
import type { Field } from './field.ts';
import { problem, type Problem } from '../problem.ts';

/** Fields that hold a day, which the build takes as a date. */
const DAYS: ReadonlySet<string> = new Set(['updated', 'date', 'since']);

/** Compares a page as read here with what the build reads of it. */
export function checkReadAlike(text: string, file: string, front: Field): Problem[] {
  let built: unknown;
  try {
    built = parseFrontmatter(text).frontmatter;
  } catch (error) {
    const line = (error as { mark?: { line?: number } }).mark?.line;
    return [unreadable(file, line === undefined ? 1 : line + 1)];
  }
  return front.isMap ? compare(front, built) : []; // what is no map at all is the schema's affair
}

/** The same for a YAML file that Astro reads by itself. */
export function checkDataReadAlike(text: string, file: string, root: Field): Problem[] {
  const fenced = `---\n${text.replace(/^\uFEFF/, '')}\n---\n`;
  return checkReadAlike(fenced, file, root);
}

function compare(field: Field, built: unknown): Problem[] {
  if (field.isMap) {
    const map = asRecord(built);
    if (!map) return [differs(field)];
    return field.fields().flatMap((each) => compare(each, map[String(each.key)]));
  }
  const items = field.items();
  if (items.length > 0 || Array.isArray(built)) {
    if (!Array.isArray(built) || built.length !== items.length) return [differs(field)];
    return items.flatMap((each, index) => compare(each, built[index]));
  }
  if (built instanceof Date) return DAYS.has(field.name) ? [] : [differs(field)];
  return Object.is(field.scalar ?? null, built ?? null) ? [] : [differs(field)];
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> | undefined {
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isMap && !(value instanceof Date) ? (value as Record<string, unknown>) : undefined;
}

function differs(field: Field): Problem {
  const { written } = field;
  return problem(field.place, 'yaml-ambiguous', {
    found: `“${written}”没有加引号，会被当成日期、数字或者是与否`,
    expected: '看起来像日期、数字的文字放在半角双引号里',
    fix: `改成 "${written}"`,
  });
}

function unreadable(file: string, line: number): Problem {
  return problem({ file, line }, 'yaml-syntax', {
    found: '从这一行起读不出字段',
    expected: '每行是“字段名: 值”或“- 值”，标点用半角，同级的行左边对齐',
    fix: '对照上下同类的行检查冒号、引号、括号和缩进；值里有特殊字符时给整个值加半角双引号',
  });
}
