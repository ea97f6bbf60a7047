/** What the structure of a workflow answers: what follows, who does it, who signs, what shows that it is done. */
import { resolveFlow, type FlowStep } from '../../model/graph.ts';
import { shuffled, type Choice } from '../../model/review-question.ts';
import { timeLimitLabel } from '../../model/template.ts';
import type { WorkflowStep } from '../../schemas/workflow.ts';
import { usedForms } from '../forms.ts';
import type { Site, WorkflowPage } from '../types.ts';
import { withDistractors } from './distractors.ts';
import { choiceQuestion, type Made, type Subject } from './made.ts';
import { otherNumbers } from './number-questions.ts';

/** Steps of an order question. */
const ORDER_MIN = 4;
const ORDER_MAX = 6;

interface Context {
  readonly site: Site;
  readonly page: WorkflowPage;
  readonly steps: readonly WorkflowStep[];
  readonly flow: ReadonlyMap<string, FlowStep>;
  /** Title of a step, or what an end says, by id. */
  readonly titles: ReadonlyMap<string, string>;
  readonly partyName: (id: string) => string;
  readonly revOf: (ref: string) => number;
}

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
  };
  return [
    ...steps.flatMap((step) => [
      ...next(context, step),
      ...doer(context, step),
      ...signers(context, step),
      evidence(context, step),
      ...outcomes(context, step),
      ...form(context, step),
      ...limit(context, step),
    ]),
    ...phases.flatMap((phase) => order(context, phase.steps)),
  ];
}

function subjectOf({ page, partyName, revOf }: Context, step: WorkflowStep): Subject {
  const ref = `${page.reference}#${step.id}`;
  return {
    ref,
    rev: revOf(ref),
    passage: `${step.title}（${partyName(step.by)}）。做到什么样：${step.doneWhen}`,
    path: `${page.path}#${step.id}`,
  };
}

/** Where a step has one step behind it that always follows. */
function next(context: Context, step: WorkflowStep): Made[] {
  const { page, steps, flow, titles } = context;
  const to = flow.get(step.id)?.next;
  const following = steps.find(({ id }) => id === to);
  if (!following || following.optional) return [];
  const beside = steps
    .filter(({ id }) => id !== step.id && id !== following.id)
    .map(({ title }) => title);
  return [
    choiceQuestion(
      'next',
      subjectOf(context, step),
      `“${page.title}”里，“${step.title}”做完了，下一步是哪一步？`,
      withDistractors(
        titles.get(following.id) ?? '',
        beside,
        `${page.reference}#${step.id}~next`,
        step.title,
      ),
      step.title,
    ),
  ];
}

/** Not where the step's title, or what it is done with, names the one who does it. */
function doer(context: Context, step: WorkflowStep): Made[] {
  const { page, partyName } = context;
  const right = partyName(step.by);
  const signing = (step.signers ?? []).map(partyName);
  const beside = page.data.parties
    .map(({ name }) => name)
    .filter((name) => name !== right && !signing.includes(name) && !step.title.includes(name));
  if (step.title.includes(right) || step.kind === 'meeting') return [];
  return [
    choiceQuestion(
      'doer',
      subjectOf(context, step),
      `“${page.title}”里，“${step.title}”由谁来做？`,
      withDistractors(right, beside, `${page.reference}#${step.id}~doer`, step.title),
      step.title,
    ),
  ];
}

/** Of those who take part, as many as sign; a part of the signers would not be wrong. */
function signers(context: Context, step: WorkflowStep): Made[] {
  const { page, partyName } = context;
  const signing = (step.signers ?? []).map(partyName);
  if (signing.length === 0 || signing.every((name) => step.title.includes(name))) return [];
  const names = page.data.parties.map(({ name }) => name);
  const groups = groupsOf(names, signing.length).filter(
    (group) => !signing.every((name) => group.includes(name)),
  );
  return [
    choiceQuestion(
      'signer',
      subjectOf(context, step),
      `“${page.title}”里，“${step.title}”要谁签字？`,
      withSigners(signing, groups, `${page.reference}#${step.id}~signer`),
      step.title,
    ),
  ];
}

/** Groups share names with the right one on purpose: it is those who sign that are asked for. */
function withSigners(
  signing: readonly string[],
  groups: readonly string[][],
  seed: string,
): Choice[] {
  const text = (group: readonly string[]) => group.join('、');
  return [
    { text: text(signing), right: true },
    ...shuffled(groups, seed)
      .slice(0, 3)
      .map((group) => ({ text: text(group) })),
  ];
}

/** All groups of so many names, in the order of the names. */
function groupsOf(names: readonly string[], size: number): string[][] {
  if (size === 0) return [[]];
  return names.flatMap((name, index) =>
    groupsOf(names.slice(index + 1), size - 1).map((rest) => [name, ...rest]),
  );
}

function evidence(context: Context, step: WorkflowStep): Made {
  const { page, steps } = context;
  const beside = steps.filter(({ id }) => id !== step.id).map(({ doneWhen }) => doneWhen);
  return choiceQuestion(
    'evidence',
    subjectOf(context, step),
    `“${page.title}”里，看到什么，才算“${step.title}”做完了？`,
    withDistractors(step.doneWhen, beside, `${page.reference}#${step.id}~evidence`, step.title),
    step.title,
  );
}

/** Where each answer of a gate leads. */
function outcomes(context: Context, step: WorkflowStep): Made[] {
  const { page, titles } = context;
  return (step.outcomes ?? []).map((outcome) => {
    const about = `${step.title}，${outcome.label}`;
    const right = titles.get(outcome.to) ?? '';
    const others = (step.outcomes ?? [])
      .filter(({ to }) => to !== outcome.to)
      .map(({ to }) => titles.get(to) ?? '');
    const beside = [...titles]
      .filter(([id]) => id !== outcome.to && id !== step.id)
      .map(([, title]) => title);
    // Where the other answers lead is the best wrong answer there is.
    const made = withDistractors(
      right,
      beside,
      `${page.reference}#${step.id}~${outcome.id}`,
      about,
    );
    const choices = [
      ...made.filter(({ right: isRight }) => isRight),
      ...[...new Set(others)].filter((text) => text !== right).map((text) => ({ text })),
      ...made.filter((choice) => !choice.right && !others.includes(choice.text)),
    ].slice(0, 4);
    return choiceQuestion(
      'outcome',
      subjectOf(context, step),
      `“${page.title}”里，“${step.title}”的答案是“${outcome.label}”，接着怎么办？`,
      choices,
      about,
      outcome.id,
    );
  });
}

function form(context: Context, step: WorkflowStep): Made[] {
  const { site, page } = context;
  const used = usedForms(site, page.handbook, step.forms);
  const [only] = used;
  if (!only || used.length > 1) return [];
  const beside = site.handbooks
    .filter(({ slug }) => slug === page.handbook)
    .flatMap(({ techniques }) => techniques.flatMap(({ data }) => data.forms))
    .map(({ title }) => title)
    .filter((title) => title !== only.title);
  return [
    choiceQuestion(
      'form',
      subjectOf(context, step),
      `“${page.title}”里，“${step.title}”用哪张单？`,
      withDistractors(only.title, beside, `${page.reference}#${step.id}~form`, step.title),
      step.title,
    ),
  ];
}

function limit(context: Context, step: WorkflowStep): Made[] {
  const { page } = context;
  if (!step.within) return [];
  const right = timeLimitLabel(step.within);
  return [
    choiceQuestion(
      'number',
      subjectOf(context, step),
      `“${page.title}”里，“${step.title}”要在多长时间里做完？`,
      otherNumbers(right, `${page.reference}#${step.id}~number`),
      step.title,
    ),
  ];
}

/** The longest stretch of a phase in which each step is followed by the next one, whatever happens. */
function order(context: Context, steps: readonly WorkflowStep[]): Made[] {
  const { page, flow, revOf } = context;
  let best: WorkflowStep[] = [];
  let stretch: WorkflowStep[] = [];
  for (const step of steps) {
    const before = stretch.at(-1);
    const follows = !before || flow.get(before.id)?.next === step.id;
    if (step.optional) stretch = [];
    else stretch = follows ? [...stretch, step] : [step];
    if (stretch.length > best.length) best = stretch.slice(0, ORDER_MAX);
  }
  const [first] = best;
  if (!first || best.length < ORDER_MIN) return [];
  const subject = subjectOf(context, first);
  return [
    {
      question: {
        ...subject,
        id: `${subject.ref}~order`,
        kind: 'order',
        rev: Math.max(...best.map(({ id }) => revOf(`${page.reference}#${id}`))),
        prompt: `“${page.title}”里，这几步按什么先后做？`,
        steps: best.map(({ title }) => title),
        passage: best.map(({ title }, index) => `${index + 1}. ${title}`).join('　'),
      },
    },
  ];
}
