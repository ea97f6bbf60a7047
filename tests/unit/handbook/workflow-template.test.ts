import { describe, expect, test } from 'vitest';
import { templateHash, templateOf, templatePath } from '../../../src/handbook/workflow-template.ts';
import { isWorkflowTemplate, templateSteps } from '../../../src/model/template.ts';
import {
  rawGate,
  rawStep,
  rawTechnique,
  rawWorkflow,
  smallSite,
  workflowPage,
} from '../fixtures/site.ts';

const templateWith = (workflow: Record<string, unknown> = {}) => {
  const site = smallSite({ 'agency/workflows/win-new-client': rawWorkflow(workflow) });
  return templateOf(site, workflowPage(site));
};
const onePhase = (...steps: Record<string, unknown>[]) => ({
  phases: [{ id: 'one', title: '阶段', pause: '停一下：齐了吗？', steps }],
});
const stepOf = (step: Record<string, unknown>) =>
  templateSteps(templateWith(onePhase(step, rawStep('last'))))[0];

describe('templateOf', () => {
  test('freezes the texts and the order of a workflow', () => {
    const template = templateWith();
    expect(template).toMatchObject({
      v: 1,
      workflow: 'agency/workflows/win-new-client',
      title: '争取新客户',
      ends: [
        { id: 'won', title: '签约', result: 'done' },
        { id: 'dropped', title: '放弃', result: 'stopped' },
      ],
    });
    expect(template.phases.map(({ id, title, pause }) => [id, title, pause])).toEqual([
      ['contact', '接触', '停一下：资料齐了吗？'],
      ['offer', '提案', '停一下：签了吗？'],
    ]);
  });

  test('makes what the browser accepts as a template', () => {
    const template = templateWith();
    expect(isWorkflowTemplate(template)).toBe(true);
    expect(JSON.parse(JSON.stringify(template))).toEqual(template);
  });

  test('makes the order explicit: the next step, across phases, and the end after the last', () => {
    const flow = templateWith(onePhase(rawStep('a'), rawStep('b', { next: 'd' }), rawStep('d')));
    expect(templateSteps(flow).map(({ next }) => next)).toEqual(['b', 'd', 'won']);
    expect(templateSteps(templateWith()).map(({ next }) => next)).toEqual([
      'go-on',
      undefined,
      'won',
    ]);
  });

  test('carries the plain fields of a step, and the party by name', () => {
    expect(stepOf(rawStep('a', { short: '打电话', by: 'client', kind: 'meeting' }))).toEqual({
      id: 'a',
      title: '做 a',
      short: '打电话',
      by: '客户',
      kind: 'meeting',
      doneWhen: '有记录',
      next: 'last',
    });
  });

  test('carries what else a step has', () => {
    expect(
      stepOf(
        rawStep('a', { critical: true, optional: '需要时', techniques: ['briefing', 'none'] }),
      ),
    ).toMatchObject({
      critical: true,
      optional: '需要时',
      techniques: [{ title: '业务说明会', page: 'agency/techniques/briefing' }],
    });
  });

  test('carries the forms that are there, by their references', () => {
    const form = {
      id: 'sheet',
      title: '拜访单',
      use: '出门前填。',
      origin: 'editorial',
      fields: [{ name: '客户', how: '全称' }],
    };
    const site = smallSite({
      'agency/techniques/briefing': rawTechnique({ forms: [form] }),
      'agency/workflows/win-new-client': rawWorkflow(
        onePhase(rawStep('a', { forms: ['briefing#sheet', 'briefing#none'] })),
      ),
    });
    const [step] = templateSteps(templateOf(site, workflowPage(site)));
    expect(step?.forms).toEqual([{ title: '拜访单', item: 'agency/techniques/briefing#sheet' }]);
    expect(isWorkflowTemplate(templateOf(site, workflowPage(site)))).toBe(true);
    expect(stepOf(rawStep('a'))).not.toHaveProperty('forms');
  });

  test('carries who signs, by name, and the outcomes of a gate without their provenance', () => {
    const gate = rawGate(
      'a',
      { yes: 'last', no: 'dropped' },
      { kind: 'sign-off', signers: ['client'] },
    );
    expect(stepOf(gate)).toMatchObject({
      kind: 'sign-off',
      signers: ['客户'],
      outcomes: [
        { id: 'yes', label: 'yes', to: 'last' },
        { id: 'no', label: 'no', to: 'dropped' },
      ],
    });
    expect(Object.keys(stepOf(gate)?.outcomes?.[0] ?? {})).toEqual(['id', 'label', 'to']);
    expect(stepOf(gate)).not.toHaveProperty('next');
  });

  test('carries nothing that only the handbook needs', () => {
    const step = stepOf(rawStep('a', { from: ['ag-ad-b1'], origin: 'editorial' }));
    expect(step).not.toHaveProperty('from');
    expect(step).not.toHaveProperty('origin');
    expect(step).not.toHaveProperty('critical');
  });
});

describe('templateHash', () => {
  test('is 12 hexadecimal digits, the same for the same text', () => {
    expect(templateHash(templateWith())).toMatch(/^[0-9a-f]{12}$/);
    expect(templateHash(templateWith())).toBe(templateHash(templateWith()));
  });

  test('changes with any text that a run would show', () => {
    const hashes = [
      templateWith(),
      templateWith({ title: '争取老客户' }),
      templateWith(onePhase(rawStep('a'))),
      templateWith(onePhase(rawStep('a', { doneWhen: '有签字' }))),
      templateWith(onePhase(rawStep('a', { critical: true }))),
    ].map(templateHash);
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  test('does not change with what a run does not show', () => {
    const before = templateHash(templateWith());
    expect(templateHash(templateWith({ summary: '换了一句。', updated: '2026-12-01' }))).toBe(
      before,
    );
  });
});

test('templatePath names the handbook, the workflow and the content', () => {
  const template = templateWith();
  expect(templatePath(template)).toBe(`/data/agency/win-new-client.${templateHash(template)}.json`);
});
