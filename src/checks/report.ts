import type { Problem } from './problem.ts';

/** How many problems a report shows unless told otherwise. */
const REPORT_LIMIT = 20;

/** The problems as a Chinese text for the editor: where, what, what was expected, how to mend it. */
export function formatProblems(problems: readonly Problem[], limit = REPORT_LIMIT): string {
  if (problems.length === 0) return '内容检查通过，没有发现问题。';
  const shown = problems.slice(0, limit).map(formatProblem);
  const hidden = problems.length - shown.length;
  const rest = hidden > 0 ? `，上面列出前 ${shown.length} 处，还有 ${hidden} 处没有列出` : '';
  return [...shown, `内容检查：共 ${problems.length} 处问题${rest}。改好后再运行一次。`].join(
    '\n\n',
  );
}

function formatProblem({ file, line, id, rule, found, expected, fix }: Problem): string {
  const where = `${file}:${line}${id === undefined ? '' : `  ${id}`}  [${rule}]`;
  return [where, `  问题：${found}`, `  应当：${expected}`, `  改法：${fix}`].join('\n');
}
