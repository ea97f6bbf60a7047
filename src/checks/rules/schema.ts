import type { z } from 'astro/zod';
import { handbookSchema } from '../../schemas/handbook.ts';
import { roleSchema } from '../../schemas/role.ts';
import { rulePageSchema } from '../../schemas/rule.ts';
import { techniqueSchema } from '../../schemas/technique.ts';
import { workflowSchema } from '../../schemas/workflow.ts';
import { checkDay } from '../advice/day.ts';
import type { PageLocation } from '../parse/location.ts';
import type { HandbookPage } from '../parse/source-page.ts';
import { problem, type Problem } from '../problem.ts';
import { issueProblems } from '../advice/schema-issues.ts';

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
  return [
    ...others.flatMap((issue) => issueProblems(issue, front, schema)),
    ...checkDay(day, '最近一次修改内容'),
  ];
}

function emptyFrontmatter(file: string): Problem {
  return problem({ file, line: 1 }, 'missing-frontmatter', {
    found: '两行 --- 之间没有字段',
    expected: '每行一个“字段名: 值”，至少有 title、summary、order、updated',
    fix: '对照同一文件夹里别的页面补上各个字段',
  });
}
