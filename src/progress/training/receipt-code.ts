/**
 * Packs a receipt into a short text, and reads it back, of whatever origin. The same form lies in a
 * receipt's code and in the team's storage. **What is written here is decoded for ever**: fields are
 * appended, never moved; what an older version must not misread needs a higher `v`.
 */
import { isDay } from '../../model/day.ts';
import { isOfVersionAfter, isRecord, type Parsed } from '../../model/parsed.ts';
import type { Need } from '../../model/plan.ts';
import { compareByTime, isId, isMoment } from '../event-envelope.ts';
import { isItemReference, isLabel, isPlan, isRevision, type ConfirmEvent } from './event.ts';
import type { Receipt, ReceiptDuties, ReceiptPlan, ReceiptReview, ReceiptRun } from './receipt.ts';

/** Needs by letter. */
const LETTERS: Readonly<Record<Need, string>> = { read: 'r', practise: 'p', observe: 'o' };
const NEED_OF = new Map(Object.entries(LETTERS).map(([need, letter]) => [letter, need as Need]));

/** As many plans go into one receipt: the first version reads no more. */
export const MOST_PLANS = 20;
/** More than these are no receipt of ours: an export that is handed over has all plans. */
const MAX_PLANS = 1_000;
const MAX_EVENTS = 10_000;
const MAX_ROWS = 1_000;
const MAX_WORDS = 200;

/** The packed form. */
export interface PackedReceipt {
  readonly v: 1;
  /** Learner: id and label. */
  readonly l: readonly [string, string];
  readonly at: number;
  /** Edition. */
  readonly e?: number;
  /** References, which plans and confirmations name by number. */
  readonly refs: readonly string[];
  /** Plans: start, id, title, day, and their items: reference, need, day. */
  readonly p: readonly (readonly [
    string,
    string,
    string,
    string,
    readonly (readonly [number, string, number])[],
  ])[];
  /** Confirmations: id, need, reference, revision, milliseconds before `at`, mentor. */
  readonly c: readonly (readonly [string, string, number, number, number, string?])[];
  /** What is gone. */
  readonly g: readonly string[];
  /** Runs: code, workflow, step, due or nothing, 1 for late. */
  readonly r?: readonly (readonly [string, string, string, string, number])[];
  /** Duties: role, period, done, total. */
  readonly d?: readonly (readonly [string, string, number, number])[];
  /** Review: start, asked, remembered. */
  readonly q?: readonly (readonly [string, number, number])[];
}

/** Packs a receipt; equal ones give equal texts as JSON. */
export function packReceipt(receipt: Receipt): PackedReceipt {
  const { learner, at, edition, plans, events, gone, runs, duties, review } = receipt;
  const numbers = new Map<string, number>();
  const numberOf = (ref: string) => {
    const number = numbers.get(ref) ?? numbers.size;
    numbers.set(ref, number);
    return number;
  };
  const p = plans.map(
    ({ id, plan, day }) =>
      [
        id,
        plan.id,
        plan.title,
        day,
        plan.items.map((item) => [numberOf(item.ref), LETTERS[item.need], item.day] as const),
      ] as const,
  );
  const c = events.map((event) => {
    const { id, kind, ref, rev } = event;
    const packed = [id, LETTERS[kind], numberOf(ref), rev, at - event.at] as const;
    return event.kind === 'observe' ? ([...packed, event.by] as const) : packed;
  });
  return {
    v: 1,
    l: [learner.id, learner.label],
    at,
    ...(edition === undefined ? {} : { e: edition }),
    refs: [...numbers.keys()],
    p,
    c,
    g: gone,
    ...(runs
      ? { r: runs.map((run) => [run.code, run.workflow, run.step, run.due ?? '', +run.isLate]) }
      : {}),
    ...(duties
      ? { d: duties.map(({ role, period, done, total }) => [role, period, done, total]) }
      : {}),
    ...(review
      ? { q: review.map(({ plan, asked, remembered }) => [plan, asked, remembered]) }
      : {}),
  };
}

/** Reads a packed receipt. Never throws. */
export function parseReceipt(value: unknown): Parsed<Receipt> {
  if (isOfVersionAfter(1, value)) return 'newer';
  if (!isRecord(value) || value['v'] !== 1) return 'damaged';
  const { l, at, e, refs, p, c, g, r, d, q } = value;
  if (!isList(l, 2) || !isId(l[0]) || !isLabel(l[1]) || !isMoment(at)) return 'damaged';
  if (e !== undefined && !isRevision(e)) return 'damaged';
  if (!isList(refs, MAX_EVENTS) || !refs.every(isItemReference)) return 'damaged';
  if (!isList(p, MAX_PLANS) || !isList(c, MAX_EVENTS) || !isList(g, MAX_EVENTS)) return 'damaged';
  const plans = all(p, (each) => planOf(each, refs));
  const events = all(c, (each) => confirmOf(each, refs, at));
  const runs = r === undefined ? undefined : isList(r, MAX_ROWS) && all(r, runOf);
  const duties = d === undefined ? undefined : isList(d, MAX_ROWS) && all(d, dutiesOf);
  const review = q === undefined ? undefined : isList(q, MAX_PLANS) && all(q, reviewOf);
  if (!plans || !events || !g.every(isId) || runs === false || duties === false) return 'damaged';
  if (review === false) return 'damaged';
  const isOnce =
    hasNoneTwice(events.map(({ id }) => id)) && hasNoneTwice(plans.map(({ id }) => id));
  if (!isOnce) return 'damaged';
  return {
    value: {
      v: 1,
      learner: { id: l[0], label: l[1] },
      at,
      ...(e === undefined ? {} : { edition: e }),
      plans,
      events: events.sort(compareByTime),
      gone: [...new Set(g)].sort(),
      ...(runs ? { runs } : {}),
      ...(duties ? { duties } : {}),
      ...(review ? { review } : {}),
    },
  };
}

function planOf(value: unknown, refs: readonly string[]): ReceiptPlan | undefined {
  if (!isList(value, 5)) return undefined;
  const [id, plan, title, day, packed] = value;
  if (!isId(id) || !isDay(day) || !Array.isArray(packed)) return undefined;
  const items = packed.map((item: unknown) => {
    const [number, letter, due] = Array.isArray(item) ? (item as unknown[]) : [];
    return { ref: refAt(number, refs), need: NEED_OF.get(letter as string), day: due };
  });
  const whole: unknown = { id: plan, title, items };
  return isPlan(whole) ? { id, plan: whole, day } : undefined;
}

function confirmOf(
  value: unknown,
  refs: readonly string[],
  made: number,
): ConfirmEvent | undefined {
  if (!isList(value, 6)) return undefined;
  const [id, letter, number, rev, before, by] = value;
  const kind = NEED_OF.get(letter as string);
  const ref = refAt(number, refs);
  const at = made - (before as number);
  if (!kind || ref === undefined || !isId(id) || !isRevision(rev) || !isMoment(at))
    return undefined;
  if (kind !== 'observe') return { v: 1, id, at, kind, ref, rev };
  return isLabel(by) ? { v: 1, id, at, kind, ref, rev, by } : undefined;
}

function runOf(value: unknown): ReceiptRun | undefined {
  if (!isList(value, 5)) return undefined;
  const [code, workflow, step, due, late] = value;
  if (!isWords(code) || !isWords(workflow) || !isWords(step)) return undefined;
  if (due !== '' && !isDay(due)) return undefined;
  return { code, workflow, step, ...(due === '' ? {} : { due }), isLate: late === 1 };
}

function dutiesOf(value: unknown): ReceiptDuties | undefined {
  if (!isList(value, 4)) return undefined;
  const [role, period, done, total] = value;
  if (!isWords(role) || !isWords(period) || !isCount(done) || !isCount(total)) return undefined;
  return { role, period, done, total };
}

function reviewOf(value: unknown): ReceiptReview | undefined {
  if (!isList(value, 3)) return undefined;
  const [plan, asked, remembered] = value;
  if (!isId(plan) || !isCount(asked) || !isCount(remembered) || remembered > asked)
    return undefined;
  return { plan, asked, remembered };
}

/** The reference of a number; whatever is no number names none. */
function refAt(number: unknown, refs: readonly string[]): string | undefined {
  return typeof number === 'number' ? refs[number] : undefined;
}

/** Every value read; `undefined` when one of them cannot be. */
function all<T>(
  values: readonly unknown[],
  read: (value: unknown) => T | undefined,
): T[] | undefined | false {
  const found: T[] = [];
  for (const value of values) {
    const each = read(value);
    if (each === undefined) return false;
    found.push(each);
  }
  return found;
}

function isList(value: unknown, most: number): value is readonly unknown[] {
  return Array.isArray(value) && value.length <= most;
}

function isWords(value: unknown): value is string {
  return typeof value === 'string' && value.length <= MAX_WORDS;
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 1e6;
}

function hasNoneTwice(ids: readonly string[]): boolean {
  return new Set(ids).size === ids.length;
}
