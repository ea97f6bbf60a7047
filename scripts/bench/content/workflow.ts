/** A synthetic workflow: phases, steps that decide and sign, ways back, and two ends. */
import { oneOf, whole } from '../../../tests/support/random.ts';
import {
  commonTexts,
  makeItems,
  makeNotes,
  type MadePage,
  type PageMaterial,
} from './page-parts.ts';
import { prose, recombine } from './sentence-pool.ts';

/** Parties that have no page of their own. */
const OUTSIDE = ['客户', '有关部门'];

/** Makes a workflow of 12 to 20 steps in three or four phases; each phase ends in a gate. */
export function makeWorkflow(material: PageMaterial): MadePage {
  const { random, pool, page } = material;
  const of = commonTexts(material);
  const roles = [0, 1, 2].flatMap((number) => {
    const others = page.beside.roles;
    const slug = others[(whole(random, others.length) + number) % Math.max(1, others.length)];
    return slug === undefined ? [] : [slug];
  });
  const parties = [
    ...[...new Set(roles)].map((role, number) => ({
      id: `party-${number}`,
      name: recombine(random, of('name'), 6),
      role,
    })),
    ...OUTSIDE.map((name, number) => ({ id: `outside-${number}`, name })),
  ];
  const items = makeItems(material, 12 + whole(random, 9));
  const phaseCount = items.length > 15 ? 4 : 3;
  const phaseOf = (index: number) => Math.floor((index * phaseCount) / items.length);
  const shorts = new Set<string>();
  const steps = items.map((item, index) => {
    const { id, text, doneWhen, origin } = item;
    const isLast = phaseOf(index + 1) !== phaseOf(index);
    const first = items[items.findIndex((_, other) => phaseOf(other) === phaseOf(index))];
    const after = items[index + 1]?.id ?? 'done';
    const techniques = page.beside.techniques;
    let short = oneOf(random, of('short'));
    while (shorts.has(short)) short = oneOf(random, of('short'));
    shorts.add(short);
    return {
      id,
      title: text,
      short,
      by: oneOf(random, parties).id,
      doneWhen,
      origin,
      ...(isLast
        ? {
            kind: phaseOf(index) % 2 === 0 ? 'decision' : 'sign-off',
            ...(phaseOf(index) % 2 === 0
              ? {}
              : { signers: parties.slice(0, 2).map((party) => party.id) }),
            outcomes: [
              { id: 'go-on', label: '通过', to: after, origin },
              { id: 'again', label: '退回修改', to: first?.id ?? after, origin },
              ...(phaseOf(index) === 0
                ? [{ id: 'stop', label: '不做', to: 'stopped', origin }]
                : []),
            ],
          }
        : { kind: oneOf(random, ['action', 'action', 'action', 'meeting', 'handover']) }),
      ...(index === 1 ? { critical: true } : {}),
      ...(index === 2 && !isLast ? { optional: '视情况' } : {}),
      ...(random() < 0.4 && techniques.length > 0
        ? { techniques: [oneOf(random, techniques)] }
        : {}),
    };
  });
  const phases = Array.from({ length: phaseCount }, (_, number) => ({
    id: `phase-${number}`,
    title: recombine(random, of('phases.title'), 8),
    pause: oneOf(random, of('pause')),
    steps: steps.filter((_, index) => phaseOf(index) === number),
  }));
  return {
    fields: {
      trigger: oneOf(random, of('trigger')),
      inputs: [0, 1, 2].map(() => oneOf(random, of('inputs'))),
      outputs: [0, 1, 2].map(() => oneOf(random, of('outputs'))),
      parties,
      phases,
      ends: [
        { id: 'done', title: oneOf(random, of('ends.title')), result: 'done', origin: 'editorial' },
        {
          id: 'stopped',
          title: oneOf(random, of('ends.title')),
          result: 'stopped',
          origin: 'editorial',
        },
      ],
    },
    body: [
      prose(random, pool, 80),
      makeNotes(material, 'Step', items, 0.2),
      `## 常见错误\n\n${prose(random, pool, 60)}`,
      `## 示例\n\n${prose(random, pool, 60)}`,
    ].join('\n\n'),
  };
}
