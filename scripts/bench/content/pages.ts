/** Synthetic pages: frontmatter and body, made like the real ones of their section. */
import { oneOf, whole } from '../../../tests/support/random.ts';
import { prose, recombine, sentence, type ItemPiece, type Pieces } from './sentence-pool.ts';
import type { PlannedPage } from './plan.ts';
import { makeWorkflow } from './workflow.ts';

export interface MadePage {
  /** Fields of the frontmatter beyond those that every page has. */
  readonly fields: Record<string, unknown>;
  readonly body: string;
}

export interface Workshop {
  readonly random: () => number;
  readonly pieces: Pieces;
  readonly page: PlannedPage;
}

/** Characters of the prose on a page, beside what its items say; a page then has about 1,200. */
const PROSE = { roles: 250, techniques: 500, rules: 700 };

/** Makes a page. */
export function makePage(workshop: Workshop): MadePage {
  switch (workshop.page.section) {
    case 'roles':
      return makeRole(workshop);
    case 'workflows':
      return makeWorkflow(workshop);
    case 'techniques':
      return makeTechnique(workshop);
    case 'rules':
      return makeRules(workshop);
  }
}

/** The real texts of a field, in the section of the page that is made. */
export function commonTexts({ pieces, page }: Workshop): (field: string) => readonly string[] {
  return (field) => pieces.texts.get(`${page.section} ${field}`) ?? [];
}

/** What every page states. */
export function commonFields(workshop: Workshop): Record<string, unknown> {
  const { random, page } = workshop;
  const of = commonTexts(workshop);
  return {
    title: recombine(random, of('page.title'), 12),
    summary: oneOf(random, of('summary')),
    order: page.index + 1,
    updated: '2026-11-23',
    origin: 'editorial',
  };
}

/** Items with ids of their own; every one is the editors' until a statement is given to it. */
export function makeItems(
  { random, pieces, page }: Workshop,
  count: number,
): (ItemPiece & { origin: 'editorial' })[] {
  const known = pieces.items[page.section] ?? [];
  const all = (field: 'text' | 'doneWhen' | 'why') =>
    known.map((item) => item[field]).filter(Boolean);
  const [texts, evidence, reasons] = [all('text'), all('doneWhen'), all('why')];
  const taken = new Set<string>();
  return Array.from({ length: count }, (_, number) => {
    const id = `${oneOf(random, known).id}${taken.size > 0 ? `-${number}` : ''}`;
    taken.add(id);
    return {
      id,
      text: recombine(random, texts, 24),
      doneWhen: evidence.length > 0 ? recombine(random, evidence, 40) : '',
      why: reasons.length > 0 && random() < 0.3 ? oneOf(random, reasons) : '',
      origin: 'editorial',
    };
  });
}

/** Notes to some of the items, in their order. */
export function makeNotes(
  { random, pieces }: Workshop,
  name: string,
  items: readonly { readonly id: string }[],
  share: number,
): string {
  return items
    .filter(() => random() < share)
    .map(({ id }) => `<${name} id="${id}">\n\n${sentence(random, pieces)}\n\n</${name}>`)
    .join('\n\n');
}

const CADENCES = ['once', 'daily', 'weekly', 'weekly', 'monthly', 'quarterly'];

function makeRole(workshop: Workshop): MadePage {
  const { random, pieces, page } = workshop;
  const of = commonTexts(workshop);
  const duties = makeItems(workshop, 22 + whole(random, 7)).map(({ why, ...duty }, number) => ({
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
      prose(random, pieces, PROSE.roles / 2),
      makeNotes(workshop, 'Duty', duties, 0.15),
      `## ${recombine(random, of('groups.title'), 8)}`,
      prose(random, pieces, PROSE.roles / 2),
    ].join('\n\n'),
  };
}

function makeTechnique(workshop: Workshop): MadePage {
  const { random, pieces } = workshop;
  const points = makeItems(workshop, 7 + whole(random, 5)).map(pointOf);
  return {
    fields: { points },
    body: [
      prose(random, pieces, PROSE.techniques / 2),
      makeNotes(workshop, 'Point', points, 0.3),
      `## ${recombine(random, pieces.texts.get('techniques page.title') ?? [], 10)}`,
      prose(random, pieces, PROSE.techniques / 4),
      `<Contrast>\n\n<Dont>\n\n${sentence(random, pieces)}\n\n</Dont>\n\n<Do>\n\n${sentence(random, pieces)}\n\n</Do>\n\n</Contrast>`,
      `## ${recombine(random, pieces.texts.get('techniques page.title') ?? [], 10)}说法`,
      `<Say>\n\n${sentence(random, pieces)}\n\n</Say>`,
      prose(random, pieces, PROSE.techniques / 4),
    ].join('\n\n'),
  };
}

function makeRules(workshop: Workshop): MadePage {
  const { random, pieces } = workshop;
  const rules = makeItems(workshop, 9 + whole(random, 5)).map(pointOf);
  return {
    fields: { rules },
    body: [
      prose(random, pieces, PROSE.rules),
      makeNotes(workshop, 'Rule', rules, 0.5),
    ].join('\n\n'),
  };
}

function pointOf({ id, text, why, origin }: ReturnType<typeof makeItems>[number]) {
  return { id, text, ...(why ? { why } : {}), origin };
}
