/**
 * Markdown that means something else than it says: marks that an office writer did not mean as marks,
 * and kinds of Markdown that the handbooks do not have.
 */
import { placeOf, sourceOf, textOf, walk, type Found, type MdNode } from '../parse/md-node.ts';
import type { SourcePage } from '../parse/source-page.ts';
import { problem, type Advice, type Problem } from '../problem.ts';
import * as tell from '../advice/markdown.ts';
import { judgeHeading } from './markdown-headings.ts';

/** Checks every node of a body. */
export function checkMarkdown({ file, body, text }: SourcePage): Problem[] {
  if (!body) return [];
  return walk(body).flatMap((found) => {
    const told = judge(found, text);
    if (!told) return [];
    const [rule, advice, at] = told;
    return [problem(placeOf(file, at ?? found.node), rule, advice)];
  });
}

type Told = readonly [rule: string, advice: Advice, at?: MdNode];

function judge({ node, ancestors }: Found, text: string): Told | undefined {
  const source = sourceOf(text, node);
  switch (node.type) {
    case 'emphasis':
      return ['stray-emphasis', tell.emphasis(source)];
    case 'strong':
      return source.startsWith('__') ? ['stray-emphasis', tell.underscores(source)] : undefined;
    case 'break':
      return judgeBreak(node, source, text);
    case 'thematicBreak':
      return ['thematic-break', tell.rule(source)];
    case 'blockquote':
      return /^>\s*[\d０-９=＝]/.test(source) ? ['stray-quote', tell.quote(source)] : undefined;
    case 'footnoteReference':
    case 'footnoteDefinition':
      return ['footnote', tell.FOOTNOTE];
    case 'definition':
      return ['link-definition', tell.definition(source)];
    case 'code':
      return judgeCode(node, source);
    case 'list':
      return judgeList(node, text);
    case 'listItem':
      return judgeItem(node);
    case 'table':
      return judgeTable(node, text);
    case 'link':
      return judgeLink(node, source);
    case 'heading':
      return judgeHeading(node, ancestors, source);
    default:
      return undefined;
  }
}

/** A backslash behind a full stop breaks the line on purpose; behind a folder's name it does not. */
function judgeBreak(node: MdNode, source: string, text: string): Told | undefined {
  if (!source.startsWith('\\')) return ['hard-break', tell.SPACE_BREAK];
  const before = text[(node.position?.start.offset ?? 0) - 1] ?? '';
  return /[\p{L}\p{N}:_]/u.test(before) ? ['hard-break', tell.BACKSLASH_BREAK] : undefined;
}

function judgeCode(node: MdNode, source: string): Told | undefined {
  const fence = /^(`{3,}|~{3,})/.exec(source)?.[1];
  const last = source.split('\n').at(-1)?.trim() ?? '';
  if (fence !== undefined && (!last.startsWith(fence) || !source.includes('\n'))) {
    return [
      'open-code',
      {
        found: `这里以 ${fence} 开头，后面没有用它结束，下面的正文都会变成代码`,
        expected: `${fence} 成对出现，各占一行`,
        fix: `在这段末尾另起一行补上 ${fence}，或者删掉开头的`,
      },
    ];
  }
  if (/[^\x20-\x7E]/.test(`${node.lang ?? ''}${node.meta ?? ''}`)) {
    return [
      'lost-text',
      {
        found: `${fence ?? ''} 后面的“${node.lang ?? ''}”不会发布`,
        expected: `${fence ?? ''} 单独占一行`,
        fix: '把它后面的字移到上一段',
      },
    ];
  }
  return undefined;
}

function judgeList(node: MdNode, text: string): Told | undefined {
  const items = node.children ?? [];
  const marks = items.map((item) => /^(\d+)[.)]|^[-+*]/.exec(sourceOf(text, item)) ?? ['']);
  const [first] = marks;
  if (!node.ordered) {
    const mark = first?.[0] ?? '-';
    return mark === '-' ? undefined : ['stray-list', tell.bullet(mark)];
  }
  const numbers = marks.map((mark) => Number(mark[1]));
  const wrong = numbers.findIndex((number, index) => number !== index + 1);
  if (wrong < 0 || numbers.every((number) => number === 1)) return undefined;
  return ['stray-list', tell.numbered(marks[wrong]?.[0] ?? '', wrong), items[wrong]];
}

function judgeItem(node: MdNode): Told | undefined {
  if (node.checked !== null && node.checked !== undefined) return ['task-list', tell.TASK];
  return textOf(node).trim() === '' && (node.children ?? []).length === 0
    ? ['empty-list-item', tell.EMPTY_ITEM]
    : undefined;
}

function judgeTable(node: MdNode, text: string): Told | undefined {
  const [head, ...rows] = node.children ?? [];
  const columns = head?.children?.length ?? 0;
  const odd = rows.find((row) => (row.children?.length ?? 0) !== columns);
  const bare = rows.find((row) => !sourceOf(text, row).trimStart().startsWith('|'));
  if (bare) {
    return [
      'bad-table',
      {
        found: '表格下面紧接着一段文字，它会变成表格的一行',
        expected: '表格前后各空一行',
        fix: '在这一行前面空一行',
      },
      bare,
    ];
  }
  if (!odd) return undefined;
  return [
    'bad-table',
    {
      found: `这一行有 ${odd.children?.length ?? 0} 格，表头有 ${columns} 格，多出来的不会发布`,
      expected: '每一行的格数与表头一样，格与格之间用半角竖线 | 隔开',
      fix: '对照表头增减；格里要写竖线的，改用顿号或斜线',
    },
    odd,
  ];
}

function judgeLink(node: MdNode, source: string): Told | undefined {
  const isBare = !source.startsWith('[');
  if (isBare && /[^\x21-\x7E]/.test(source)) return ['bare-address', tell.bareAddress(source)];
  if (!isBare && textOf(node).trim() === '') {
    return [
      'empty-link',
      {
        found: `链接 ${node.url ?? ''} 没有文字，读者看不见它`,
        expected: '[文字](地址)',
        fix: '在方括号里写上文字',
      },
    ];
  }
  return undefined;
}
