import type { z } from 'astro/zod';
import { handbookSchema } from '../../../schemas/handbook';
import { roleSchema } from '../../../schemas/role';
import { rulePageSchema } from '../../../schemas/rule';
import { techniqueSchema } from '../../../schemas/technique';
import { workflowSchema } from '../../../schemas/workflow';
import type { Field } from '../field';
import { fieldName } from '../field-names';
import type { PageLocation } from '../location';
import type { HandbookPage } from '../page';
import { problem, type Problem } from '../problem';
import { issueProblems } from '../schema-issues';

const SCHEMA: Readonly<Record<PageLocation['section'], z.ZodType>> = {
  index: handbookSchema,
  roles: roleSchema,
  workflows: workflowSchema,
  techniques: techniqueSchema,
  rules: rulePageSchema,
};

/** The frontmatter fits the schema of its section. */
export function checkSchema({ front, location }: HandbookPage): Problem[] {
  if (!front) return [];
  if (!front.isMap) return [emptyFrontmatter(front.place.file)];
  const schema = SCHEMA[location.section];
  const result = schema.safeParse(front.toData());
  const issues = result.success ? [] : result.error.issues;
  const day = front.get('updated');
  const others = issues.filter(({ path }) => !day.exists || path[0] !== 'updated');
  return [...others.flatMap((issue) => issueProblems(issue, front, schema)), ...checkDay(day)];
}

/**
 * The day of the last change. Not left to the schema, which lets every value pass that JavaScript
 * makes a date of: an empty one, 2026-02-30.
 */
function checkDay(field: Field): Problem[] {
  if (!field.exists || isDay(field.scalar)) return [];
  return [
    problem(field.place, 'bad-date', {
      found: field.isEmpty
        ? `${fieldName('updated')}后面是空的`
        : `${fieldName('updated')}写成了“${String(field.scalar ?? '')}”，不是有效的日期`,
      expected: '年-月-日，用半角连字符，月和日都写两位，如 2026-11-23',
      fix: '改成最近一次修改内容的日期',
    }),
  ];
}

function isDay(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(value);
}

function emptyFrontmatter(file: string): Problem {
  return problem({ file, line: 1 }, 'missing-frontmatter', {
    found: '两行 --- 之间没有字段',
    expected: '每行一个“字段名: 值”，至少有 title、summary、order、updated',
    fix: '对照同一文件夹里别的页面补上各个字段',
  });
}
