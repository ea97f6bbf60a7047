/**
 * Whose receipts those are: receipts merge to one record for each person, by union. Two devices are one
 * person's only when the manager said so; where two go by one label, that is asked.
 */
import { compareByTime } from '../event-envelope.ts';
import { type ConfirmEvent } from './event.ts';
import type { Receipt, ReceiptDuties, ReceiptPlan, ReceiptReview, ReceiptRun } from './receipt.ts';
import { receiptKey, type DevicePair } from './team-records.ts';

/** What somebody's receipts say together. */
export interface Person {
  /** Their devices, joined: no two people have the same. */
  readonly key: string;
  /** Device ids, sorted. */
  readonly devices: readonly string[];
  /** The label of the newest receipt. */
  readonly label: string;
  /** Somebody else here has the same label: tell them apart by their devices. */
  readonly isLabelShared: boolean;
  /** Other labels that came from these devices, sorted: perhaps other people at the same device. */
  readonly otherLabels: readonly string[];
  /** When the newest receipt was made, in milliseconds since the epoch. */
  readonly at: number;
  /** The edition that the newest receipt tells of. */
  readonly edition?: number;
  readonly plans: readonly ReceiptPlan[];
  /** By time. */
  readonly events: readonly ConfirmEvent[];
  /** Open runs, each with when that was, in milliseconds since the epoch. */
  readonly runs: readonly (ReceiptRun & { readonly at: number })[];
  readonly duties: readonly (ReceiptDuties & { readonly at: number })[];
  /** What is probably still known, by plan. */
  readonly review: readonly (ReceiptReview & { readonly at: number })[];
}

/** Two devices that go by one label: one person's or not? */
export interface PersonQuestion {
  readonly label: string;
  readonly devices: readonly [string, string];
}

export interface Team {
  /** By label. */
  readonly people: readonly Person[];
  readonly questions: readonly PersonQuestion[];
}

/** Made once: making it takes longer than comparing sixty labels. */
const COLLATOR = new Intl.Collator('zh');

/** An answer about two devices. */
export interface Answer extends Pick<DevicePair, 'isSame'> {
  readonly devices: readonly [string, string];
}

/**
 * The people of some receipts.
 *
 * @param receipts in any order, repeats allowed
 */
export function peopleOf(receipts: Iterable<Receipt>, answers: readonly Answer[] = []): Team {
  const byDevice = new Map<string, Receipt[]>();
  for (const receipt of inOrder(receipts)) {
    const known = byDevice.get(receipt.learner.id);
    if (known) known.push(receipt);
    else byDevice.set(receipt.learner.id, [receipt]);
  }
  const groups = groupsOf([...byDevice.keys()].sort(), answers);
  const merged = groups.map((devices) =>
    personOf(
      devices,
      devices.map((device) => byDevice.get(device) ?? []),
    ),
  );
  const byLabel = new Map<string, Person[]>();
  for (const person of merged) {
    const label = labelKey(person.label);
    byLabel.set(label, [...(byLabel.get(label) ?? []), person]);
  }
  const people = merged.map((person) => ({
    ...person,
    isLabelShared: (byLabel.get(labelKey(person.label))?.length ?? 0) > 1,
  }));
  people.sort((a, b) => COLLATOR.compare(a.label, b.label) || (a.key < b.key ? -1 : 1));
  const questions = [...byLabel.values()].flatMap((list) => questionsAmong(list, answers));
  return { people, questions };
}

/** By time; ties by what they say, so that every device merges alike. */
function inOrder(receipts: Iterable<Receipt>): Receipt[] {
  const byKey = new Map([...receipts].map((each) => [each.learner.id + receiptKey(each), each]));
  return [...byKey]
    .sort(([a, left], [b, right]) => left.at - right.at || (a < b ? -1 : 1))
    .map(([, receipt]) => receipt);
}

/** Devices by person: an answer holds for whatever is joined with either of them. */
function groupsOf(devices: readonly string[], answers: readonly Answer[]): string[][] {
  const groupOf = new Map(devices.map((device) => [device, [device]]));
  for (const { devices: pair, isSame } of answers) {
    const [a, b] = pair.map((device) => groupOf.get(device));
    if (!isSame || !a || !b || a === b) continue;
    a.push(...b);
    for (const device of b) groupOf.set(device, a);
  }
  return [...new Set(groupOf.values())].map((group) => group.sort());
}

function personOf(devices: readonly string[], own: readonly (readonly Receipt[])[]): Person {
  const all = own.flat().sort((a, b) => a.at - b.at);
  const newest = all.at(-1);
  const label = newest?.learner.label.trim() ?? '';
  const events = new Map<string, ConfirmEvent>();
  // What was withdrawn stays so; a plan stands as the newest receipt that speaks of it says.
  const gone = new Set(own.flatMap((receipts) => receipts.flatMap((each) => each.gone)));
  const plans = new Map<string, ReceiptPlan>();
  for (const receipt of all) {
    for (const event of receipt.events) {
      if (!gone.has(event.id) && !events.has(event.id)) events.set(event.id, event);
    }
    for (const id of receipt.gone) plans.delete(id);
    for (const plan of receipt.plans) plans.set(plan.id, plan);
  }
  const edition = newest?.edition;
  return {
    key: devices.join('+'),
    devices,
    label,
    isLabelShared: false,
    otherLabels: [...new Set(all.map(({ learner }) => learner.label.trim()))]
      .filter((each) => labelKey(each) !== labelKey(label))
      .sort(),
    at: newest?.at ?? 0,
    ...(edition === undefined ? {} : { edition }),
    // Not in the order of what was kept: a receipt that is covered may be let go.
    plans: [...plans.values()].sort(
      (a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0) || (a.id < b.id ? -1 : 1),
    ),
    events: [...events.values()].sort(compareByTime),
    runs: own.flatMap((receipts) => newestOf(receipts, (receipt) => receipt.runs)),
    duties: own.flatMap((receipts) => newestOf(receipts, (receipt) => receipt.duties)),
    review: own.flatMap((receipts) => newestOf(receipts, (receipt) => receipt.review)),
  };
}

/** What the newest receipt of a device that has it says. */
function newestOf<T>(
  receipts: readonly Receipt[],
  of: (receipt: Receipt) => readonly T[] | undefined,
): (T & { readonly at: number })[] {
  const newest = receipts.findLast((receipt) => of(receipt) !== undefined);
  return (newest && of(newest)?.map((each) => ({ ...each, at: newest.at }))) ?? [];
}

function questionsAmong(people: readonly Person[], answers: readonly Answer[]): PersonQuestion[] {
  return people.flatMap((a, index) =>
    people.slice(index + 1).flatMap((b): PersonQuestion[] => {
      const isAnswered = answers.some(({ devices: [first, second] }) => {
        const isOf = (one: Person, other: Person) =>
          one.devices.includes(first) && other.devices.includes(second);
        return isOf(a, b) || isOf(b, a);
      });
      const [left, right] = [a.devices[0], b.devices[0]];
      if (isAnswered || left === undefined || right === undefined) return [];
      return [{ label: a.label, devices: [left, right] }];
    }),
  );
}

/** Labels that people take for the same. */
function labelKey(label: string): string {
  return label.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
}
