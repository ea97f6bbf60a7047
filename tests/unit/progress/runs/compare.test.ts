import { describe, expect, test } from 'vitest';
import type { TemplateStep, WorkflowTemplate } from '../../../../src/model/template.ts';
import { compareTemplates, type TemplateChange } from '../../../../src/progress/runs/compare.ts';
import {
  action,
  DELIVERED,
  gate,
  GIVEN_UP,
  reviewTemplate,
  templateWith,
} from '../../fixtures/template.ts';

const steps = (...ids: string[]) => templateWith(ids.map((id) => action(id)));

/** A template whose steps stand in phases: `[['a', 'b'], ['c']]`; they go on one to the next. */
function inPhases(phases: Record<string, string[]>): WorkflowTemplate {
  const linked = steps(...Object.values(phases).flat());
  const byId = new Map(linked.phases[0]?.steps.map((step) => [step.id, step]));
  return {
    ...linked,
    phases: Object.entries(phases).map(([id, ids]) => ({
      id,
      title: `阶段 ${id}`,
      pause: '停一下：齐了吗？',
      steps: ids.flatMap((each) => byId.get(each) ?? []),
    })),
  };
}

/** What changed, by ids; what did not is left out. */
function told(change: TemplateChange) {
  const ids = {
    added: change.added.map(({ id }) => id),
    removed: change.removed.map(({ id }) => id),
    moved: change.moved.map(({ id }) => id),
    reworded: change.reworded.map(
      ({ after, fields }) => `${after.id}: ${fields.map(({ field }) => field).join(' ')}`,
    ),
    renamed: Object.entries(change.renamed).map(([from, to]) => `${from} → ${to}`),
    phases: change.phases.map(({ before, after }) => `${before?.id ?? ''}/${after?.id ?? ''}`),
    ends: change.ends.map(({ before, after }) => `${before?.id ?? ''}/${after?.id ?? ''}`),
  };
  return Object.fromEntries(Object.entries(ids).filter(([, list]) => list.length > 0));
}

const compare = (
  before: WorkflowTemplate,
  after: WorkflowTemplate,
  renamed: Record<string, string> = {},
) => told(compareTemplates(before, after, renamed));

/** What is told of the one step `a` when it reads otherwise. */
function fieldsOf(before: Partial<TemplateStep>, after: Partial<TemplateStep>) {
  const { reworded } = compareTemplates(
    templateWith([action('a', before), action('b')]),
    templateWith([action('a', after), action('b')]),
    {},
  );
  return reworded.flatMap(({ fields }) => fields);
}

describe('steps that came or went', () => {
  test('are told, and their neighbours are not said to lead elsewhere', () => {
    expect(compare(steps('a', 'b', 'c'), steps('a', 'x', 'c', 'y'))).toEqual({
      added: ['x', 'y'],
      removed: ['b'],
    });
  });

  test('are all there is where nothing is left', () => {
    expect(compare(steps('a', 'b'), steps('x'))).toEqual({ added: ['x'], removed: ['a', 'b'] });
  });

  test('explain a jump over what came, and the end of a jump over what went', () => {
    const jump = templateWith([action('a', { next: 'c' }), action('b'), action('c')]);
    expect(compare(jump, steps('a', 'c'))).toEqual({ removed: ['b'] });
    expect(compare(steps('a', 'c'), jump)).toEqual({ added: ['b'] });
  });

  test('explain a jump to what came, where it leads on to the former target', () => {
    const detour = templateWith([
      action('a', { next: 'x' }),
      action('b', { next: DELIVERED.id }),
      action('x', { next: 'b' }),
    ]);
    expect(compare(steps('a', 'b'), detour)).toEqual({ added: ['x'] });
    expect(compare(detour, steps('a', 'b'))).toEqual({ removed: ['x'] });
  });

  test('explain a way that is lost behind a gate among them', () => {
    const gated = templateWith([
      action('a', { next: 'x' }),
      action('b', { next: DELIVERED.id }),
      gate('x', { pass: 'b', stop: GIVEN_UP.id }),
    ]);
    expect(compare(steps('a', 'b'), gated)).toEqual({ added: ['x'] });
    expect(compare(gated, steps('a', 'b'))).toEqual({ removed: ['x'] });
  });
});

describe('the order', () => {
  test('is told by the fewest steps that explain it', () => {
    expect(compare(steps('a', 'b', 'c', 'd'), steps('d', 'a', 'b', 'c'))).toEqual({ moved: ['d'] });
    expect(compare(steps('a', 'b', 'c', 'd'), steps('b', 'c', 'd', 'a'))).toEqual({ moved: ['a'] });
  });

  test('takes no notice of what came or went in between', () => {
    expect(compare(steps('a', 'b', 'c'), steps('c', 'x', 'a'))).toMatchObject({
      added: ['x'],
      removed: ['b'],
      moved: [expect.any(String)],
    });
  });

  test('tells a step that stands in another phase, though the order is the same', () => {
    const before = inPhases({ first: ['a', 'b'], second: ['c'] });
    const after = inPhases({ first: ['a'], second: ['b', 'c'] });
    expect(compare(before, after)).toEqual({ moved: ['b'] });
  });

  test('does not count a step twice that moved and changed phase', () => {
    const before = inPhases({ first: ['a', 'b', 'c'], second: ['d'] });
    const after = inPhases({ first: ['b', 'c'], second: ['d', 'a'] });
    expect(compare(before, after)).toEqual({ moved: ['a'] });
  });
});

describe('names', () => {
  test('of steps are followed: the step stays, with its targets', () => {
    const before = templateWith([
      action('a'),
      gate('g', { on: DELIVERED.id, back: 'a', old: 'old-end' }),
    ]);
    const after = templateWith([
      action('new-a'),
      gate('g', { on: DELIVERED.id, back: 'new-a', old: 'new-end' }),
    ]);
    const end = { title: '归档', result: 'done' } as const;
    expect(
      compare(
        { ...before, ends: [...before.ends, { ...end, id: 'old-end' }] },
        { ...after, ends: [...after.ends, { ...end, id: 'new-end' }] },
        { a: 'new-a', 'old-end': 'new-end', other: 'g' },
      ),
    ).toMatchObject({ renamed: ['a → new-a'], reworded: ['new-a: title'] });
  });

  test('of phases are followed: their steps have not moved', () => {
    const before = inPhases({ first: ['a'], second: ['b'] });
    const after = inPhases({ one: ['a'], second: ['b'] });
    expect(compare(before, after, { first: 'one' })).toEqual({ phases: ['first/one'] });
    expect(compare(before, after)).toEqual({ moved: ['a'], phases: ['/one', 'first/'] });
  });

  test('that lead to a step which is no more do not help', () => {
    expect(compare(steps('a', 'b'), steps('a'), { b: 'gone' })).toEqual({ removed: ['b'] });
  });

  test('of two steps that became one: the one that had the id stays', () => {
    expect(compare(steps('a', 'b'), steps('b'), { a: 'b' })).toEqual({ removed: ['a'] });
    const both = compareTemplates(steps('a', 'b'), steps('c'), { a: 'c', b: 'c' });
    expect(told(both)).toMatchObject({ removed: ['b'], renamed: ['a → c'] });
  });

  test('that every object answers to are names like others', () => {
    expect(compare(steps('constructor', 'b'), steps('constructor', 'b'))).toEqual({});
  });

  test('alone are a change, since marks have to follow them', () => {
    const before = templateWith([action('a', { title: '做' })]);
    const after = templateWith([action('b', { title: '做' })]);
    const change = compareTemplates(before, after, { a: 'b' });
    expect(told(change)).toEqual({ renamed: ['a → b'] });
    expect(change.changed).toBe(true);
  });
});

describe('words', () => {
  test.each<[string, Partial<TemplateStep>, Partial<TemplateStep>, string, string, string]>([
    ['title', { title: '写' }, { title: '写好' }, '标题', '写', '写好'],
    ['doneWhen', { doneWhen: '有' }, { doneWhen: '有两份' }, '做到什么样', '有', '有两份'],
    ['by', { by: '客户部' }, { by: '创作部' }, '谁做', '客户部', '创作部'],
    ['kind', { kind: 'action' }, { kind: 'meeting' }, '类别', '动作', '会议'],
    ['signers', {}, { signers: ['甲', '乙'] }, '签字人', '无', '甲、乙'],
    ['optional', { optional: '超过十万元时' }, {}, '何时需要', '超过十万元时', '每次都要'],
    ['within', { within: { hours: 24 } }, {}, '时限', '24 小时内', '不限'],
    [
      'within',
      { within: { hours: 3 } },
      { within: { workdays: 3 } },
      '时限',
      '3 小时内',
      '3 个工作日内',
    ],
    ['critical', {}, { critical: true }, '关键', '否', '是'],
    ['way', {}, { next: DELIVERED.id }, '去向', '做 b', '交付'],
  ])('%s: %o → %o', (field, before, after, label, was, is) => {
    expect(fieldsOf(before, after)).toEqual([{ field, label, before: was, after: is }]);
  });

  test('that change nothing one has to do are not told', () => {
    const techniques = [{ title: '工作单', page: 'agency/techniques/job-order' }];
    const forms = [{ title: '工作单', item: 'agency/techniques/job-order#full-order' }];
    const change = compareTemplates(
      templateWith([action('a', { short: '甲', techniques, forms })]),
      templateWith([action('a', { short: '乙' })]),
      {},
    );
    expect(told(change)).toEqual({});
    expect(change.changed).toBe(false);
  });

  test('of several fields come in a fixed order', () => {
    const change = fieldsOf({}, { critical: true, title: '新', by: '创作部' });
    expect(change.map(({ label }) => label)).toEqual(['标题', '谁做', '关键']);
  });

  test('of a step are told together with its move', () => {
    const after = templateWith([action('c', { title: '新' }), action('a'), action('b')]);
    expect(compare(steps('a', 'b', 'c'), after)).toEqual({ moved: ['c'], reworded: ['c: title'] });
  });
});

describe('outcomes', () => {
  const withGate = (outcomes: Record<string, string>, more: Partial<TemplateStep> = {}) =>
    templateWith([action('a'), gate('g', outcomes, more), action('b')]);
  const before = withGate({ pass: 'b', back: 'a' });
  const wayOf = (after: WorkflowTemplate) =>
    compareTemplates(before, after, {}).reworded.flatMap(({ fields }) => fields);

  test('that lead elsewhere are told in words', () => {
    expect(wayOf(withGate({ pass: DELIVERED.id, back: 'a' }))).toEqual([
      {
        field: 'way',
        label: '去向',
        before: 'pass → 做 b；back → 做 a',
        after: 'pass → 交付；back → 做 a',
      },
    ]);
  });

  test('that came, went or are called otherwise are told', () => {
    expect(wayOf(withGate({ pass: 'b' }))).toMatchObject([{ after: 'pass → 做 b' }]);
    const labelled = [
      { id: 'pass', label: '同意', to: 'b' },
      { id: 'back', label: 'back', to: 'a' },
    ];
    expect(wayOf(withGate({}, { outcomes: labelled }))).toMatchObject([
      { after: '同意 → 做 b；back → 做 a' },
    ]);
  });

  test('that are others by id are told though they read the same', () => {
    const others = [
      { id: 'agreed', label: 'pass', to: 'b' },
      { id: 'back', label: 'back', to: 'a' },
    ];
    const [field] = wayOf(withGate({}, { outcomes: others }));
    expect(field?.after).toBe('pass → 做 b；back → 做 a（与原来的不是同一个）');
  });

  test('of a step that was no gate are told with its kind', () => {
    const after = templateWith([action('a'), gate('b', { pass: 'c', stop: 'a' }), action('c')]);
    const change = compareTemplates(steps('a', 'b', 'c'), after, {});
    expect(told(change)).toEqual({ reworded: ['b: title kind way'] });
    expect(change.reworded[0]?.fields.at(-1)).toMatchObject({
      before: '做 c',
      after: 'pass → 做 c；stop → 做 a',
    });
  });
});

describe('phases and ends', () => {
  test('that are called otherwise, or ask something else, are told', () => {
    const before = inPhases({ first: ['a'], second: ['b'] });
    const [first, second] = before.phases;
    const retitled = { ...before, phases: [{ ...first, title: '开头' }, second] };
    const asked = { ...before, phases: [first, { ...second, pause: '都签了吗？' }] };
    expect(compare(before, retitled as WorkflowTemplate)).toEqual({ phases: ['first/first'] });
    expect(compare(before, asked as WorkflowTemplate)).toEqual({ phases: ['second/second'] });
  });

  test('that came or went are told', () => {
    const before = reviewTemplate();
    const lost = { id: 'lost', title: '落选', result: 'stopped' } as const;
    expect(compare(before, { ...before, ends: [DELIVERED, lost] })).toEqual({
      ends: ['/lost', 'given-up/'],
    });
    const closed = { ...DELIVERED, title: '结案' };
    expect(compare(before, { ...before, ends: [closed, GIVEN_UP] })).toEqual({
      ends: ['delivered/delivered'],
    });
  });
});
