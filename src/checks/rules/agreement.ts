/**
 * What one page says of another, or a step of itself, in words and in data: who reads a page on which day, who
 * signs, how long it may take. Where both can be compared by a machine, they agree: asked of a content that
 * keeps a list of its facts.
 */
import { FACTS_FILE } from '../../schemas/facts.ts';
import { ROUTE_STAGES, ROUTE_STAGE_LABEL, type RouteStage } from '../../model/vocabulary.ts';
import type { ContentTree } from '../content-tree.ts';
import type { Field } from '../parse/field.ts';
import type { HandbookPage } from '../parse/source-page.ts';
import { problem, type Problem } from '../problem.ts';

/** Compares a page with the routes, and its steps with their own words. */
export function checkAgreement(page: HandbookPage, tree: ContentTree): Problem[] {
  if (!page.front || !tree.isThere(FACTS_FILE)) return [];
  return page.location.section === 'workflows'
    ? [
        ...checkReadingDay(page, page.front, tree),
        ...checkSigners(page, page.front),
        ...checkLimits(page),
      ]
    : checkReadingDay(page, page.front, tree);
}

/** 客户专员第一周读: the end of a summary that says who reads the page when. */
const READ_ON = /([^，；。：]*)(第一天|第一周|第一个月|第一个季度)先?读/;
const EVERYBODY = /全员|每个岗位|每个人|每人|个岗位/;

/** Whom the summary names, and whoever has the page on their route, reads it on the day it says. */
function checkReadingDay(
  { file, location }: HandbookPage,
  front: Field,
  { pages }: ContentTree,
): Problem[] {
  const summary = front.get('summary');
  const [, audience = '', day = ''] = READ_ON.exec(summary.text ?? '') ?? [];
  const stage = ROUTE_STAGES.find((each) => ROUTE_STAGE_LABEL[each] === day);
  if (!stage || location.section === 'index') return [];
  const roles = [...pages.values()].filter(
    (other) =>
      other.location.section === 'roles' &&
      other.location.handbook === location.handbook &&
      other.front?.get('route').exists,
  );
  return roles.flatMap((role) => {
    const title = role.front?.get('title').text ?? role.location.slug;
    const route = role.front?.get('route');
    const isNamed = EVERYBODY.test(audience) || audience.includes(title);
    const stages = ROUTE_STAGES.filter((each) => route && stopAt(route, each, location.ref));
    if (stages.includes(stage) || (stages.length === 0 && !isNamed) || !route) return [];
    const [other] = stages;
    const place = (other && stopAt(route, other, location.ref)?.place) ?? route.keyPlace;
    const there = other ? `放在“${ROUTE_STAGE_LABEL[other]}”` : '没有这一页';
    return [
      problem(place, 'reading-day', {
        found: `“${title}”的路线里，${location.ref} ${there}，那一页的简介却说“${audience}${day}读”`,
        expected: '简介和各岗位的路线说同一天',
        fix: `把 ${location.ref} 写到路线的 ${stage} 下面，或者改 ${file} 第 ${summary.place.line} 行的简介`,
      }),
    ];
  });
}

/** The stop of a route that is a page or an item of it. */
function stopAt(route: Field, stage: RouteStage, ref: string): Field | undefined {
  return route
    .get(stage)
    .items()
    .find(({ text }) => text?.split('#')[0] === ref);
}

/** A part of a sentence that says who signed. */
const SIGNED = /[^，；。]*(?:签名|签字|签认|签批)/g;
const NUMBERS = '两三四五';

/** The parties that a sign-off says have signed are its signers. */
function checkSigners({ items }: HandbookPage, front: Field): Problem[] {
  const parties = front
    .get('parties')
    .items()
    .map((party) => ({ id: party.get('id').text, name: party.get('name').text ?? '' }))
    .filter(({ name }) => name !== '');
  return items.flatMap(({ kind, field }) => {
    if (kind !== 'step' || field.get('kind').text !== 'sign-off') return [];
    const signers = field.get('signers').texts();
    const done = field.get('doneWhen');
    const parts = (done.text ?? '').match(SIGNED) ?? [];
    const named = namesIn(parts.join('，'), parties);
    const odd = named.find(({ id }) => id !== undefined && !signers.includes(id));
    const names = parties.flatMap(({ id, name }) => (id && signers.includes(id) ? [name] : []));
    if (odd) return [signedByOther(done, odd.name, names)];
    const count = NUMBERS.indexOf(/([两三四五])人签/.exec(done.text ?? '')?.[1] ?? ' ') + 2;
    if (count < 2 || count === signers.length) return [];
    return [signedByOther(done, `${NUMBERS[count - 2] ?? ''}人`, names)];
  });
}

/** The parties that a text names; of 客户 and 客户总监 the longer one. */
function namesIn<Party extends { readonly name: string }>(
  text: string,
  parties: readonly Party[],
): Party[] {
  let rest = text;
  return [...parties]
    .sort((a, b) => b.name.length - a.name.length)
    .filter(({ name }) => {
      const isThere = rest.includes(name);
      rest = rest.replaceAll(name, '　');
      return isThere;
    });
}

function signedByOther(done: Field, said: string, names: readonly string[]): Problem {
  return problem(done.place, 'signed-by-other', {
    found: `完成标志说“${said}”签，签字方写的是${names.map((name) => `“${name}”`).join('')}`,
    expected: '完成标志里签字的人，就是 signers 里的人',
    fix: '改完成标志，或者改 signers',
  });
}

const HOURS = /(\d+) ?小时(?:内|之内|以内)/;
const WORKDAYS = /(\d+) ?个工作日(?:内|之内|以内)/;

/** A limit that the title or the sign of a step states is the one that its time is counted by. */
function checkLimits({ items }: HandbookPage): Problem[] {
  return items.flatMap(({ kind, field }) => {
    const within = field.get('within');
    if (kind !== 'step' || !within.isMap) return [];
    return ['title', 'doneWhen'].flatMap((key) => {
      const text = field.get(key).text ?? '';
      return [
        ...limitProblems(field.get(key), HOURS.exec(text), within.get('hours'), '小时'),
        ...limitProblems(field.get(key), WORKDAYS.exec(text), within.get('workdays'), '个工作日'),
      ];
    });
  });
}

function limitProblems(
  said: Field,
  match: RegExpExecArray | null,
  limit: Field,
  unit: string,
): Problem[] {
  if (!match || Number(match[1]) === limit.scalar) return [];
  const counted = limit.exists ? `${String(limit.scalar)} ${unit}` : '另一种时限';
  return [
    problem(said.place, 'limit-said-otherwise', {
      found: `这里说“${match[0]}”，within 算的是${limit.exists ? ` ${counted}` : counted}`,
      expected: '文字里的时限和 within 一样',
      fix: '改文字，或者改 within',
    }),
  ];
}
