import { problem, type ContentFile, type Problem } from '../problem.ts';

/** The YAML text between the two `---` lines. */
export interface Frontmatter {
  readonly text: string;
  /** Line of the file on which the text begins, counted from 1. */
  readonly firstLine: number;
}

const FENCE = /^---[ \t]*$/;

/** Cuts the frontmatter out of a page, or says what is wrong with its fences. */
export function readFrontmatter(file: ContentFile): Frontmatter | Problem {
  const lines = file.text.replace(/^\uFEFF/, '').split(/\r?\n/);
  if (!FENCE.test(lines[0] ?? '')) return missing(file, lines);
  const end = lines.findIndex((line, index) => index > 0 && FENCE.test(line));
  if (end < 0) return unclosed(file, lines);
  // Carriage returns would not move a line: they are dropped.
  return { text: `${lines.slice(1, end).join('\n')}\n`, firstLine: 2 };
}

function missing(file: ContentFile, lines: readonly string[]): Problem {
  const first = lines[0] ?? '';
  return problem({ file: file.path, line: 1 }, 'missing-frontmatter', {
    found: first.trim() === '' ? '第一行是空行，不是 ---' : `第一行是“${excerpt(first)}”，不是 ---`,
    expected: '文件从第一行起是页首数据：一行 ---，各个字段，再一行 ---，然后才是正文',
    fix: '在第一行写三个半角减号 ---，它前面不留空行和空格；可对照同一文件夹里别的页面',
  });
}

/** The second fence is missing: points at where the fields stop. */
function unclosed(file: ContentFile, lines: readonly string[]): Problem {
  const stop = lines.findIndex((line, index) => index > 0 && /^(#|<|[—－-]{2,})/.test(line.trim()));
  const line = stop < 0 ? 1 : stop + 1;
  return problem({ file: file.path, line }, 'unclosed-frontmatter', {
    found: '页首数据从第 1 行的 --- 开始，后面没有单独一行的 --- 来结束它',
    expected: '最后一个字段之后有单独一行 ---（三个半角减号，顶格，后面没有别的字）',
    fix: '在最后一个字段和正文之间补一行 ---',
  });
}

function excerpt(line: string): string {
  const text = line.trim();
  return text.length > 20 ? `${text.slice(0, 20)}…` : text;
}
