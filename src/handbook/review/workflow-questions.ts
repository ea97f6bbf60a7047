/** What the structure of a workflow answers: what follows, who does it, who signs, what shows that it is done. */
import { resolveFlow, type FlowStep } from '../../model/graph.ts';
import { shuffled, type Choice } from '../../model/review-question.ts';
import { timeLimitLabel } from '../../model/template.ts';
import type { WorkflowStep } from '../../schemas/workflow.ts';
import { usedForms } from '../forms.ts';
import type { Site, WorkflowPage } from '../types.ts';
import { withDistractors } from './distractors.ts';
import { sharedRun, WRONG_MIN } from './drop.ts';
import { evidenceQuestion } from './evidence-questions.ts';
import { hintsOf, type Hint } from './hint.ts';
import { choiceQuestion, type Made, type Subject } from './made.ts';
import { numberQuestion, numbersIn, otherNumbers } from './number-questions.ts';
import { couldSign, possibleSigners } from './signatures.ts';

/** Steps of an order question. */
const ORDER_MIN = 4;
const ORDER_MAX = 6;

/** A form of a step that is so near is no wrong answer. */
const FORM_NEAR = 2;

/** Wrong answers to what follows stand among so many steps before and behind: far ones are plainly too early or too late. */
const NEAR = 4;

interface Context {
  readonly site: Site;
  readonly page: WorkflowPage;
  readonly steps: readonly WorkflowStep[];
  readonly flow: ReadonlyMap<string, FlowStep>;
  /** Title of a step, or what an end says, by id. */
  readonly titles: ReadonlyMap<string, string>;
  readonly partyName: (id: string) => string;
  readonly revOf: (ref: string) => number;
  readonly hint: Hint;
  /** Names of those who could sign. */
  readonly signers: readonly string[];
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

/** @param more what the question is about and the step's own words do not say */
function subjectOf(
  { page, partyName, revOf }: Context,
  step: WorkflowStep,
  more: readonly string[] = [],
): Subject {
  const ref = `${page.reference}#${step.id}`;
  return {
    ref,
    rev: revOf(ref),
    passage: [
      `${step.title}（${partyName(step.by)}）`,
      ...more,
      `做到什么样：${step.doneWhen}`,
      '',
    ].join('。'),
    path: `${page.path}#${step.id}`,
  };
}

/** Where a step has one step behind it that always follows. */
function next(context: Context, step: WorkflowStep): Made[] {
  const { page, steps, flow, hint, partyName } = context;
  const to = flow.get(step.id)?.next;
  const following = steps.find(({ id }) => id === to);
  if (!following || following.optional) return [];
  const place = steps.indexOf(following);
  const beside = steps
    .filter(({ id }, index) => {
      const away = Math.abs(index - place);
      return id !== step.id && away > 0 && away <= NEAR;
    })
    .map(({ title }) => title);
  return [
    choiceQuestion(
      'next',
      subjectOf(context, step, [`下一步：${following.title}（${partyName(following.by)}）`]),
      `“${page.title}”里，“${step.title}”做完了，下一步是哪一步？`,
      withDistractors(
        following.title,
        beside,
        `${page.reference}#${step.id}~next`,
        step.title,
        hint,
      ),
      step.title,
      { hint },
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
    .filter((name) => name !== right && !signing.includes(name) && !step.title.includes(name))
    // Who is named in the evidence takes part too.
    .filter((name) => !step.doneWhen.includes(name) && !overlaps(name, right));
  // Where several sign, it is the signatures that are asked for.
  if (step.title.includes(right) || step.kind === 'meeting' || signing.length > 1) return [];
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

/** Whether one of two parties may be among the other: a department and its people, a group and its members. */
function overlaps(one: string, other: string): boolean {
  return isAmong(one, other) || isAmong(other, one);
}

function isAmong(many: string, one: string): boolean {
  if (/(小组|团队)$/.test(many)) return /人$/.test(one);
  const department = /^(.{2,})部$/.exec(many)?.[1];
  return department !== undefined && one.startsWith(department);
}

/** Of those who take part, as many as sign; a part of the signers would not be wrong. */
function signers(context: Context, step: WorkflowStep): Made[] {
  const { page, partyName } = context;
  const signing = (step.signers ?? []).map(partyName);
  // A party that is called after its signature, or named by the step, need not be known.
  const isPlain = (name: string) => step.title.includes(name) || name.includes('签字');
  if (signing.length === 0 || signing.some(isPlain)) return [];
  const names = page.data.parties.map(({ name }) => name).filter((name) => !isPlain(name));
  const likely = names.filter((name) => signing.includes(name) || couldSign(name));
  // Beside two who sign stand groups with one of them: who knows only one has to choose.
  const wrongGroups = (of: readonly string[]) =>
    groupsOf(of, signing.length).filter((group) => {
      const right = group.filter((name) => signing.includes(name)).length;
      return right < signing.length && right >= Math.min(1, signing.length - 1);
    });
  const groups = wrongGroups(likely).length >= WRONG_MIN ? wrongGroups(likely) : wrongGroups(names);
  return [
    choiceQuestion(
      'signer',
      subjectOf(context, step, [`签字：${signing.join('、')}`]),
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

function evidence(context: Context, step: WorkflowStep): Made[] {
  const { page, steps, hint, signers } = context;
  return evidenceQuestion({
    subject: subjectOf(context, step),
    prompt: `“${page.title}”里，看到什么，才算“${step.title}”做完了？`,
    about: step.title,
    doneWhen: step.doneWhen,
    beside: steps.filter(({ id }) => id !== step.id).map((each) => each.doneWhen),
    // Who signs is asked for by itself where the step says so.
    signers: step.signers ? [] : signers,
    hint,
  });
}

/** Where each answer of a gate leads. */
function outcomes(context: Context, step: WorkflowStep): Made[] {
  const { page, titles, hint, partyName, steps } = context;
  const place = (id: string) => steps.findIndex((each) => each.id === id);
  const leadsToEnd = (step.outcomes ?? []).some(({ to }) => place(to) < 0);
  return (step.outcomes ?? []).flatMap((outcome) => {
    // 不跟 → 到此为止：不跟
    if (place(outcome.to) < 0 && sharedRun(outcome.label, titles.get(outcome.to) ?? '') > 1)
      return [];
    const about = `${step.title}，${outcome.label}`;
    const right = titles.get(outcome.to) ?? '';
    const others = (step.outcomes ?? [])
      .filter(({ to }) => to !== outcome.to)
      .map(({ to }) => titles.get(to) ?? '');
    const beside = [...titles]
      .filter(([id]) => id !== outcome.to && id !== step.id)
      .filter(([id]) =>
        place(id) < 0
          ? leadsToEnd
          : [step.id, outcome.to].some((from) => Math.abs(place(id) - place(from)) <= NEAR),
      )
      .map(([, title]) => title);
    // Where the other answers lead is the best wrong answer there is.
    const made = withDistractors(
      right,
      beside,
      `${page.reference}#${step.id}~${outcome.id}`,
      about,
      hint,
    );
    const choices = [
      ...made.filter(({ right: isRight }) => isRight),
      ...[...new Set(others)].filter((text) => text !== right).map((text) => ({ text })),
      ...made.filter((choice) => !choice.right && !others.includes(choice.text)),
    ].slice(0, 4);
    const by = steps.find(({ id }) => id === outcome.to)?.by;
    return choiceQuestion(
      'outcome',
      subjectOf(context, step, [
        `“${outcome.label}”：${right}${by === undefined ? '' : `（${partyName(by)}）`}`,
      ]),
      `“${page.title}”里，“${step.title}”的结果是“${outcome.label}”，接着怎么办？`,
      choices,
      about,
      { suffix: outcome.id, hint },
    );
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
      subjectOf(context, step, [`表单：${only.title}`]),
      `“${page.title}”里，“${step.title}”这一步，手册配的是哪份表单？`,
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
        subjectOf(context, step, [`时限：${right}`]),
        `“${page.title}”里，“${step.title}”要在多长时间里做完？`,
        otherNumbers(right, `${page.reference}#${step.id}~number`),
        step.title,
      ),
    ];
  }
  const subject = subjectOf(context, step);
  return isTold
    ? numberQuestion(subject, `“${page.title}”里的一步，空着的是多少？`, step.title)
    : numberQuestion(
        subject,
        `“${page.title}”里，“${step.title}”要做到什么样？空着的是多少？`,
        step.doneWhen,
      );
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
