/** Synthetic pages: frontmatter and body, made like the real ones of their section. */
import { oneOf, whole } from '../../../tests/support/random.ts';
import {
  commonTexts,
  makeItems,
  makeNotes,
  type MadePage,
  type PageMaterial,
} from './page-parts.ts';
import { prose, recombine, sentence } from './sentence-pool.ts';
import { makeWorkflow } from './workflow.ts';

/** Characters of the prose on a page, beside what its items say; a page then has about 1,200. */
const PROSE = { roles: 250, techniques: 500, rules: 700 };

/** Makes a page. */
export function makePage(material: PageMaterial): MadePage {
  switch (material.page.section) {
    case 'roles':
      return makeRole(material);
    case 'workflows':
      return makeWorkflow(material);
    case 'techniques':
      return makeTechnique(material);
    case 'rules':
      return makeRules(material);
  }
}

/** What every page states. */
export function commonFields(material: PageMaterial): Record<string, unknown> {
  const { random, page } = material;
  const of = commonTexts(material);
  return {
    title: recombine(random, of('page.title'), 12),
    summary: oneOf(random, of('summary')),
    order: page.index + 1,
    updated: '2026-11-23',
    origin: 'editorial',
  };
}

const CADENCES = ['once', 'daily', 'weekly', 'weekly', 'monthly', 'quarterly'];

function makeRole(material: PageMaterial): MadePage {
  const { random, pool, page } = material;
  const of = commonTexts(material);
  const duties = makeItems(material, 22 + whole(random, 7)).map(({ why, ...duty }, number) => ({
    ...duty,
    ...(why ? { why } : {}),
    ...(number % 6 === 5
      ? { kind: 'standard' }
      : { kind: 'act', cadence: oneOf(random, CADENCES) }),
  }));
  const groups = Array.from({ length: 5 }, (_, number) => ({
    id: `group-${number}`,
    title: recombine(random, of('groups.title'), 8),
    origin: 'editorial',
    duties: duties.filter((_, index) => Math.floor((index * 5) / duties.length) === number),
  }));
  const stage = (count: number) => [
    ...new Set(
      Array.from({ length: count }, (_, number) => {
        const section = number % 2 === 0 ? ('techniques' as const) : ('workflows' as const);
        const others = page.beside[section];
        return number % 3 === 2 || others.length === 0
          ? oneOf(random, duties).id
          : `${page.handbook}/${section}/${oneOf(random, others)}`;
      }),
    ),
  ];
  const superior = page.beside.roles[Math.floor((page.index - 1) / 4)];
  return {
    fields: {
      reportsTo: page.index === 0 || !superior ? '总经理' : superior,
      groups,
      route: { day: stage(3), week: stage(4), month: stage(4), quarter: stage(3) },
    },
    body: [
      prose(random, pool, PROSE.roles / 2),
      makeNotes(material, 'Duty', duties, 0.15),
      `## ${recombine(random, of('groups.title'), 8)}`,
      prose(random, pool, PROSE.roles / 2),
    ].join('\n\n'),
  };
}

function makeTechnique(material: PageMaterial): MadePage {
  const { random, pool } = material;
  const points = makeItems(material, 7 + whole(random, 5)).map(pointOf);
  return {
    fields: { points },
    body: [
      prose(random, pool, PROSE.techniques / 2),
      makeNotes(material, 'Point', points, 0.3),
      `## ${recombine(random, pool.texts.get('techniques page.title') ?? [], 10)}`,
      prose(random, pool, PROSE.techniques / 4),
      `<Contrast>\n\n<Dont>\n\n${sentence(random, pool)}\n\n</Dont>\n\n<Do>\n\n${sentence(random, pool)}\n\n</Do>\n\n</Contrast>`,
      `## ${recombine(random, pool.texts.get('techniques page.title') ?? [], 10)}说法`,
      `<Say>\n\n${sentence(random, pool)}\n\n</Say>`,
      prose(random, pool, PROSE.techniques / 4),
    ].join('\n\n'),
  };
}

function makeRules(material: PageMaterial): MadePage {
  const { random, pool } = material;
  const rules = makeItems(material, 9 + whole(random, 5)).map(pointOf);
  return {
    fields: { rules },
    body: [prose(random, pool, PROSE.rules), makeNotes(material, 'Rule', rules, 0.5)].join('\n\n'),
  };
}

function pointOf({ id, text, why, origin }: ReturnType<typeof makeItems>[number]) {
  return { id, text, ...(why ? { why } : {}), origin };
}
