/** The list of regulations, and every `<Regulation>` that names one. */
import { REGULATIONS_FILE, regulationSchema } from '../../schemas/regulation.ts';
import { attribute, components, placeOf } from '../parse/md-node.ts';
import { checkDay } from '../advice/day.ts';
import { didYouMean } from '../advice/nearest.ts';
import { issueProblems } from '../advice/schema-issues.ts';
import type { SourcePage } from '../parse/source-page.ts';
import { regulationsIn } from '../parse/regulations.ts';
import { problem, type Problem } from '../problem.ts';
import type { ContentTree } from '../content-tree.ts';

const DAYS: readonly PropertyKey[] = ['since', 'checkedOn'];

/** Checks all entries. Without the file there are none. */
export function checkRegulations({ data, handbooks }: ContentTree): Problem[] {
  const root = data.get(REGULATIONS_FILE);
  if (!root) return [];
  if (root.items().length === 0) {
    return [
      problem(root.place, 'no-regulations', {
        found: '法规列表里没有一条',
        expected: '一个列表，每条以“- id: ”开头，下面各字段左边对齐',
        fix: '照 CONTRIBUTING.md 的样子补一条；用不着这个文件，就删掉它',
      }),
    ];
  }
  return root.items().flatMap((entry) => [
    ...(regulationSchema.safeParse(entry.toData()).error?.issues ?? [])
      .filter(({ path: [key = ''] }) => !DAYS.includes(key) || !entry.get(String(key)).exists)
      .flatMap((issue) => issueProblems(issue, entry, regulationSchema)),
    ...checkDay(entry.get('since'), '开始施行'),
    ...checkDay(entry.get('checkedOn'), '最近一次核对'),
    ...entry
      .get('handbooks')
      .items()
      .flatMap((owner) => {
        const name = owner.text;
        if (name === undefined || handbooks.length === 0 || handbooks.includes(name)) return [];
        return [
          problem(owner.place, 'wrong-value', {
            found: `所属手册写成了“${name}”。${didYouMean(name, handbooks)}`,
            expected: `其中之一：${handbooks.join('、')}`,
            fix: '从上面的值里选一个，照样写',
          }),
        ];
      }),
  ]);
}

/** Every `<Regulation>` names an entry of the list. */
export function checkRegulationMarks({ file, body }: SourcePage, tree: ContentTree): Problem[] {
  const root = tree.data.get(REGULATIONS_FILE);
  if (!body || (!root && tree.isThere(REGULATIONS_FILE))) return [];
  const ids = regulationsIn(tree.data).flatMap((entry) => entry.get('id').text ?? []);
  return components(body)
    .filter(({ node }) => node.name === 'Regulation')
    .flatMap(({ node }) => {
      const id = attribute(node, 'id') ?? '';
      if (ids.includes(id)) return [];
      return [
        problem(placeOf(file, node, id || undefined), 'unknown-regulation', {
          found:
            id === ''
              ? '<Regulation> 没有写 id'
              : `法规列表里没有 id 是“${id}”的一条。${didYouMean(id, ids)}`,
          expected: `<Regulation id="…"> 的 id 是 ${REGULATIONS_FILE} 里的一个 id`,
          fix: '照列表改正 id；列表里没有的，先到那里加一条',
        }),
      ];
    });
}
