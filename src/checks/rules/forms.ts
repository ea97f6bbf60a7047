/** Forms of technique pages: each asks for something, and stands in the body once. */
import { attribute, components, isNested, placeOf } from '../parse/md-node.ts';
import type { Field } from '../parse/field.ts';
import { didYouMean } from '../advice/nearest.ts';
import type { HandbookPage } from '../parse/source-page.ts';
import { problem, type Problem } from '../problem.ts';

/** Most columns that a sheet of paper holds. */
const COLUMNS_MAX = 12;

/** Compares the forms of the frontmatter with their places in the body. */
export function checkForms({ file, body, front, items }: HandbookPage): Problem[] {
  if (!front || !body) return [];
  const forms = items.filter(({ kind }) => kind === 'form');
  const ids = forms.flatMap(({ id }) => id ?? []);
  const placed = new Map<string, number>();
  const inBody = components(body)
    .filter(({ node }) => node.name === 'Form')
    .flatMap((found) => {
      const { node } = found;
      const id = attribute(node, 'id') ?? '';
      const at = placeOf(file, node, id || undefined);
      if (!ids.includes(id)) {
        return [
          problem(at, 'unknown-form', {
            found: `这一页的 forms 里没有 id 是“${id}”的表单。${didYouMean(id, ids)}`,
            expected: '<Form id="…" /> 的 id 是页首数据 forms 里的一个 id',
            fix: '照页首数据改正 id；只有技巧页有表单',
          }),
        ];
      }
      const first = placed.get(id);
      placed.set(id, first ?? at.line);
      if (first !== undefined) {
        return [
          problem(at, 'form-repeated', {
            found: `表单“${id}”放了两次，第 ${first} 行已经有一次`,
            expected: '每张表单在正文里只放一次',
            fix: `删掉这一处；再提到它，用链接：[表单的名字](#${id})`,
          }),
        ];
      }
      const isWithin = isNested(found);
      if (!isWithin && (node.children ?? []).length === 0) return [];
      return [
        problem(at, 'form-nested', {
          found: isWithin ? '<Form> 写在列表、引用或别的组件里面' : '<Form> 里面写了字',
          expected: `<Form id="${id}" /> 顶格，单独成段，前后空一行，里面是空的`,
          fix: '把它移到外面；表单问什么写在页首数据的 forms 里',
        }),
      ];
    });
  const missing = forms.flatMap(({ id, field }) =>
    id === undefined || placed.has(id)
      ? []
      : [
          problem(field.place, 'form-unplaced', {
            found: `表单“${id}”在正文里没有位置`,
            expected: `正文里有一行 <Form id="${id}" />`,
            fix: '在讲到它的那一节里补上这一行，前后空一行',
          }),
        ],
  );
  return [...inBody, ...missing, ...forms.flatMap(({ field }) => checkForm(field))];
}

function checkForm(form: Field): Problem[] {
  const table = form.get('table');
  const columns = table.get('columns').items();
  if (!form.get('fields').exists && !table.exists) {
    return [
      problem(form.place, 'empty-form', {
        found: '这张表单没有要填的栏目',
        expected: '有 fields（一栏一行），或者 table（多行的表），或者都有',
        fix: '补上 fields：每栏写 name、how、example',
      }),
    ];
  }
  const rows = table.get('examples').items();
  const uneven = rows.filter((row) => row.items().length !== columns.length);
  return [
    ...(columns.length > COLUMNS_MAX
      ? [
          problem(table.get('columns').place, 'too-many', {
            found: `这张表有 ${columns.length} 列`,
            expected: `不超过 ${COLUMNS_MAX} 列：再多就印不下`,
            fix: '把不常用的几列并成一列“备注”，或者移到 fields 里',
          }),
        ]
      : []),
    ...uneven.map((row) =>
      problem(row.place, 'uneven-row', {
        found: `这一行有 ${row.items().length} 格，表有 ${columns.length} 列`,
        expected: '填好的每一行，格数与列数一样；空着的写 ""',
        fix: '补上少的，或者删去多的',
      }),
    ),
  ];
}
