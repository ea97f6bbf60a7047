/** Whether a step still leads where it led, though its neighbours may have come, gone or moved. */
import { templateSteps, type TemplateStep, type WorkflowTemplate } from '../../model/template.ts';

/** Two templates, and what of the one is found in the other. */
export interface Ways {
  readonly before: WorkflowTemplate;
  readonly after: WorkflowTemplate;
  /** The present id of a step or end of `before`. */
  readonly nameNow: (id: string) => string;
  /** Ids of steps of `before` that `after` does not have. */
  readonly removed: ReadonlySet<string>;
  /** Ids of steps of `after` that `before` did not have. */
  readonly added: ReadonlySet<string>;
}

/**
 * True when a step leads where it led. A gate does when it has the same outcomes. Another step does
 * when it simply goes on to the following one, as it did, whichever that is now; or when its target is
 * the same but for steps on the way that were added or removed.
 */
export function isSameWay(before: TemplateStep, after: TemplateStep, ways: Ways): boolean {
  if (before.outcomes || after.outcomes) return hasSameOutcomes(before, after, ways);
  if (goesOn(before, ways.before) && goesOn(after, ways.after)) return true;
  const was = targetPast(before.next, ways.before, ways.removed);
  const is = targetPast(after.next, ways.after, ways.added);
  // A way that is lost behind a gate which came or went is told with that gate.
  if (was === 'unknown' || is === 'unknown') return true;
  return (was.id === undefined ? undefined : ways.nameNow(was.id)) === is.id;
}

/** Where a step leads, in words: `提案`, or `通过 → 提案；退回修改 → 收集资料`. */
export function wayLabel(step: TemplateStep, template: WorkflowTemplate): string {
  const titleOf = (id: string) =>
    [...templateSteps(template), ...template.ends].find((place) => place.id === id)?.title ?? id;
  if (step.outcomes) {
    return step.outcomes.map(({ label, to }) => `${label} → ${titleOf(to)}`).join('；');
  }
  return step.next === undefined ? '无' : titleOf(step.next);
}

function hasSameOutcomes(before: TemplateStep, after: TemplateStep, { nameNow }: Ways): boolean {
  const was = before.outcomes ?? [];
  const is = after.outcomes ?? [];
  if (!before.outcomes !== !after.outcomes || was.length !== is.length) return false;
  return was.every(({ id, label, to }, index) => {
    const now = is[index];
    return now?.id === id && now.label === label && now.to === nameNow(to);
  });
}

/** True when a step goes on to the one that follows it in authored order; the last one, to 办成. */
function goesOn(step: TemplateStep, template: WorkflowTemplate): boolean {
  const steps = templateSteps(template);
  const following = steps[steps.findIndex(({ id }) => id === step.id) + 1];
  const end = template.ends.find(({ result }) => result === 'done');
  return step.next === (following ?? end)?.id;
}

/**
 * The target of a step, past those that the other template does not have; `unknown` where that
 * cannot be told.
 */
function targetPast(
  next: string | undefined,
  template: WorkflowTemplate,
  passed: ReadonlySet<string>,
): { readonly id: string | undefined } | 'unknown' {
  const steps = new Map(templateSteps(template).map((step) => [step.id, step]));
  const seen = new Set<string>();
  let id = next;
  while (id !== undefined && passed.has(id)) {
    const step = steps.get(id);
    if (!step || step.outcomes || seen.has(id)) return 'unknown';
    seen.add(id);
    id = step.next;
  }
  return { id };
}
