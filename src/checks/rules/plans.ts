/** Training plans: what they name is there, needs fit, days go forward, and addresses do not meet. */
import { NEED_LABEL, NEEDS, type Need } from '../../model/plan.ts';
import { needsFor } from '../../model/plan-fit.ts';
import { REFUSED_PLAN_SLUGS, routeSlug } from '../../model/plan-slug.ts';
import { idSchema } from '../../schemas/common.ts';
import { planSchema } from '../../schemas/plan.ts';
import { guessPage } from '../advice/guess-page.ts';
import { didYouMean } from '../advice/nearest.ts';
import { issueProblems } from '../advice/schema-issues.ts';
import type { ContentTree } from '../content-tree.ts';
import type { Field } from '../parse/field.ts';
import { plansAmong, type PlanFile } from '../parse/plans.ts';
import type { HandbookPage } from '../parse/source-page.ts';
import { problem, type Problem } from '../problem.ts';

/** Checks all plans: those that are authored, and the addresses of the roles' routes. */
export function checkPlans(tree: ContentTree): Problem[] {
  const routes = routesOf(tree);
  const plans = plansAmong(tree.data);
  return [
    ...meetingRoutes(routes),
    ...plans.flatMap((plan) => [
      ...checkSlug(plan, routes),
      ...checkShape(plan.root),
      ...checkRole(plan.root.get('role'), tree),
      ...checkItems(plan.root.get('items').items(), tree),
    ]),
    ...sameTitles(plans),
  ];
}

interface Route {
  readonly slug: string;
  readonly page: HandbookPage;
}

function routesOf({ pages }: ContentTree): Route[] {
  return [...pages.values()]
    .filter(({ location, front }) => location.section === 'roles' && front?.get('route').exists)
    .map((page) => ({ slug: routeSlug(page.location.ref), page }));
}

/** `key/accounts-lead` and `key-accounts/lead` would have one address. */
function meetingRoutes(routes: readonly Route[]): Problem[] {
  return routes.flatMap(({ slug, page }, index) => {
    const first = routes.findIndex((other) => other.slug === slug);
    const other = routes[first];
    if (first === index || !other || !page.front) return [];
    return [
      problem(page.front.get('route').place, 'taken-plan-slug', {
        found: `这条入职路线的网址 /train/${slug}/ 与 ${other.page.file} 的一样`,
        expected: '“手册-岗位”连起来，各条路线都不一样',
        fix: '没有发布过的那个岗位，给文件换个名字',
      }),
    ];
  });
}

function checkSlug({ root, slug, file }: PlanFile, routes: readonly Route[]): Problem[] {
  const at = { ...root.place, file, line: 1 };
  if (!idSchema.safeParse(slug).success) {
    return [
      problem(at, 'bad-file-name', {
        found: `文件名“${slug}.yaml”不合规定`,
        expected: '小写英文字母、数字和连字符，以字母开头，以 .yaml 结尾，如 complaint-duty.yaml',
        fix: '给文件改名；文件名就是计划的网址，发布后不再改',
      }),
    ];
  }
  if (REFUSED_PLAN_SLUGS.includes(slug)) {
    return [
      problem(at, 'taken-plan-slug', {
        found: `计划不能叫“${slug}”：网站自己用着 /train/${slug}/`,
        expected: `文件名不是 ${REFUSED_PLAN_SLUGS.join('、')}`,
        fix: '换一个说明内容的英文短名',
      }),
    ];
  }
  const route = routes.find((each) => each.slug === slug);
  if (!route) return [];
  return [
    problem(at, 'taken-plan-slug', {
      found: `“${slug}”是 ${route.page.file} 的入职路线的网址`,
      expected: '计划的文件名与“手册-岗位”这样的路线网址不同',
      fix: '给这个文件换个名字',
    }),
  ];
}

/** Days are told of below, by their own words. */
function checkShape(root: Field): Problem[] {
  const issues = planSchema.safeParse(root.toData()).error?.issues ?? [];
  return issues
    .filter(({ path }) => path.at(-1) !== 'day' || !root.at(path).exists)
    .flatMap((issue) => issueProblems(issue, root, planSchema));
}

function checkRole(field: Field, { pages }: ContentTree): Problem[] {
  const role = field.text;
  if (role === undefined || !planSchema.shape.role.safeParse(role).success) return [];
  if (pages.has(role)) return [];
  const roles = [...pages.keys()].filter((ref) => ref.includes('/roles/'));
  return [
    problem(field.place, 'unknown-role', {
      found: `role 写的岗位“${role}”没有页面。${guessPage(role, roles)}`,
      expected: '“手册/roles/文件名”，如 agency/roles/account-executive',
      fix: '照岗位的文件名改正，不带 .mdx',
    }),
  ];
}

function checkItems(items: readonly Field[], tree: ContentTree): Problem[] {
  return [
    ...items.flatMap((item) => checkItem(item, tree)),
    ...items.flatMap((item, index) => checkDay(item.get('day'), items.slice(0, index))),
    ...items.flatMap((item, index) => checkOnce(item, items.slice(0, index))),
  ];
}

/** The item is there, and its need fits it. */
function checkItem(item: Field, { pages }: ContentTree): Problem[] {
  const field = item.get('ref');
  const ref = field.text;
  if (ref === undefined || !planSchema.shape.items.element.shape.ref.safeParse(ref).success) {
    return [];
  }
  const [name = '', id] = ref.split('#');
  const page = pages.get(name);
  if (!page) {
    return [
      problem(field.place, 'unknown-page', {
        found: `培训计划写的页面“${name}”不存在。${guessPage(name, pages.keys())}`,
        expected: '“手册/栏目/文件名”，如 agency/techniques/job-order',
        fix: '照 content/ 下的文件名改正，不带 .mdx，前后不带斜杠',
      }),
    ];
  }
  if (id !== undefined && page.front) {
    const part = page.items.find((each) => each.id === id);
    if (!part) return [unknownItem(field, page, id)];
    if (['group', 'phase', 'end'].includes(part.kind)) return [noItem(field, name)];
  }
  return checkNeed(item.get('need'), page, id !== undefined);
}

function unknownItem(field: Field, { location, items }: HandbookPage, id: string): Problem {
  const ids = items.flatMap((each) => each.id ?? []);
  return problem(field.place, 'unknown-item', {
    found: `培训计划写了“${field.text ?? ''}”，页面 ${location.ref} 上没有条目“${id}”。${didYouMean(id, ids)}`,
    expected: '那一页一条职责、一步、一个要点、一张表单或一条规范的 id',
    fix: '照那一页的 id 改正；已经停用的，换成接过这件事的那一条，或者删去这一项',
  });
}

function noItem(field: Field, page: string): Problem {
  return problem(field.place, 'unfit-item', {
    found: `培训计划写了“${field.text ?? ''}”，那是一组、一个阶段或一个终点，不能单独确认`,
    expected: '一页，或者一条职责、一步、一个要点、一张表单、一条规范',
    fix: `写整页：${page}；或者写其中的一条`,
  });
}

function checkNeed(field: Field, { location }: HandbookPage, isItem: boolean): Problem[] {
  const need = NEEDS.find((each) => each === field.text);
  const fitting = needsFor(location.section, isItem);
  if (need === undefined || fitting.includes(need)) return [];
  const what = location.section === 'roles' ? '岗位的整页' : '规范';
  return [
    problem(field.place, 'unfit-need', {
      found: `${what}写了 need: ${need}（${NEED_LABEL[need]}），它只能读`,
      expected: `need 是 ${fitting.map(named).join('、')}`,
      fix: '改成 need: read；要练、要看着做的，写一条职责、一步或一个技巧',
    }),
  ];
}

function named(need: Need): string {
  return `${need}（${NEED_LABEL[need]}）`;
}

function checkDay(field: Field, before: readonly Field[]): Problem[] {
  if (!field.exists) return []; // the schema's affair
  const day = dayOf(field);
  if (day === undefined) {
    return [
      problem(field.place, 'bad-plan-day', {
        found: `day 写成了“${field.written}”`,
        expected: '从 1 起的整数：开始那天是第 1 个工作日',
        fix: '只写阿拉伯数字，如 day: 3',
      }),
    ];
  }
  const latest = Math.max(0, ...before.map((item) => dayOf(item.get('day')) ?? 0));
  if (day >= latest) return [];
  return [
    problem(field.place, 'plan-day-order', {
      found: `这一项是第 ${String(day)} 天，前面已经到了第 ${String(latest)} 天`,
      expected: '照先后排：后一项的 day 不小于前一项',
      fix: '把这一项移到前面，或者改 day',
    }),
  ];
}

function dayOf(field: Field): number | undefined {
  const day = planSchema.shape.items.element.shape.day.safeParse(field.scalar);
  return day.success ? day.data : undefined;
}

function checkOnce(item: Field, before: readonly Field[]): Problem[] {
  const [ref, need] = [item.get('ref').text, item.get('need').text];
  if (ref === undefined || need === undefined) return [];
  const first = before.find(
    (each) => each.get('ref').text === ref && each.get('need').text === need,
  );
  if (!first) return [];
  return [
    problem(item.get('ref').place, 'plan-item-twice', {
      found: `“${ref}”写了两次，第 ${String(first.get('ref').place.line)} 行已经写过，要求也一样`,
      expected: '同一条、同一个要求只写一次；先读、后练可以各写一次',
      fix: '删掉一行，或者改 need',
    }),
  ];
}

function sameTitles(plans: readonly PlanFile[]): Problem[] {
  return plans.flatMap(({ root }, index) => {
    const title = root.get('title');
    const first = plans.slice(0, index).find((each) => each.root.get('title').text === title.text);
    if (title.text === undefined || !first) return [];
    return [
      problem(title.place, 'plan-title-twice', {
        found: `标题“${title.text}”与 ${first.file} 的一样`,
        expected: '每份计划的标题不同：回执和清单上只有标题',
        fix: '换一个说得出区别的标题',
      }),
    ];
  });
}
