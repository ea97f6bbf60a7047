/** Marks of Markdown that were left as they stand, or eaten, in the texts of a page. */
import { sourceOf, walk, type MdNode } from '../parse/md-node.ts';
import type { Field } from '../parse/field.ts';
import type { SourcePage } from '../parse/source-page.ts';
import { problem, type Advice, type Problem } from '../problem.ts';
import type { ContentTree } from '../content-tree.ts';

interface Mark {
  readonly rule: string;
  readonly pattern: RegExp;
  readonly advice: (written: string) => Advice;
}

const BACKQUOTES = '文件名、型号、路径整个放进反引号，如 `C:\\合同`';

/** Wherever they stand in a text of the body. */
const IN_TEXT: readonly Mark[] = [
  {
    rule: 'open-mark',
    pattern: /\*\*|~~/u,
    advice: (written) => ({
      found: `这里的 ${written} 没有配成一对，会照样显示出来`,
      expected: `${written} 一头一尾，紧贴着要标的字：${written}文字${written}`,
      fix: `补上另一头的 ${written}，去掉它和字之间的空格；用不着就删掉`,
    }),
  },
  {
    rule: 'open-mark',
    pattern: /`/u,
    advice: () => ({
      found: '这里的反引号 ` 没有配成一对，会照样显示出来',
      expected: '反引号一头一尾：`文件名`',
      fix: '补上另一头，或者删掉；引号写中文的“”',
    }),
  },
  {
    rule: 'wide-mark',
    pattern: /＊＊|＜\/?[A-Za-z]|［[^］]*］\s*[(（]|\]（|!［/u,
    advice: (written) => ({
      found: `“${written}”是全角的，不起作用，会照样显示出来`,
      expected: '标记用半角：**粗体**、[文字](地址)、<Term id="…">',
      fix: '把这个标记里的全角符号改成半角；不是标记的，换一个说法',
    }),
  },
  {
    rule: 'open-link',
    pattern: /\]\s?\(|!\[|\[\^/u,
    advice: (written) => ({
      found: `这里的“${written}”没有成为链接，会照样显示出来`,
      expected: '[文字](地址)：方括号和圆括号紧挨着，地址里没有空格和全角字符',
      fix: '去掉两个括号之间的空格，检查括号是否成对、地址里有没有空格',
    }),
  },
  {
    rule: 'entity',
    pattern: /&(?:#\d+|#[xX][\da-fA-F]+|[A-Za-z][A-Za-z\d]*);/u,
    advice: (written) => ({
      found: `“${written}”会被换成别的字符`,
      expected: '正文里直接写字和空格，不写网页的代码',
      fix: '改成要显示的那个字；空格用空格键打',
    }),
  },
  {
    rule: 'eaten-backslash',
    pattern: /\\[!-/:-@[-`{-~]/u,
    advice: (written) => ({
      found: `“${written}”里的反斜杠 \\ 不会显示`,
      expected: '路径和带特殊符号的名字放在反引号里',
      fix: BACKQUOTES,
    }),
  },
];

/** At the beginning of a line of a paragraph. */
const AT_LINE_START: readonly Mark[] = [
  {
    rule: 'mark-without-space',
    pattern: /^#{1,6}(?=[^\s#\d])/u,
    advice: (written) => ({
      found: `行首的 ${written} 后面没有空格，不会成为小标题`,
      expected: '小标题是“## ”加标题',
      fix: `改成“## ”；不是小标题的，换一个字开头`,
    }),
  },
  {
    rule: 'mark-without-space',
    pattern: /^-(?=\p{Script=Han})/u,
    advice: () => ({
      found: '行首的 - 后面没有空格，不会成为列表',
      expected: '列表的每一项以“- ”开头，前面空一行',
      fix: '在 - 后面补一个空格',
    }),
  },
  {
    rule: 'mark-without-space',
    pattern: /^\d{1,3}\.(?=\p{Script=Han})/u,
    advice: (written) => ({
      found: `行首的“${written}”后面没有空格，不会成为编号列表`,
      expected: '编号列表的每一项以“1. ”这样的数字、点和空格开头',
      fix: `在“${written}”后面补一个空格；不是列表的，写成“${written.slice(0, -1)}、”`,
    }),
  },
  {
    rule: 'wide-mark',
    pattern: /^(?:＃+|＞|｜|－(?=[\s\p{Script=Han}])|[０-９]+[．.]|[•●○■□◆▪◦‣]\s?(?=\S))/u,
    advice: (written) => ({
      found: `行首的“${written.trim()}”不是标记，会照样显示出来`,
      expected: '小标题以“## ”开头，列表以“- ”或“1. ”开头，表格以半角竖线 | 开头',
      fix: '换成半角的标记，后面空一格；不是标记的，换一个字开头',
    }),
  },
  {
    rule: 'bad-table',
    pattern: /^\|/u,
    advice: () => ({
      found: '这一行以 | 开头，却没有成为表格',
      expected: '表格前面空一行；第二行是 | --- | --- |，格数与第一行一样',
      fix: '对照别的页面的表格，补上第二行或空行',
    }),
  },
];

/** What a text of the frontmatter or of a component shows as it stands. */
const IN_VALUE: readonly Mark[] = [
  {
    rule: 'mark-in-value',
    pattern: /\*\*|\]\(|<\/?[A-Za-z]|&(?:#\d+|[a-z]+);/u,
    advice: (written) => ({
      found: `这里的“${written}”会照样显示出来：条目的文字里没有粗体、链接和标签`,
      expected: '条目的文字是一句话，没有标记',
      fix: '去掉标记；要链接或粗体的，写到正文里这一条的说明中',
    }),
  },
];

/** The marks in the body and in the frontmatter of a page. */
export function checkStrayMarks({ file, front, body, text }: SourcePage): Problem[] {
  const inBody = body ? walk(body).flatMap(({ node }) => marksOf(node, file, text)) : [];
  return [...(front ? inValues(front) : []), ...inBody];
}

/** The same of the published YAML files. */
export function checkDataMarks({ data }: ContentTree): Problem[] {
  return [...data]
    .filter(([path]) => /^content\/((glossary|editions|plans)\/|regulations\.yaml$)/.test(path))
    .flatMap(([, root]) => inValues(root));
}

function inValues(root: Field): Problem[] {
  return root.descendants().flatMap((field) => {
    const value = field.text;
    return value === undefined ? [] : told(IN_VALUE, value, () => field.place);
  });
}

function marksOf(node: MdNode, file: string, text: string): Problem[] {
  const start = node.position?.start;
  const line = start?.line ?? 1;
  if (node.type === 'text') {
    const source = sourceOf(text, node);
    return told(IN_TEXT, source, (index) => ({
      file,
      line: line + source.slice(0, index).split('\n').length - 1,
    }));
  }
  if (node.type === 'paragraph') {
    return sourceOf(text, node)
      .split('\n')
      .flatMap((each, index) =>
        told(AT_LINE_START, each.trim(), () => ({ file, line: line + index })),
      );
  }
  return (node.attributes ?? []).flatMap(({ value }) =>
    typeof value === 'string' ? told(IN_VALUE, value, () => ({ file, line })) : [],
  );
}

/** The first of each kind of mark. */
function told(
  marks: readonly Mark[],
  text: string,
  placeAt: (index: number) => { file: string; line: number },
): Problem[] {
  return marks.flatMap(({ rule, pattern, advice }) => {
    const match = pattern.exec(text);
    return match ? [problem(placeAt(match.index), rule, advice(match[0]))] : [];
  });
}
