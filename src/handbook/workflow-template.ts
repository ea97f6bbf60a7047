/** Makes the template that a run freezes from a workflow's page. */
import { createHash } from 'node:crypto';
import { resolveFlow } from '../model/graph.ts';
import type { TemplateStep, WorkflowTemplate } from '../model/template.ts';
import type { WorkflowStep } from '../schemas/workflow.ts';
import { itemReference } from '../model/reference.ts';
import { techniquesOfStep } from './cross-references.ts';
import { usedForms } from './forms.ts';
import type { Site, WorkflowPage } from './types.ts';

/** The texts and the order of a workflow, as a run keeps them. */
export function templateOf(site: Site, workflow: WorkflowPage): WorkflowTemplate {
  const { parties, phases, ends } = workflow.data;
  const partyName = new Map(parties.map((party) => [party.id, party.name]));
  const nameOf = (id: string) => partyName.get(id) ?? id;
  const nextOf = new Map(resolveFlow({ phases, ends }).steps.map((step) => [step.id, step.next]));
  const toStep = (step: WorkflowStep): TemplateStep => {
    const next = nextOf.get(step.id);
    const techniques = techniquesOfStep(site, workflow, step);
    const forms = usedForms(site, workflow.handbook, step.forms);
    return {
      id: step.id,
      title: step.title,
      short: step.short,
      by: nameOf(step.by),
      kind: step.kind,
      doneWhen: step.doneWhen,
      ...(step.within ? { within: step.within } : {}),
      ...(step.critical ? { critical: true } : {}),
      ...(step.optional ? { optional: step.optional } : {}),
      ...(step.signers ? { signers: step.signers.map(nameOf) } : {}),
      ...(step.outcomes
        ? { outcomes: step.outcomes.map(({ id, label, to }) => ({ id, label, to })) }
        : next
          ? { next }
          : {}),
      ...(techniques.length > 0
        ? { techniques: techniques.map(({ title, reference }) => ({ title, page: reference })) }
        : {}),
      ...(forms.length > 0
        ? {
            forms: forms.map(({ title, page, id }) => ({
              title,
              item: itemReference(page.reference, id),
            })),
          }
        : {}),
    };
  };
  return {
    v: 1,
    workflow: workflow.reference,
    title: workflow.title,
    phases: phases.map(({ id, title, pause, steps }) => ({
      id,
      title,
      pause,
      steps: steps.map(toStep),
    })),
    ends: ends.map(({ id, title, result }) => ({ id, title, result })),
  };
}

/** Names a template by its content: the first 12 hexadecimal digits of its SHA-256. */
export function templateHash(template: WorkflowTemplate): string {
  return createHash('sha256').update(JSON.stringify(template)).digest('hex').slice(0, 12);
}

/** Root-relative path of the published template, without the base. */
export function templatePath(template: WorkflowTemplate): string {
  const [handbook, , slug] = template.workflow.split('/');
  return `/data/${handbook}/${slug}.${templateHash(template)}.json`;
}
