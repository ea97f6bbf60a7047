import { components, placeOf, textOf, walk, type MdNode } from '../parse/md-node.ts';
import type { HandbookPage } from '../parse/source-page.ts';
import { problem, type Place, type Problem } from '../problem.ts';

/** The sections that the body of every workflow has. */
const WORKFLOW_SECTIONS = ['常见错误', '示例'];

/** The body has the parts that a page of its section always has. */
export function checkBody({ file, body, location, lastLine }: HandbookPage): Problem[] {
  if (!body) return [];
  const end: Place = { file, line: lastLine };
  const contrasts = components(body).filter(({ node }) => node.name === 'Contrast');
  return [
    ...(location.section === 'workflows' ? checkSections(body, end) : []),
    ...(location.section === 'techniques' ? checkShown(body, end) : []),
    ...contrasts.flatMap(({ node }) => checkContrast(file, node)),
  ];
}

function checkSections(body: MdNode, end: Place): Problem[] {
  const headings = walk(body)
    .filter(({ node }) => node.type === 'heading' && node.depth === 2)
    .map(({ node }) => textOf(node).trim());
  return WORKFLOW_SECTIONS.filter((title) => !headings.includes(title)).map((title) =>
    problem(end, 'missing-section', {
      found: `正文没有“## ${title}”这一节`,
      expected: `流程的正文有${WORKFLOW_SECTIONS.map((name) => `“## ${name}”`).join('和')}两节`,
      fix: `在正文末尾补上“## ${title}”；标题要一字不差，前面是两个 # 加一个空格`,
    }),
  );
}

/** A technique shows good and bad side by side, and gives something to use at once. */
function checkShown(body: MdNode, end: Place): Problem[] {
  const names = new Set(components(body).map(({ node }) => node.name));
  const problems: Problem[] = [];
  if (!names.has('Contrast')) {
    problems.push(
      problem(end, 'missing-contrast', {
        found: '正文没有好坏对照 <Contrast>',
        expected: '技巧的正文至少有一组 <Contrast>，里面有 <Dont> 和 <Do>',
        fix: '补一组对照：<Contrast> 里先写 <Dont>不该怎样</Dont>，再写 <Do>该怎样</Do>',
      }),
    );
  }
  if (!['Say', 'Template', 'Form'].some((name) => names.has(name))) {
    problems.push(
      problem(end, 'missing-example', {
        found: '正文没有可以直接用的话术 <Say>、模板 <Template> 或表单 <Form>',
        expected: '技巧的正文至少有一个 <Say>、<Template> 或 <Form>',
        fix: '补一句可以照着说的话 <Say>“……”</Say>，或者一份可以照着填的模板',
      }),
    );
  }
  return problems;
}

function checkContrast(file: string, contrast: MdNode): Problem[] {
  const inside = new Set(components(contrast).map(({ node }) => node.name));
  const missing = ['Dont', 'Do'].filter((name) => !inside.has(name));
  return missing.map((name) =>
    problem(placeOf(file, contrast), 'incomplete-contrast', {
      found: `这组对照里没有 <${name}>`,
      expected: '每组 <Contrast> 里都有 <Dont>（不该怎样）和 <Do>（该怎样）',
      fix: `在 <Contrast> 和 </Contrast> 之间补上 <${name}>……</${name}>`,
    }),
  );
}
