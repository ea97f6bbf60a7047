import { pageReferenceSchema } from '../../schemas/common.ts';
import { formReferenceSchema } from '../../schemas/form.ts';
import type { Field } from '../parse/field.ts';
import { guessPage } from '../advice/guess-page.ts';
import { didYouMean } from '../advice/nearest.ts';
import type { HandbookPage } from '../parse/source-page.ts';
import { problem, type Advice, type Problem } from '../problem.ts';
import type { ContentTree } from '../content-tree.ts';

const SLUG = /^[a-z][a-z0-9-]*$/;

/** What the frontmatter refers to is there: roles, techniques, forms, the pages and items of a route. */
export function checkReferences(page: HandbookPage, tree: ContentTree): Problem[] {
  const { front, items } = page;
  if (!front) return [];
  const steps = items.filter(({ kind }) => kind === 'step');
  return [
    ...checkRole(front.get('reportsTo'), page, tree),
    ...front
      .get('parties')
      .items()
      .flatMap((party) => checkRole(party.get('role'), page, tree)),
    ...steps.flatMap(({ field }) =>
      field
        .get('techniques')
        .items()
        .flatMap((entry) => checkTechnique(entry, page, tree)),
    ),
    ...items.flatMap(({ kind, field }) =>
      kind === 'form'
        ? []
        : field
            .get('forms')
            .items()
            .flatMap((entry) => checkUsedForm(entry, page, tree)),
    ),
    ...front
      .get('route')
      .fields()
      .flatMap((stage) => stage.items().flatMap((entry) => checkRouteEntry(entry, page, tree))),
  ];
}

/** A role's slug; `reportsTo` can be a title as well, which has no page. */
function checkRole(field: Field, { location }: HandbookPage, { pages }: ContentTree): Problem[] {
  const slug = field.text;
  if (slug === undefined || !SLUG.test(slug)) return [];
  if (pages.has(`${location.handbook}/roles/${slug}`)) return [];
  const guess = didYouMean(slug, slugs(pages, `${location.handbook}/roles/`));
  return [
    problem(field.place, 'unknown-role', {
      found: `${field.name} 写的岗位“${slug}”没有页面。${guess}`,
      expected: `content/${location.handbook}/roles/ 里的一个文件名，不带 .mdx`,
      fix:
        field.name === 'reportsTo'
          ? '照文件名改正；上级没有自己的页面时，写中文职务，如 总经理'
          : '照文件名改正；参与方没有自己的岗位页时，删去 role 这一行',
    }),
  ];
}

function checkTechnique(
  field: Field,
  { location }: HandbookPage,
  { pages }: ContentTree,
): Problem[] {
  const text = field.text;
  if (text === undefined || !pageReferenceSchema.safeParse(text).success) return [];
  const folder = `${location.handbook}/techniques/`;
  if (pages.has(text.includes('/') ? text : `${folder}${text}`)) return [];
  const guess = guessPage(text, text.includes('/') ? pages.keys() : slugs(pages, folder));
  return [
    problem(field.place, 'unknown-page', {
      found: `techniques 写的“${text}”没有页面。${guess}`,
      expected: `content/${folder} 里的一个文件名，不带 .mdx，或“手册/栏目/文件名”`,
      fix: '照文件名改正，或者删去这一项',
    }),
  ];
}

/** A form of a technique page, which a step or a duty uses. */
function checkUsedForm(
  field: Field,
  { location }: HandbookPage,
  { pages }: ContentTree,
): Problem[] {
  const text = field.text;
  if (text === undefined || !formReferenceSchema.safeParse(text).success) return [];
  const folder = `${location.handbook}/techniques/`;
  const [ref = '', id = ''] = (text.includes('/') ? text : folder + text).split('#');
  const target = pages.get(ref);
  if (target && !target.front) return [];
  const ids = target?.items.flatMap((item) => (item.kind === 'form' ? (item.id ?? []) : [])) ?? [];
  if (ids.includes(id)) return [];
  const missing = target
    ? `页面 ${ref} 上没有表单“${id}”。${didYouMean(id, ids)}`
    : `页面“${ref}”不存在。${guessPage(ref, pages.keys())}`;
  return [
    problem(field.place, target ? 'unknown-item' : 'unknown-page', {
      found: `forms 写了“${text}”，${missing}`,
      expected: `技巧页的文件名加 # 和那一页 forms 里的一个 id，如 job-order#full-order`,
      fix: '照那一页的 id 改正，或者删去这一项',
    }),
  ];
}

/** A duty on this page, a page, or an item of another page. */
function checkRouteEntry(field: Field, page: HandbookPage, { pages }: ContentTree): Problem[] {
  const text = field.text;
  if (text === undefined) return [];
  const duties = page.items.filter(({ kind }) => kind === 'duty').flatMap(({ id }) => id ?? []);
  if (!text.includes('/')) {
    return duties.includes(text) ? [] : [unknownItem(field, '本页没有职责', text, duties)];
  }
  const [ref = '', ...rest] = text.split('#');
  const id = rest.length === 0 ? undefined : rest.join('#');
  const target = pages.get(ref);
  if (!target) {
    return [problem(field.place, 'unknown-page', unknownPage(ref, guessPage(ref, pages.keys())))];
  }
  if (id === undefined || !target.front) return [];
  const ids = target.items.flatMap((item) => item.id ?? []);
  return ids.includes(id) ? [] : [unknownItem(field, `页面 ${ref} 上没有条目`, id, ids)];
}

function unknownItem(field: Field, where: string, id: string, ids: readonly string[]): Problem {
  return problem(field.place, 'unknown-item', {
    found: `新人路线写了“${field.text ?? ''}”，${where}“${id}”。${didYouMean(id, ids)}`,
    expected: '本页一条职责的 id，或“手册/栏目/文件名”，或“手册/栏目/文件名#条目的 id”',
    fix: '照那一页的 id 改正',
  });
}

function unknownPage(ref: string, guess: string): Advice {
  return {
    found: `新人路线写的页面“${ref}”不存在。${guess}`,
    expected: '“手册/栏目/文件名”，如 agency/techniques/job-order',
    fix: '照 content/ 下的文件名改正，不带 .mdx，前后不带斜杠',
  };
}

function slugs(pages: ContentTree['pages'], folder: string): string[] {
  return [...pages.keys()]
    .filter((ref) => ref.startsWith(folder))
    .map((ref) => ref.slice(folder.length));
}
