/** Headings that an editor did not mean, that lose text, or that stand where none may. */
import { textOf, type MdNode } from '../parse/md-node.ts';
import type { Advice } from '../problem.ts';

/** What is wrong with a heading's own line, its level or its place; nothing when it stands as it should. */
export function judgeHeading(
  node: MdNode,
  ancestors: readonly MdNode[],
  source: string,
): readonly [rule: string, advice: Advice] | undefined {
  const title = textOf(node).trim();
  if (!source.trimStart().startsWith('#')) {
    return [
      'underlined-heading',
      {
        found: `“${title.slice(0, 20)}”下面紧接着一行减号或等号，它会变成标题`,
        expected: '小标题以“## ”开头',
        fix: '是小标题就改成“## 标题”；不是的，删掉下面那一行',
      },
    ];
  }
  if (title === '') {
    return [
      'empty-heading',
      { found: '小标题后面没有字', expected: '“## 标题”', fix: '写上标题，或者删掉这一行' },
    ];
  }
  if (/\s#+\s*$/.test(source)) {
    return [
      'lost-text',
      {
        found: '标题末尾的 # 不会发布',
        expected: '# 只写在标题前面',
        fix: '删掉末尾的 #，或者改写成“号”',
      },
    ];
  }
  if (node.depth === 1) {
    return [
      'second-title',
      {
        found: `“# ${title}”是一级标题，每页的一级标题是页首数据里的 title`,
        expected: '正文的小标题从“## ”写起',
        fix: `改成“## ${title}”`,
      },
    ];
  }
  if ((node.depth ?? 2) > 3) {
    return [
      'deep-heading',
      {
        found: `“${title}”前面有 ${node.depth ?? 4} 个 #`,
        expected: '正文只有“## ”和“### ”两级小标题',
        fix: `改成“### ${title}”，或者改成一段粗体开头的话`,
      },
    ];
  }
  return ancestors.length > 1
    ? [
        'heading-inside',
        {
          found: `小标题“${title}”写在组件、列表或引用里面`,
          expected: '小标题顶格写在正文里',
          fix: '移到外面；看上一个组件是不是忘了结束；要在里面突出一句，用 **粗体**',
        },
      ]
    : undefined;
}
