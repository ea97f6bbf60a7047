import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  deadEnds,
  isBackward,
  reachableFrom,
  resolveFlow,
  successors,
  unreached,
  type AuthoredFlow,
  type Flow,
} from '../../../src/model/graph.ts';

const WORKFLOW: AuthoredFlow = {
  phases: [
    {
      steps: [
        { id: 'collect', kind: 'action' },
        {
          id: 'approve',
          kind: 'sign-off',
          outcomes: [
            { id: 'sign', to: 'present' },
            { id: 'revise', to: 'collect' },
          ],
        },
      ],
    },
    {
      steps: [
        { id: 'present', kind: 'meeting', next: 'file' },
        { id: 'detour', kind: 'action' },
        { id: 'file', kind: 'archive' },
      ],
    },
  ],
  ends: [
    { id: 'stopped', result: 'stopped' },
    { id: 'done', result: 'done' },
    { id: 'also-done', result: 'done' },
  ],
};

describe('resolveFlow', () => {
  const flow = resolveFlow(WORKFLOW);
  const step = (id: string) => flow.steps.find((candidate) => candidate.id === id);

  test('a step goes on to the following one, across phases', () => {
    expect(step('collect')).toEqual({ id: 'collect', next: 'approve' });
    expect(step('detour')).toEqual({ id: 'detour', next: 'file' });
  });

  test('its own next comes first', () => {
    expect(step('present')?.next).toBe('file');
  });

  test('the last step goes on to the first end with result done', () => {
    expect(step('file')?.next).toBe('done');
  });

  test('a gate goes where its outcomes say, and nowhere else', () => {
    expect(step('approve')?.next).toBeUndefined();
    expect(step('approve')?.outcomes).toHaveLength(2);
  });

  test('without an end that is done, the last step goes nowhere', () => {
    const stopped = resolveFlow({ ...WORKFLOW, ends: [{ id: 'stopped', result: 'stopped' }] });
    expect(successors(stopped.steps.at(-1) ?? { id: '' })).toEqual([]);
  });
});

describe('questions to a flow', () => {
  const flow = resolveFlow(WORKFLOW);

  test('successors name each target once', () => {
    const outcomes = ['yes', 'no'].map((id) => ({ id, to: 'same' }));
    expect(successors({ id: 'gate', outcomes })).toEqual(['same']);
  });

  test('reachableFrom includes its start, steps and ends', () => {
    expect([...reachableFrom(flow, 'present')].sort()).toEqual(['done', 'file', 'present']);
    expect([...reachableFrom(flow, 'done')]).toEqual(['done']);
  });

  test('unreached names steps and ends in authored order', () => {
    expect(unreached(flow)).toEqual(['detour', 'stopped', 'also-done']);
  });

  test('deadEnds names the steps that can only go round', () => {
    expect(deadEnds(flow)).toEqual([]);
    const round: Flow = {
      steps: [
        {
          id: 'a',
          outcomes: [
            { id: 'on', to: 'b' },
            { id: 'out', to: 'end' },
          ],
        },
        { id: 'b', next: 'c' },
        { id: 'c', next: 'b' },
      ],
      ends: [{ id: 'end' }],
    };
    expect(deadEnds(round)).toEqual(['b', 'c']);
  });

  test('going back means to a step at or before it', () => {
    expect(isBackward(flow, 'approve', 'collect')).toBe(true);
    expect(isBackward(flow, 'approve', 'approve')).toBe(true);
    expect(isBackward(flow, 'approve', 'present')).toBe(false);
    expect(isBackward(flow, 'approve', 'done')).toBe(false);
    expect(isBackward(flow, 'nowhere', 'collect')).toBe(false);
  });

  test('a flow without steps reaches nothing', () => {
    expect(unreached({ steps: [], ends: [{ id: 'end' }] })).toEqual(['end']);
  });
});

describe('laws', () => {
  /** Any flow over a few ids: every target is a step or the end. */
  const anyFlow = fc.integer({ min: 1, max: 8 }).chain((size) => {
    const ids = Array.from({ length: size }, (_, n) => `s${n}`);
    const target = fc.constantFrom(...ids, 'end');
    const edges = fc.array(fc.array(target, { minLength: 1, maxLength: 3 }), {
      minLength: size,
      maxLength: size,
    });
    return edges.map((all): Flow => ({
      steps: ids.map((id, n) => ({
        id,
        outcomes: (all[n] ?? []).map((to, o) => ({ id: `o${o}`, to })),
      })),
      ends: [{ id: 'end' }],
    }));
  });

  test('what is reached and what is not are all steps and ends, without overlap', () => {
    fc.assert(
      fc.property(anyFlow, (flow) => {
        const reached = [...reachableFrom(flow, 's0')];
        const all = [...flow.steps, ...flow.ends].map(({ id }) => id);
        expect([...reached, ...unreached(flow)].sort()).toEqual(all.sort());
      }),
    );
  });

  test('reaching is closed under going on', () => {
    fc.assert(
      fc.property(anyFlow, (flow) => {
        const reached = reachableFrom(flow, 's0');
        const onward = flow.steps.filter(({ id }) => reached.has(id)).flatMap(successors);
        expect(onward.every((id) => reached.has(id))).toBe(true);
      }),
    );
  });

  test('a dead end is a step from which the end is not reached', () => {
    fc.assert(
      fc.property(anyFlow, (flow) => {
        const stuck = flow.steps.filter(({ id }) => !reachableFrom(flow, id).has('end'));
        expect(deadEnds(flow)).toEqual(stuck.map(({ id }) => id));
      }),
    );
  });

  test('of two different steps, exactly one lies behind the other', () => {
    fc.assert(
      fc.property(anyFlow, fc.nat(), fc.nat(), (flow, m, n) => {
        const a = flow.steps[m % flow.steps.length]?.id ?? '';
        const b = flow.steps[n % flow.steps.length]?.id ?? '';
        if (a === b) expect(isBackward(flow, a, b)).toBe(true);
        else expect(isBackward(flow, a, b)).not.toBe(isBackward(flow, b, a));
      }),
    );
  });

  test('a workflow without gates is one line from its first step to its end', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), (sizes) => {
        const flow = resolveFlow({
          phases: sizes.map((size, p) => ({
            steps: Array.from({ length: size }, (_, n) => ({ id: `p${p}s${n}`, kind: 'action' })),
          })),
          ends: [{ id: 'end', result: 'done' }],
        });
        expect(unreached(flow)).toEqual([]);
        expect(deadEnds(flow)).toEqual([]);
        expect(flow.steps.map(({ next }) => next).slice(0, -1)).toEqual(
          flow.steps.slice(1).map(({ id }) => id),
        );
      }),
    );
  });
});
