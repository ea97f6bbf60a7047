import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isWorkflowTemplate,
  templateFlow,
  templateSteps,
  type WorkflowTemplate,
} from '../../../src/model/template.ts';
import { action, gate, reviewTemplate } from '../fixtures/template.ts';

/** The template with one of its steps changed, as it might come from a file. */
function withStep(change: Record<string, unknown>): unknown {
  const [phase] = reviewTemplate().phases;
  const [first, ...rest] = phase?.steps ?? [];
  return {
    ...reviewTemplate(),
    phases: [{ ...phase, steps: [{ ...first, ...change }, ...rest] }],
  };
}

describe('templateSteps and templateFlow', () => {
  const template: WorkflowTemplate = {
    ...reviewTemplate(),
    phases: [
      { id: 'p', title: '一', pause: '？', steps: [action('a'), action('b')] },
      { id: 'q', title: '二', pause: '？', steps: [gate('g', { yes: 'a' })] },
    ],
  };

  test('list the steps in authored order, across phases', () => {
    expect(templateSteps(template).map(({ id }) => id)).toEqual(['a', 'b', 'g']);
  });

  test('make the graph of steps and ends', () => {
    const flow = templateFlow(template);
    expect(flow.steps.map(({ id }) => id)).toEqual(['a', 'b', 'g']);
    expect(flow.ends.map(({ id }) => id)).toEqual(['delivered', 'given-up']);
  });
});

describe('isWorkflowTemplate', () => {
  test('accepts a template, also after a trip through JSON', () => {
    expect(isWorkflowTemplate(reviewTemplate())).toBe(true);
    expect(isWorkflowTemplate(JSON.parse(JSON.stringify(reviewTemplate())))).toBe(true);
  });

  test('accepts steps that have everything a step can have', () => {
    const full = {
      critical: true,
      optional: '客户要求时',
      signers: ['客户总监'],
      techniques: [{ title: '业务说明会', page: 'agency/techniques/briefing' }],
    };
    expect(isWorkflowTemplate(withStep(full))).toBe(true);
  });

  test.each([{ hours: 24 }, { workdays: 3 }])('accepts the time limit %o', (within) => {
    expect(isWorkflowTemplate(withStep({ within }))).toBe(true);
  });

  test.each([
    '24 小时',
    24,
    null,
    [],
    {},
    { hours: 0 },
    { hours: 1.5 },
    { workdays: '3' },
    { workdays: -1 },
    { workdays: 1e9 },
  ])('refuses the time limit %o', (within) => {
    expect(isWorkflowTemplate(withStep({ within }))).toBe(false);
  });

  test('accepts fields that a later edition may add', () => {
    expect(isWorkflowTemplate({ ...reviewTemplate(), edition: 3 })).toBe(true);
    expect(isWorkflowTemplate(withStep({ note: '……' }))).toBe(true);
  });

  test.each<[string, unknown]>([
    ['another version', { ...reviewTemplate(), v: 2 }],
    ['no version', { ...reviewTemplate(), v: undefined }],
    ['a version that is text', { ...reviewTemplate(), v: '1' }],
    ['no workflow', { ...reviewTemplate(), workflow: undefined }],
    ['a title that is no text', { ...reviewTemplate(), title: 7 }],
    ['no phases', { ...reviewTemplate(), phases: [] }],
    ['phases that are no list', { ...reviewTemplate(), phases: {} }],
    ['a phase that is null', { ...reviewTemplate(), phases: [null] }],
    [
      'a phase without steps',
      { ...reviewTemplate(), phases: [{ id: 'p', title: 'p', pause: '' }] },
    ],
    [
      'a step that is text',
      { ...reviewTemplate(), phases: [{ id: 'p', title: 'p', pause: '', steps: ['a'] }] },
    ],
    ['no ends', { ...reviewTemplate(), ends: undefined }],
    ['an end without a title', { ...reviewTemplate(), ends: [{ id: 'delivered' }] }],
    ['an end that is null', { ...reviewTemplate(), ends: [null] }],
    ['a step without an id', withStep({ id: undefined })],
    ['a step whose short name is a number', withStep({ short: 1 })],
    ['a step without a kind', withStep({ kind: null })],
    ['a step whose next is no text', withStep({ next: 3 })],
    ['a step whose outcomes are no list', withStep({ outcomes: 'yes' })],
    ['an outcome that leads nowhere', withStep({ outcomes: [{ id: 'yes', label: '是' }] })],
    ['an outcome that is null', withStep({ outcomes: [null] })],
    ['a step whose signers are no list', withStep({ signers: '客户总监' })],
    ['a signer that is no text', withStep({ signers: [{}] })],
    ['a step whose techniques are no list', withStep({ techniques: {} })],
    ['a technique that is null', withStep({ techniques: [null] })],
    ['a technique without a page', withStep({ techniques: [{ title: '提案' }] })],
    ['a step whose forms are no list', withStep({ forms: 'form' })],
    ['a form that is null', withStep({ forms: [null] })],
    ['a form without a title', withStep({ forms: [{ item: 'agency/techniques/a#b' }] })],
    ['a form that is a page', withStep({ forms: [{ title: '表', item: 'agency/techniques/a' }] })],
    ['a form on another site', withStep({ forms: [{ title: '表', item: '//a.example/#b' }] })],
    ['a condition that is no text', withStep({ optional: {} })],
  ])('refuses %s', (_, value) => {
    expect(isWorkflowTemplate(value)).toBe(false);
  });

  test('takes forms, and texts that were frozen before there were any', () => {
    expect(isWorkflowTemplate(withStep({}))).toBe(true);
    expect(
      isWorkflowTemplate(withStep({ forms: [{ title: '表', item: 'agency/techniques/a#b' }] })),
    ).toBe(true);
  });

  test('refuses whatever else there is, and never throws', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withBigInt: true }), (value) => {
        expect(isWorkflowTemplate(value)).toBe(false);
      }),
    );
  });
});
