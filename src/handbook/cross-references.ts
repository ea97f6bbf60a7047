/** What links where: roles ↔ workflows ↔ techniques, derived from the workflows' steps. */
import type { WorkflowStep } from '../schemas/workflow.ts';
import { usedForms } from './forms.ts';
import { findPage } from './site.ts';
import type { RolePage, Site, TechniquePage, WorkflowPage } from './types.ts';

export interface UsedStep {
  readonly step: WorkflowStep;
  /** How the role takes part; techniques leave it out. */
  readonly part?: 'does' | 'signs';
}

export interface StepUse {
  readonly workflow: WorkflowPage;
  readonly steps: readonly UsedStep[];
}

/** All steps of a workflow, in authored order. */
export function stepsOf(workflow: WorkflowPage): WorkflowStep[] {
  return workflow.data.phases.flatMap((phase) => phase.steps);
}

/** The workflows in which a role acts, with the steps it does or signs. */
export function involvementOf(site: Site, role: RolePage): StepUse[] {
  return workflowsOf(site).flatMap((workflow) => {
    if (workflow.handbook !== role.handbook) return [];
    const lanes = new Set(
      workflow.data.parties.filter((party) => party.role === role.slug).map((party) => party.id),
    );
    const steps = stepsOf(workflow).flatMap((step): UsedStep[] => {
      if (lanes.has(step.by)) return [{ step, part: 'does' }];
      if (step.signers?.some((id) => lanes.has(id))) return [{ step, part: 'signs' }];
      return [];
    });
    return steps.length > 0 ? [{ workflow, steps }] : [];
  });
}

/** The steps that lean on a technique, or use a form of it, by workflow. */
export function usesOf(site: Site, technique: TechniquePage): StepUse[] {
  return workflowsOf(site).flatMap((workflow) => {
    const steps = stepsOf(workflow)
      .filter(
        (step) =>
          techniquesOfStep(site, workflow, step).includes(technique) ||
          usedForms(site, workflow.handbook, step.forms).some(({ page }) => page === technique),
      )
      .map((step) => ({ step }));
    return steps.length > 0 ? [{ workflow, steps }] : [];
  });
}

/** The technique pages that a step names. */
export function techniquesOfStep(
  site: Site,
  workflow: WorkflowPage,
  step: WorkflowStep,
): TechniquePage[] {
  return step.techniques.flatMap(
    (name) => findPage(site, workflow.handbook, 'techniques', name) ?? [],
  );
}

/** The techniques that a workflow needs, each once, in the order of the steps. */
export function techniquesOf(site: Site, workflow: WorkflowPage): TechniquePage[] {
  return [...new Set(stepsOf(workflow).flatMap((step) => techniquesOfStep(site, workflow, step)))];
}

/** The roles that take part in a workflow, each once, in the order of its parties. */
export function rolesOf(site: Site, workflow: WorkflowPage): RolePage[] {
  const roles = workflow.data.parties.flatMap((party) =>
    party.role ? (findPage(site, workflow.handbook, 'roles', party.role) ?? []) : [],
  );
  return [...new Set(roles)];
}

function workflowsOf(site: Site): WorkflowPage[] {
  return site.handbooks.flatMap((handbook) => [...handbook.workflows]);
}
