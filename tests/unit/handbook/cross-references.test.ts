import { describe, expect, test } from 'vitest';
import {
  involvementOf,
  rolesOf,
  stepsOf,
  techniquesOf,
  techniquesOfStep,
  usesOf,
  type StepUse,
} from '../../../src/handbook/cross-references.ts';
import {
  rawHandbook,
  rawRole,
  rawStep,
  rawTechnique,
  rawWorkflow,
  rolePage,
  smallSite,
  techniquePage,
  workflowPage,
} from '../fixtures/site.ts';

const phases = (...steps: Record<string, unknown>[]) => [
  { id: 'one', title: '阶段一', pause: '停一下：齐了吗？', steps },
];

const parties = [
  { id: 'director', name: '客户总监', role: 'account-director' },
  { id: 'acting-director', name: '代理总监', role: 'account-director' },
  { id: 'executive', name: '客户主任', role: 'account-executive' },
  { id: 'client', name: '客户' },
];

const site = smallSite({
  service: rawHandbook(),
  'agency/roles/account-executive': rawRole({ title: '客户主任', order: 2 }),
  'agency/roles/idle': rawRole({ title: '闲职', order: 3 }),
  'agency/techniques/job-order': rawTechnique({ title: '工作单', order: 2 }),
  'service/techniques/listening': rawTechnique({ title: '倾听' }),
  'service/roles/account-director': rawRole({ title: '客服总监' }),
  'agency/workflows/win-new-client': rawWorkflow({
    parties,
    phases: phases(
      rawStep('call', {
        by: 'executive',
        techniques: ['job-order', 'service/techniques/listening'],
      }),
      rawStep('sign', { by: 'executive', kind: 'sign-off', signers: ['client', 'director'] }),
      rawStep('decide', { by: 'acting-director', signers: ['director'], techniques: ['briefing'] }),
      rawStep('wait', { by: 'client', techniques: ['job-order', 'not-written-yet'] }),
    ),
  }),
  'agency/workflows/second': rawWorkflow({
    order: 2,
    parties,
    phases: phases(rawStep('again', { by: 'director', techniques: ['job-order'] })),
  }),
});

const workflow = workflowPage(site);
const shown = (uses: StepUse[]) =>
  uses.map((use) => [
    use.workflow.slug,
    use.steps.map(({ step, part }) => (part ? `${step.id}: ${part}` : step.id)),
  ]);

test('stepsOf lists the steps across phases', () => {
  expect(stepsOf(workflowPage(smallSite())).map(({ id }) => id)).toEqual([
    'first-call',
    'go-on',
    'pitch',
  ]);
});

describe('involvementOf', () => {
  test('lists by workflow what a role does and what it signs, in every lane it has', () => {
    expect(shown(involvementOf(site, rolePage(site)))).toEqual([
      ['win-new-client', ['sign: signs', 'decide: does']],
      ['second', ['again: does']],
    ]);
  });

  test('leaves out workflows in which a role does nothing', () => {
    expect(shown(involvementOf(site, rolePage(site, 'account-executive')))).toEqual([
      ['win-new-client', ['call: does', 'sign: does']],
    ]);
    expect(involvementOf(site, rolePage(site, 'idle'))).toEqual([]);
  });

  test('does not take a role of another handbook for one of its name', () => {
    expect(involvementOf(site, rolePage(site, 'service/roles/account-director'))).toEqual([]);
  });
});

describe('techniques', () => {
  test('usesOf lists the steps that lean on a technique, by workflow', () => {
    expect(shown(usesOf(site, techniquePage(site, 'job-order')))).toEqual([
      ['win-new-client', ['call', 'wait']],
      ['second', ['again']],
    ]);
  });

  test('usesOf finds the steps of another handbook too', () => {
    const listening = techniquePage(site, 'service/techniques/listening');
    expect(shown(usesOf(site, listening))).toEqual([['win-new-client', ['call']]]);
  });

  test('techniquesOfStep leaves out pages that are not there', () => {
    const [call, , , wait] = stepsOf(workflow);
    const titles = (step = call) =>
      step && techniquesOfStep(site, workflow, step).map((t) => t.title);
    expect(titles(call)).toEqual(['工作单', '倾听']);
    expect(titles(wait)).toEqual(['工作单']);
  });

  test('techniquesOf lists each technique once, in the order of the steps', () => {
    expect(techniquesOf(site, workflow).map(({ title }) => title)).toEqual([
      '工作单',
      '倾听',
      '业务说明会',
    ]);
  });
});

describe('rolesOf', () => {
  test('lists the roles among the parties, each once, in their order', () => {
    expect(rolesOf(site, workflow).map(({ title }) => title)).toEqual(['客户总监', '客户主任']);
  });

  test('leaves out roles that have no page', () => {
    const other = smallSite({
      'agency/workflows/win-new-client': rawWorkflow({
        parties: [{ id: 'director', name: '总监', role: 'not-written-yet' }],
      }),
    });
    expect(rolesOf(other, workflowPage(other))).toEqual([]);
  });
});
