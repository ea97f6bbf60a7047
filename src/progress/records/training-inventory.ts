/** What is stored of training, sorted: the reader's own plans and confirmations, and receipts of others. */
import type { Day } from '../../model/day.ts';
import { parseStorageName } from '../../model/parse-storage-name.ts';
import { parseStored } from '../../model/parsed.ts';
import { parseTrainingEvent, type StartPlanEvent, type TrainingEvent } from '../training/event.ts';
import { endingsOf } from '../training/fold.ts';
import { parseStoredReceipt } from '../training/team-records.ts';
import type { StoredValue } from './inventory.ts';

/** A plan with what it replaced: they are deleted together, or the older one would be open again. */
export interface StoredPlan {
  /** Id of its start event. */
  readonly id: string;
  readonly title: string;
  readonly day: Day;
  readonly isOpen: boolean;
  readonly names: readonly string[];
  /** Characters it takes, keys and values. */
  readonly size: number;
}

/** A device whose receipts are here. */
export interface StoredPerson {
  readonly device: string;
  /** The label of the newest receipt; absent when none can be read. */
  readonly label?: string;
  readonly receipts: number;
  readonly names: readonly string[];
  readonly size: number;
}

/** @param values those with names of training events */
export function plansIn(values: readonly StoredValue[]): {
  readonly plans: StoredPlan[];
  /** Whatever belongs to no plan. */
  readonly confirmations: StoredValue[];
} {
  const read = values.map((value) => {
    const parsed = parseStored(value.text, parseTrainingEvent);
    return { value, event: typeof parsed === 'object' ? parsed.value : undefined };
  });
  const events = read.flatMap(({ event }) => event ?? []);
  const { ended } = endingsOf(events);
  const heads = headsOf(events);
  const groups = new Map<string, StoredValue[]>();
  const confirmations: StoredValue[] = [];
  for (const { value, event } of read) {
    const start = event && startOf(event, events);
    const head = start === undefined ? undefined : heads.get(start);
    const group = head === undefined ? confirmations : (groups.get(head) ?? []);
    group.push(value);
    if (head !== undefined) groups.set(head, group);
  }
  const plans = events.flatMap((event) => {
    const group = event.kind === 'start' ? groups.get(event.id) : undefined;
    if (event.kind !== 'start' || !group) return [];
    return {
      id: event.id,
      title: event.plan.title,
      day: event.day,
      isOpen: !ended.has(event.id),
      names: group.map(({ name }) => name),
      size: sum(group),
      at: event.at,
    };
  });
  plans.sort((a, b) => b.at - a.at);
  return { plans: plans.map(({ at: _at, ...plan }) => plan), confirmations };
}

/** The start that an event belongs to; a slip of the pen goes with the leaving it takes back. */
function startOf(event: TrainingEvent, events: readonly TrainingEvent[]): string | undefined {
  if (event.kind === 'start') return event.id;
  if (event.kind === 'leave') return event.start;
  if (event.kind !== 'withdraw') return undefined;
  const target = events.find(({ id }) => id === event.target);
  return target?.kind === 'leave' ? target.start : undefined;
}

/** For each start the last one of those that replaced it, one after the other; itself where none did. */
function headsOf(events: readonly TrainingEvent[]): ReadonlyMap<string, string> {
  const starts = events.filter((event): event is StartPlanEvent => event.kind === 'start');
  const next = new Map(
    starts.flatMap(({ id, replaces }) => (replaces === undefined ? [] : [[replaces, id] as const])),
  );
  return new Map(
    starts.map(({ id }) => {
      let head = id;
      const seen = new Set([id]);
      for (let after = next.get(head); after !== undefined; after = next.get(head)) {
        if (seen.has(after)) break;
        seen.add(after);
        head = after;
      }
      return [id, head];
    }),
  );
}

/** @param values those with names of receipts and of answers about devices */
export function teamIn(values: readonly StoredValue[]): StoredPerson[] {
  const people = new Map<string, { at: number; label?: string; values: StoredValue[] }>();
  const pairs: [device: string, value: StoredValue][] = [];
  for (const value of values) {
    const parts = parseStorageName(value.name);
    if (parts.kind === 'pair') pairs.push([parts.first, value], [parts.second, value]);
    if (parts.kind !== 'receipt') continue;
    const person = people.get(parts.device) ?? { at: -Infinity, values: [] };
    people.set(parts.device, person);
    person.values.push(value);
    const parsed = parseStored(value.text, parseStoredReceipt);
    if (typeof parsed === 'string' || parsed.value.receipt.at < person.at) continue;
    person.at = parsed.value.receipt.at;
    person.label = parsed.value.receipt.learner.label;
  }
  // An answer goes with either of its devices; alone it is of nobody, and still to be seen.
  for (const [device, value] of pairs) {
    const person = people.get(device) ?? { at: -Infinity, values: [] };
    people.set(device, person);
    person.values.push(value);
  }
  return [...people]
    .map(([device, { label, values: own }]) => ({
      device,
      ...(label === undefined ? {} : { label }),
      receipts: own.filter(({ name }) => parseStorageName(name).kind === 'receipt').length,
      names: own.map(({ name }) => name),
      size: sum(own),
    }))
    .sort((a, b) => (a.label ?? '').localeCompare(b.label ?? '', 'zh'));
}

function sum(values: readonly StoredValue[]): number {
  return values.reduce((total, { size }) => total + size, 0);
}
