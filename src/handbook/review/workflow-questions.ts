/** What the structure of a workflow answers: what follows, who does it, who signs, what shows that it is done. */
import { resolveFlow } from '../../model/graph.ts';
import { timeLimitLabel } from '../../model/template.ts';
import type { WorkflowStep } from '../../schemas/workflow.ts';
import { usedForms } from '../forms.ts';
import type { Site, WorkflowPage } from '../types.ts';
import { withDistractors } from './distractors.ts';
import { evidenceQuestion } from './evidence-questions.ts';
import { hintsOf } from './hint.ts';
import { choiceQuestion, quoted, type Made } from './made.ts';
import { numberQuestion, numbersIn, otherNumbers } from './number-questions.ts';
import { doer, isOfEachLevel, signers } from './people-questions.ts';
import { possibleSigners } from './signatures.ts';
import { stepSubject, type Context } from './step-context.ts';
import { next, order, outcomes } from './way-questions.ts';

/** Proofs of so many steps before and behind stand beside the right one. */
const EVIDENCE_NEAR = 8;

/** A form of a step that is so near is no wrong answer. */
const FORM_NEAR = 2;

/** All questions that the structure of a workflow gives, and those that were dropped. */
export function workflowQuestions(
  site: Site,
  page: WorkflowPage,
  revOf: (ref: string) => number,
): Made[] {
  const { phases, ends, parties } = page.data;
  const steps = phases.flatMap((phase) => phase.steps);
  const names = new Map(parties.map(({ id, name }) => [id, name]));
  const context: Context = {
    site,
    page,
    steps,
    flow: new Map(resolveFlow({ phases, ends }).steps.map((step) => [step.id, step])),
    titles: new Map([
      ...steps.map(({ id, title }) => [id, title] as const),
      ...ends.map(({ id, title }) => [id, `到此为止：${title}`] as const),
    ]),
    partyName: (id) => names.get(id) ?? id,
    revOf,
    hint: hintsOf([
      ...steps.flatMap(({ title, doneWhen }) => [title, doneWhen]),
      ...ends.map(({ title }) => title),
    ]),
    signers: possibleSigners(site.handbooks.find(({ slug }) => slug === page.handbook)),
  };
  return [
    ...steps.flatMap((step) => [
      ...next(context, step),
      ...doer(context, step),
      ...signers(context, step),
      ...evidence(context, step),
      ...outcomes(context, step),
      ...form(context, step),
      ...limit(context, step),
    ]),
    ...phases.flatMap((phase) => order(context, phase.steps)),
  ];
}

function evidence(context: Context, step: WorkflowStep): Made[] {
  const { page, steps, hint, signers } = context;
  // That papers lie in their place shows an archive: nobody need remember that.
  if (step.kind === 'archive' || isOfEachLevel(step.title)) return [];
  const place = steps.indexOf(step);
  return evidenceQuestion({
    subject: stepSubject(context, step),
    prompt: `“${page.title}”里，看到什么，才算${quoted(step.title)}做完了？`,
    about: step.title,
    doneWhen: step.doneWhen,
    // Proofs of another part of the work can be told by their topic.
    beside: steps
      .slice(Math.max(0, place - EVIDENCE_NEAR), place + EVIDENCE_NEAR + 1)
      .filter(({ id }) => id !== step.id)
      .map((each) => each.doneWhen),
    // Who signs is asked for by itself where the step says so.
    signers: step.signers ? [] : signers,
    hint,
  });
}

/** Not at a gate: there a form belongs to one of its answers. */
function form(context: Context, step: WorkflowStep): Made[] {
  const { site, page, steps, hint } = context;
  const used = usedForms(site, page.handbook, step.forms);
  const [only] = used;
  if (!only || used.length > 1 || step.outcomes) return [];
  const place = steps.indexOf(step);
  // What is used just before or after may be at hand here as well.
  const near = new Set(
    steps
      .slice(Math.max(0, place - FORM_NEAR), place + FORM_NEAR + 1)
      .flatMap(({ forms }) => usedForms(site, page.handbook, forms).map(({ title }) => title)),
  );
  const beside = site.handbooks
    .filter(({ slug }) => slug === page.handbook)
    .flatMap(({ techniques }) => techniques.flatMap(({ data }) => data.forms))
    .map(({ title }) => title)
    .filter((title) => !near.has(title));
  return [
    choiceQuestion(
      'form',
      stepSubject(context, step, [`表单：${only.title}`]),
      `“${page.title}”里，${quoted(step.title)}这一步，手册配的是哪份表单？`,
      withDistractors(only.title, beside, `${page.reference}#${step.id}~form`, step.title),
      step.title,
      { hint },
    ),
  ];
}

/** How long it may take, or the one number that its title or its evidence states. */
function limit(context: Context, step: WorkflowStep): Made[] {
  const { page } = context;
  const isTold = numbersIn(step.title).length > 0;
  if (step.within && !isTold) {
    const right = timeLimitLabel(step.within);
    return [
      choiceQuestion(
        'number',
        stepSubject(context, step, [`时限：${right}`]),
        `“${page.title}”里，${quoted(step.title)}要在多长时间里做完？`,
        otherNumbers(right, `${page.reference}#${step.id}~number`),
        step.title,
      ),
    ];
  }
  const subject = stepSubject(context, step);
  return isTold
    ? numberQuestion(subject, `“${page.title}”里的一步，空着的是多少？`, step.title)
    : numberQuestion(
        subject,
        `“${page.title}”里，${quoted(step.title)}要做到什么样？空着的是多少？`,
        step.doneWhen,
      );
}
