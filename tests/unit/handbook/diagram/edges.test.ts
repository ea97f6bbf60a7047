import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diagramOf, tagOf } from '../../../../src/handbook/diagram/edges.ts';
import { linksOf } from '../../../../src/handbook/diagram/links.ts';
import { lanesOf, rowsOf, type StepRow } from '../../../../src/handbook/diagram/rows.ts';
import { textWidth } from '../../../../src/handbook/diagram/units.ts';
import { workflowSchema, type Workflow } from '../../../../src/schemas/workflow.ts';
import { rawStep, rawWorkflow } from '../../fixtures/site.ts';
import { segmentsOf } from './segments.ts';

const parties = [
  { id: 'director', name: '客户总监' },
  { id: 'executive', name: '客户专员' },
  { id: 'client', name: '客户' },
];

const ends = [
  { id: 'done', title: '做完', result: 'done', origin: 'editorial' },
  { id: 'stopped', title: '停止', result: 'stopped', origin: 'editorial' },
];

type Raw = Record<string, unknown>;

function workflow(...phases: Raw[][]): Workflow {
  return workflowSchema.parse(
    rawWorkflow({
      parties,
      ends,
      phases: phases.map((steps, index) => ({
        id: `phase-${index}`,
        title: `阶段${index}`,
        pause: '停一下：齐了吗？',
        steps,
      })),
    }),
  );
}

const step = (id: string, by: string, more: Raw = {}) => rawStep(id, { by, ...more });

const gate = (id: string, by: string, outcomes: Record<string, string>) =>
  step(id, by, {
    kind: 'decision',
    outcomes: Object.entries(outcomes).map(([label, to], index) => ({
      id: `outcome-${index}`,
      label,
      to,
      origin: 'editorial',
    })),
  });

const small = workflow(
  [
    step('plan', 'executive'),
    gate('agree', 'client', { 通过: 'build', 退回: 'plan', 作罢: 'stopped' }),
  ],
  [
    step('build', 'executive', { critical: true }),
    step('close', 'executive', { optional: '视情况' }),
  ],
);

const stepRow = (id: string) => rowsOf(small).find((row) => row.id === id) as StepRow;

describe('the rows', () => {
  test('are the phases, the steps and the ends, in order, without a gap', () => {
    const rows = rowsOf(small);
    const ids = ['phase-0', 'plan', 'agree', 'phase-1', 'build', 'close', 'done', 'stopped'];
    expect(rows.map((row) => row.id)).toEqual(ids);
    rows.slice(1).forEach((row, index) => {
      const before = rows[index];
      expect(row.top).toBe((before?.top ?? 0) + (before?.height ?? 0));
    });
  });

  test('have a lane for each party that acts, none for one that has no step', () => {
    expect(lanesOf(small).map(({ id }) => id)).toEqual(['executive', 'client']);
    expect(stepRow('agree').lane).toBe(1);
    expect(stepRow('build')).toMatchObject({ lane: 0, number: 3, party: '客户专员' });
  });

  test('let the answer that goes on stand first, and say where to', () => {
    expect(stepRow('agree').exits).toEqual([
      { to: 'build', course: 'down', isWay: true, label: '通过 → 3', place: '3' },
      { to: 'plan', course: 'back', isWay: false, label: '退回', place: '1' },
      { to: 'stopped', course: 'ahead', isWay: false, label: '作罢', place: '停止' },
    ]);
  });

  test('let an answer that runs down beside the way stand last, next to where it leads', () => {
    const rows = rowsOf(
      workflow([
        gate('ask', 'client', { 权限内: 'act', 超权限: 'report', 作罢: 'stopped' }),
        step('report', 'executive'),
        gate('act', 'executive', { 完了: 'done', 重来: 'ask' }),
      ]),
    ).filter((each) => each.kind === 'step');
    expect(rows[0]?.exits.map(({ course, label }) => [course, label])).toEqual([
      ['ahead', '权限内 → 3'],
      ['ahead', '作罢'],
      ['down', '超权限'],
    ]);
    expect(rows[1]?.exits).toEqual([{ to: 'act', course: 'down', isWay: false, place: '3' }]);
    expect(rows[2]?.exits[0]?.label).toBe('完了 → 结束');
  });

  test('give a gate a line for each answer', () => {
    expect(stepRow('agree').height - stepRow('plan').height).toBeGreaterThanOrEqual(3 * 16);
  });

  test('let only one of two answers with the same destination run down', () => {
    const [row] = rowsOf(
      workflow([gate('ask', 'client', { 够了: 'act', 到期: 'act' }), step('act', 'executive')]),
    ).filter((each) => each.kind === 'step');
    expect(row?.exits.map(({ course }) => course)).toEqual(['down', 'ahead']);
  });

  test('let the last step lead to the first end that is done', () => {
    expect(stepRow('close').exits).toEqual([
      { to: 'done', course: 'down', isWay: true, place: '做完' },
    ]);
  });
});

describe('a node’s tag', () => {
  test('says the party, and in words what the mark shows', () => {
    expect(tagOf(stepRow('plan'))).toBe('客户专员');
    expect(tagOf(stepRow('build'))).toBe('客户专员 · 关键');
    expect(tagOf(stepRow('close'))).toBe('客户专员 · 视情况');
  });
});

describe('the edges', () => {
  test('refuse to lead to what is not there', () => {
    const rows = rowsOf(small).filter((row) => row.id !== 'build');
    expect(() => linksOf(rows)).toThrow('"agree" leads to "build"');
  });

  test('are drawn as the way through where they are on it, ways back with the steps they join', () => {
    const { edges } = diagramOf(small).wide;
    expect(edges.map(({ course, from, to }) => [course, from, to])).toEqual([
      ['way', undefined, undefined],
      ['way', undefined, undefined],
      ['back', 2, 1],
      ['ahead', undefined, undefined],
      ['way', undefined, undefined],
      ['way', undefined, undefined],
    ]);
  });

  test('come in side by side where several lead to one step', () => {
    const { all } = linksOf(
      rowsOf(
        workflow([
          step('make', 'executive'),
          gate('check', 'client', { 行: 'sign', 改: 'make' }),
          gate('sign', 'director', { 签: 'done', 退: 'make' }),
        ]),
      ),
    );
    const back = all.filter(({ course }) => course === 'back');
    expect(back.map(({ track }) => track)).toEqual([0, 1]);
    expect(Math.abs((back[0]?.arrives ?? 0) - (back[1]?.arrives ?? 0))).toBeGreaterThanOrEqual(6);
  });

  test('leave the title of a phase free: it stands behind the lane in which an edge cuts the band', () => {
    const titles = (first: string, second: string) =>
      diagramOf(
        workflow(
          [step('base', 'director'), step('one', first)],
          [step('two', second), step('three', 'client')],
        ),
      ).rows.flatMap((row) => (row.kind === 'phase' ? [row.lane] : []));
    expect(titles('director', 'client')).toEqual([0, 0]);
    expect(titles('client', 'client')).toEqual([0, 0]);
    const long = workflow(
      [step('base', 'director'), step('one', 'executive')],
      [step('two', 'executive'), step('three', 'client')],
    );
    const title = '一个有十六个字那么长的阶段的名字';
    const named = { ...long, phases: long.phases.map((phase) => ({ ...phase, title })) };
    expect(diagramOf(named).rows.flatMap((r) => (r.kind === 'phase' ? [r.lane] : []))).toEqual([
      0, 1,
    ]);
  });
});

/** Workflows of one to four phases with gates that lead anywhere. */
const anyWorkflow = fc
  .array(
    fc.record({
      party: fc.constantFrom('director', 'executive', 'client'),
      exits: fc.array(fc.nat(30), { maxLength: 5 }),
      opensPhase: fc.boolean(),
    }),
    { minLength: 1, maxLength: 24 },
  )
  .map((drafts) => {
    const places = [...drafts.map((_, index) => `step-${index}`), 'done', 'stopped'];
    const phases: Raw[][] = [[]];
    drafts.forEach(({ party, exits, opensPhase }, index) => {
      if (opensPhase && (phases.at(-1)?.length ?? 0) > 0) phases.push([]);
      const to = exits.map((exit) => places[exit % places.length] ?? 'done');
      const made =
        to.length > 1
          ? gate(`step-${index}`, party, Object.fromEntries(to.map((id, n) => [`答案${n}`, id])))
          : step(`step-${index}`, party, to[0] === undefined ? {} : { next: to[0] });
      phases.at(-1)?.push(made);
    });
    return workflow(...phases);
  });

describe('whatever the workflow', () => {
  test('no two edges share a stretch, in either form', () => {
    fc.assert(
      fc.property(anyWorkflow, (any) => {
        const { wide, narrow } = diagramOf(any);
        for (const { edges } of [wide, narrow]) {
          // The rail under a gate is the stem from which its answers fork; they touch it, no more.
          const all = edges.map((edge) => segmentsOf(edge.d));
          all.forEach((ours, i) =>
            all.slice(i + 1).forEach((theirs) => {
              for (const a of ours)
                for (const b of theirs) expect(a.shares(b), `${a} ${b}`).toBe(false);
            }),
          );
        }
      }),
    );
  });

  test('every edge stays within the drawing', () => {
    fc.assert(
      fc.property(anyWorkflow, (any) => {
        const { wide, narrow, height } = diagramOf(any);
        for (const { edges, width } of [wide, narrow]) {
          for (const segment of edges.flatMap((edge) => segmentsOf(edge.d))) {
            for (const [x, y] of segment.ends) {
              expect(x).toBeGreaterThanOrEqual(0);
              expect(x).toBeLessThanOrEqual(width);
              expect(y).toBeGreaterThanOrEqual(0);
              expect(y).toBeLessThanOrEqual(height);
            }
          }
        }
      }),
    );
  });
});

test('a Han character is as wide as its type is high, Latin narrower', () => {
  expect(textWidth('签合同')).toBe(30);
  expect(textWidth('AI 稿')).toBeLessThan(40);
});
