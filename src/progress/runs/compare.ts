/**
 * What the handbook has changed in a workflow since a run's text was frozen: the steps that came,
 * went, moved or say something else. Pure data, for display and for taking the change over.
 */
import {
  templateSteps,
  type TemplateEnd,
  type TemplatePhase,
  type TemplateStep,
  type WorkflowTemplate,
} from '../../model/template.ts';
import { changedFields, type ChangedField } from './compare-step.ts';
import { longestIncreasingSubsequence } from './longest-increasing-subsequence.ts';

export type { ChangedField } from './compare-step.ts';

/** Something that came (`after` alone), went (`before` alone) or says something else (both). */
export interface Changed<T> {
  readonly before?: T;
  readonly after?: T;
}

/** A step that both templates have and that says something else now. */
export interface RewordedStep {
  readonly before: TemplateStep;
  readonly after: TemplateStep;
  readonly fields: readonly ChangedField[];
}

export interface TemplateChange {
  /** Steps of `after`, in its order. */
  readonly added: readonly TemplateStep[];
  /** Steps of `before`, in its order. */
  readonly removed: readonly TemplateStep[];
  /** In the order of `after`. */
  readonly reworded: readonly RewordedStep[];
  /** Steps as `after` has them, in its order: as few as explain the new order, or in another phase. */
  readonly moved: readonly TemplateStep[];
  /** Former id → present id, of the steps that both have under different ids. */
  readonly renamed: Readonly<Record<string, string>>;
  /** Phases that came, went, or have another title or pause. */
  readonly phases: readonly Changed<TemplatePhase>[];
  /** Ends that came, went, or have another title or result. */
  readonly ends: readonly Changed<TemplateEnd>[];
  /** False when a run can go on by either text alike: at most short names, techniques and forms differ. */
  readonly changed: boolean;
}

/** A step of both templates. */
interface Pair {
  readonly before: TemplateStep;
  readonly after: TemplateStep;
}

/**
 * Compares the text of a run with the present one.
 *
 * @param renamed former ids of this page's steps, phases and ends → their present ids, resolved
 */
export function compareTemplates(
  before: WorkflowTemplate,
  after: WorkflowTemplate,
  renamed: Readonly<Record<string, string>>,
): TemplateChange {
  // An id may be called `constructor`, which every object answers to.
  const nameNow = (id: string) => (Object.hasOwn(renamed, id) ? (renamed[id] ?? id) : id);
  const [was, is] = [templateSteps(before), templateSteps(after)];
  const pairs = pairUp(was, is, nameNow);
  const [kept, known] = [new Set(pairs.map((p) => p.before)), new Set(pairs.map((p) => p.after))];
  const removed = was.filter((step) => !kept.has(step));
  const added = is.filter((step) => !known.has(step));
  const ways = { before, after, nameNow, removed: idsOf(removed), added: idsOf(added) };
  const byPlace = [...pairs].sort((a, b) => is.indexOf(a.after) - is.indexOf(b.after));
  const reworded = byPlace
    .map((pair) => ({ ...pair, fields: changedFields(pair.before, pair.after, ways) }))
    .filter(({ fields }) => fields.length > 0);
  const movedPairs = movedOf(pairs, before, after, nameNow);
  const moved = is.filter((step) => movedPairs.some((pair) => pair.after === step));
  const names = pairs.filter((pair) => pair.before.id !== pair.after.id);
  const phases = changesOf(before.phases, after.phases, nameNow, ['title', 'pause']);
  const ends = changesOf(before.ends, after.ends, nameNow, ['title', 'result']);
  return {
    added,
    removed,
    reworded,
    moved,
    renamed: Object.fromEntries(names.map((pair) => [pair.before.id, pair.after.id])),
    phases,
    ends,
    changed: [added, removed, reworded, moved, names, phases, ends].some((l) => l.length > 0),
  };
}

/**
 * The things that both lists have, in the order of `before`; each belongs to at most one pair. Where
 * two became one, the one that had its id already is the one that stays.
 */
function pairUp<T extends { readonly id: string }>(
  before: readonly T[],
  after: readonly T[],
  nameNow: (id: string) => string,
): { before: T; after: T }[] {
  const free = new Set(after);
  const partner = new Map<T, T>();
  const isUnrenamed = ({ id }: T) => nameNow(id) === id;
  for (const was of [...before.filter(isUnrenamed), ...before.filter((t) => !isUnrenamed(t))]) {
    const is = [...free].find(({ id }) => id === nameNow(was.id));
    if (!is) continue;
    free.delete(is);
    partner.set(was, is);
  }
  return before.flatMap((was) => {
    const is = partner.get(was);
    return is ? [{ before: was, after: is }] : [];
  });
}

/** The pairs that stand in another phase, and as few of the others as explain the new order. */
function movedOf(
  pairs: readonly Pair[],
  before: WorkflowTemplate,
  after: WorkflowTemplate,
  nameNow: (id: string) => string,
): Pair[] {
  const phaseOf = (template: WorkflowTemplate, step: TemplateStep) =>
    template.phases.find(({ steps }) => steps.includes(step))?.id ?? '';
  const stayed = pairs.filter(
    (pair) => nameNow(phaseOf(before, pair.before)) === phaseOf(after, pair.after),
  );
  const places = templateSteps(after);
  const rise = longestIncreasingSubsequence(stayed.map((pair) => places.indexOf(pair.after)));
  const inOrder = new Set(rise.map((index) => stayed[index]));
  return pairs.filter((pair) => !inOrder.has(pair));
}

/** What came, went or differs in one of the fields: in the order of `after`, what went at the end. */
function changesOf<T extends { readonly id: string }>(
  before: readonly T[],
  after: readonly T[],
  nameNow: (id: string) => string,
  fields: readonly (keyof T)[],
): Changed<T>[] {
  const pairs = pairUp(before, after, nameNow);
  const now = after.flatMap((is): Changed<T>[] => {
    const pair = pairs.find((each) => each.after === is);
    if (!pair) return [{ after: is }];
    return fields.some((field) => pair.before[field] !== is[field]) ? [pair] : [];
  });
  const gone = before.filter((was) => !pairs.some((pair) => pair.before === was));
  return [...now, ...gone.map((was) => ({ before: was }))];
}

function idsOf(steps: readonly TemplateStep[]): Set<string> {
  return new Set(steps.map(({ id }) => id));
}
