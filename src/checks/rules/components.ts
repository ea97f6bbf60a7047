import { components, placeOf, walk, type MdNode } from '../parse/md-node.ts';
import { didYouMean } from '../advice/nearest.ts';
import type { SourcePage } from '../parse/source-page.ts';
import { problem, type Problem } from '../problem.ts';

/** What an editor can write in a body besides Markdown. */
const COMPONENTS = [
  'Step',
  'Duty',
  'Point',
  'Rule',
  'Contrast',
  'Do',
  'Dont',
  'Say',
  'Template',
  'Form',
  'Term',
  'Regulation',
];

const PROGRAM = ['mdxFlowExpression', 'mdxTextExpression', 'mdxjsEsm'];

/** The body has known components only, and no program. */
export function checkComponents({ file, body }: SourcePage): Problem[] {
  if (!body) return [];
  return [
    ...components(body)
      .filter(({ node }) => !COMPONENTS.includes(node.name ?? ''))
      .map(({ node }) => unknownComponent(file, node)),
    ...walk(body)
      .filter(({ node }) => PROGRAM.includes(node.type) && !isComment(node))
      .map(({ node }) => program(file, node)),
  ];
}

/** A comment in braces and nothing else. */
function isComment(node: MdNode): boolean {
  return /^\s*\/\*[\s\S]*\*\/\s*$/.test(node.value ?? '');
}

function unknownComponent(file: string, node: MdNode): Problem {
  const name = node.name ?? '';
  return problem(placeOf(file, node), 'unknown-component', {
    found: `没有叫 <${name}> 的组件。${didYouMean(name, COMPONENTS)}`,
    expected: `可以用的组件：${COMPONENTS.join('、')}；大小写要一致`,
    fix: '改成上面的组件名；想排版时用 Markdown，不写网页标签',
  });
}

function program(file: string, node: MdNode): Problem {
  const text = (node.value ?? '').slice(0, 20);
  const isImport = node.type === 'mdxjsEsm';
  return problem(placeOf(file, node), 'mdx-expression', {
    found: isImport ? `“${text}”会被当成程序` : `半角花括号“{${text}}”会被当成程序`,
    expected: '正文里没有程序：没有半角花括号，没有以 import、export 开头的行',
    fix: isImport
      ? '删掉这一行，或者换一个词开头'
      : '要填的空写成〔客户名称〕，批注写成 {/* 批注 */}',
  });
}
