/** Everything that is stored, sorted and counted, for the page that shows it in words. */
import {
  parseStorageName,
  roleOf,
  runOf,
  type StorageName,
} from '../../model/parse-storage-name.ts';
import { parseStored } from '../../model/parsed.ts';
import { textName } from '../../model/storage-names.ts';
import { parseTemplate } from '../../model/template.ts';
import { parseDutyMark, parseDutyMarkName } from '../duties/duty-marks.ts';
import { foldRun, type RunState } from '../runs/fold.ts';
import { walkRun, type Walk } from '../runs/walk.ts';
import { runsAmong, type StoredValues } from './import.ts';
import { plansIn, teamIn, type StoredPerson, type StoredPlan } from './training-inventory.ts';

export interface StoredRun {
  readonly id: string;
  readonly state: RunState;
  readonly names: readonly string[];
  /** Characters it takes, keys and values. */
  readonly size: number;
}

export interface StoredRole {
  /** Reference of the role's page. */
  readonly role: string;
  /** Marks that are ticks; unticks are kept too, so that copies merge. */
  readonly ticks: number;
  /** How often duties were done that are done whenever something happens. */
  readonly times: number;
  readonly names: readonly string[];
  readonly size: number;
}

/** A value that cannot be used, or that is small enough to be named alone. */
export interface StoredValue {
  readonly name: string;
  readonly text: string;
  readonly size: number;
}

export interface Inventory {
  /** The last changed first. */
  readonly runs: readonly StoredRun[];
  readonly roles: readonly StoredRole[];
  /** Training plans of the reader's own, the last begun first. */
  readonly plans: readonly StoredPlan[];
  /** Confirmations of items and what was countersigned for others, each time. */
  readonly confirmations: readonly StoredValue[];
  /** Whose receipts are here, by label. */
  readonly team: readonly StoredPerson[];
  /** Answers to review questions. */
  readonly answers: readonly StoredValue[];
  readonly settings: readonly StoredValue[];
  readonly texts: readonly StoredValue[];
  /** What was typed and not saved yet. */
  readonly drafts: readonly StoredValue[];
  /** What was set aside since it could not be read. */
  readonly asides: readonly StoredValue[];
  /** Events whose run's start is missing, and whatever this version does not know. */
  readonly others: readonly StoredValue[];
  /** Characters in all, keys and values, the site's own key left off. */
  readonly size: number;
}

/** The inventory of stored values. */
export function inventoryOf(values: StoredValues): Inventory {
  const all = [...values].map(([name, text]): StoredValue => ({
    name,
    text,
    size: name.length + text.length,
  }));
  const byKind = groupBy(all, ({ name }) => parseStorageName(name).kind);
  const ofKind = (kind: StorageName['kind']) => byKind.get(kind) ?? [];
  const states = new Map<string, RunState>();
  for (const [id, events] of runsAmong(values).runs) {
    const state = foldRun(events);
    if (state) states.set(id, state);
  }
  const { plans, confirmations } = plansIn(ofKind('training'));
  const ofRuns = [...ofKind('event'), ...ofKind('packed')];
  const byRun = groupBy(ofRuns, ({ name }) => runOf(name) ?? '');
  const byRole = groupBy([...ofKind('mark'), ...ofKind('did')], ({ name }) => roleOf(name) ?? '');
  return {
    runs: [...byRun]
      .flatMap(([id, parts]) => {
        const state = states.get(id);
        return state ? [{ id, state, names: parts.map(({ name }) => name), size: sum(parts) }] : [];
      })
      .sort((a, b) => b.state.changedAt - a.state.changedAt),
    roles: [...byRole]
      .map(([role, marks]) => ({
        role,
        ticks: marks.filter(isTick).length,
        times: marks.filter(isTime).length,
        names: marks.map(({ name }) => name),
        size: sum(marks),
      }))
      .sort((a, b) => (a.role < b.role ? -1 : 1)),
    plans,
    confirmations,
    team: teamIn([...ofKind('receipt'), ...ofKind('pair')]),
    answers: ofKind('answer'),
    settings: ofKind('setting'),
    texts: ofKind('text'),
    drafts: ofKind('draft'),
    asides: ofKind('aside'),
    others: [...ofKind('other'), ...ofRuns.filter(({ name }) => !states.has(runOf(name) ?? ''))],
    size: sum(all),
  };
}

/** Where the runs of an inventory stand, by run id; those whose text cannot be read are left out. */
export function walksIn({ runs, texts }: Inventory): ReadonlyMap<string, Walk> {
  const templates = new Map(
    texts.flatMap(({ name, text }) => {
      const parsed = parseStored(text, parseTemplate);
      return typeof parsed === 'object' ? [[name, parsed.value] as const] : [];
    }),
  );
  return new Map(
    runs.flatMap(({ id, state }) => {
      const template = templates.get(textName(state.text));
      return template ? [[id, walkRun(template, state)] as const] : [];
    }),
  );
}

function isTick({ name, text }: StoredValue): boolean {
  const parts = parseStorageName(name);
  const parsed = parseStored(text, parseDutyMark);
  const known = parts.kind === 'mark' && parseDutyMarkName(parts.mark) !== undefined;
  return known && typeof parsed === 'object' && parsed.value.done;
}

function isTime({ name, text }: StoredValue): boolean {
  const parsed = parseStored(text, parseDutyMark);
  return parseStorageName(name).kind === 'did' && typeof parsed === 'object' && parsed.value.done;
}

function sum(values: readonly StoredValue[]): number {
  return values.reduce((total, { size }) => total + size, 0);
}

function groupBy<T, K>(values: readonly T[], keyOf: (value: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group) group.push(value);
    else groups.set(keyOf(value), [value]);
  }
  return groups;
}
