/** Which way a workflow goes: the next step, where a gate's answers lead, the order of a phase. */
import type { Choice } from '../../model/review-question.ts';
import type { WorkflowStep } from '../../schemas/workflow.ts';
import { withDistractors } from './distractors.ts';
import { faultOf, sharedRun, type DropReason } from './drop.ts';
import { choiceQuestion, droppedQuestion, quoted, type Made } from './made.ts';
import { stepSubject, type Context } from './step-context.ts';

/** Steps of an order question. */
const ORDER_MIN = 4;
const ORDER_MAX = 6;

/** What comes again and again is never done, and stands in no order: 每周、常规. */
const RECURRING = /每[日天周月季]|定期|周期|常规/;

/** Wrong answers to what follows stand among so many steps before and behind: far ones are plainly too early or too late. */
const NEAR = 4;

/** Where a step has one step behind it that always follows. */
export function next(context: Context, step: WorkflowStep): Made[] {
  const { page, steps, flow, hint, partyName } = context;
  const to = flow.get(step.id)?.next;
  const following = steps.find(({ id }) => id === to);
  if (!following || following.optional || RECURRING.test(step.title)) return [];
  const place = steps.indexOf(following);
  const beside = steps
    .filter(({ id }, index) => {
      const away = Math.abs(index - place);
      return id !== step.id && away > 0 && away <= NEAR;
    })
    .map(({ title }) => title);
  const choices = withDistractors(
    following.title,
    beside,
    `${page.reference}#${step.id}~next`,
    step.title,
    hint,
  );
  const said = `下一步：${following.title}（${partyName(following.by)}）`;
  const subject = stepSubject(context, step, [said]);
  if (areAllPast(context, step, choices)) return [droppedQuestion('next', subject.ref, 'past')];
  return [
    choiceQuestion(
      'next',
      subject,
      `“${page.title}”里，${quoted(step.title)}做完了，下一步是哪一步？`,
      choices,
      step.title,
      { hint },
    ),
  ];
}

/** Whether the right answer alone lies behind the step: who knows what was done already sees it. */
function areAllPast({ steps }: Context, step: WorkflowStep, choices: readonly Choice[]): boolean {
  const from = steps.indexOf(step);
  const isBehind = (title: string) => {
    const at = steps.findIndex((each) => each.title === title);
    // What is no step is an end, behind everything.
    return at < 0 || at > from;
  };
  const right = choices.find((choice) => choice.right);
  return (
    right !== undefined &&
    isBehind(right.text) &&
    choices.every((choice) => choice.right || !isBehind(choice.text))
  );
}

/** Where each answer of a gate leads. */
export function outcomes(context: Context, step: WorkflowStep): Made[] {
  const { page, titles, hint, partyName, steps } = context;
  const place = (id: string) => steps.findIndex((each) => each.id === id);
  const leadsToEnd = (step.outcomes ?? []).some(({ to }) => place(to) < 0);
  const taken = new Set((step.outcomes ?? []).map(({ to }) => to));
  return (step.outcomes ?? []).flatMap((outcome): Made[] => {
    // What may be left out is not always what comes.
    const following = steps.find(({ id }) => id === outcome.to);
    if (following?.optional) return [];
    const ends = (step.outcomes ?? []).filter(({ to }) => place(to) < 0);
    if (
      place(outcome.to) < 0 &&
      isPlainEnd(outcome.label, titles.get(outcome.to) ?? '', ends.length)
    ) {
      return [dropped('end')];
    }
    const isBack = place(outcome.to) >= 0 && place(outcome.to) < place(step.id);
    const about = `${step.title}，${outcome.label}`;
    const right = titles.get(outcome.to) ?? '';
    const others = (step.outcomes ?? [])
      .filter(({ to }) => to !== outcome.to)
      .map(({ to }) => titles.get(to) ?? '');
    const beside = [...titles]
      .filter(([id]) => id !== outcome.to && id !== step.id)
      // Whoever goes back farther does the right step again as well.
      .filter(([id]) => !isBack || taken.has(id) || place(id) < 0 || place(id) > place(outcome.to))
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
    if (areAllPast(context, step, choices)) return [dropped('past')];
    // The label alone must not give it away either: the title beside it hides what repeats it.
    const told = faultOf(outcome.label, choices, hint);
    if (told) return [dropped(told)];
    const by = following?.by;
    return [
      choiceQuestion(
        'outcome',
        stepSubject(context, step, [
          `“${outcome.label}”：${right}${by === undefined ? '' : `（${partyName(by)}）`}`,
        ]),
        `“${page.title}”里，${quoted(step.title)}的结果是“${outcome.label}”，接着怎么走？`,
        choices,
        about,
        { suffix: outcome.id, hint },
      ),
    ];

    function dropped(reason: DropReason): Made {
      return droppedQuestion('outcome', `${page.reference}#${step.id}`, reason, outcome.id);
    }
  });
}

/** 不跟 → 到此为止：不跟. A refusal that leads to the only end there is need not be known either. */
function isPlainEnd(label: string, end: string, ends: number): boolean {
  return sharedRun(label, end) > 1 || (ends === 1 && /^(不|未|没|停|放弃|取消)/.test(label));
}

/** The longest stretch of a phase in which each step is followed by the next one, whatever happens. */
export function order(context: Context, steps: readonly WorkflowStep[]): Made[] {
  const { page, flow, revOf } = context;
  let best: WorkflowStep[] = [];
  let stretch: WorkflowStep[] = [];
  for (const step of steps) {
    const before = stretch.at(-1);
    const follows = !before || flow.get(before.id)?.next === step.id;
    // An archive closes everything: nobody need remember that.
    const breaks = step.optional || step.kind === 'archive' || RECURRING.test(step.title);
    if (breaks) stretch = [];
    else stretch = follows ? [...stretch, step] : [step];
    if (stretch.length > best.length) best = stretch.slice(0, ORDER_MAX);
  }
  const [first] = best;
  if (!first || best.length < ORDER_MIN) return [];
  const subject = stepSubject(context, first);
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
