/** The team's table: person × item, person × runs. Derived from receipts for one day, never stored. */
import type { Day } from '../../model/day.ts';
import { formatMonthDay } from '../../model/format-day.ts';
import { NEED_LABEL, type Need } from '../../model/plan.ts';
import type { Holidays } from '../../model/workdays.ts';
import { countItems, isAsked, itemsDue, type DueItem, type PlanCount } from './agenda.ts';
import { foldTraining, itemKey, itemsNow, type NameNow, type StartedPlan } from './fold.ts';
import type { Person } from './people.ts';
import type { ReceiptRun } from './receipt.ts';

export interface TableInput {
  readonly people: readonly Person[];
  /** The present revision of a reference; `undefined` when the handbook has it no longer. */
  readonly revs: (ref: string) => number | undefined;
  readonly nameNow: NameNow;
  readonly calendar: Holidays;
  readonly today: Day;
}

/** An item that somebody's plan has. */
export interface TableColumn {
  /** `itemKey` of it. */
  readonly key: string;
  readonly ref: string;
  readonly need: Need;
}

export interface TableRow {
  readonly person: Person;
  /** Their items by column; an item that none of their plans has is not there. */
  readonly cells: ReadonlyMap<string, DueItem>;
  readonly count: PlanCount;
  /** What they are asked for: open, and confirmed at an older revision; by day. */
  readonly missing: readonly DueItem[];
}

export interface TeamTable {
  /** In the order of the plans. */
  readonly columns: readonly TableColumn[];
  /** In the order of the people; those without an open plan as well, unless one plan is asked for. */
  readonly rows: readonly TableRow[];
  /** Plans that people have, by the plan's id, with their titles. */
  readonly plans: ReadonlyMap<string, string>;
}

/** A run of somebody. */
export interface TableRun extends ReceiptRun {
  readonly person: Person;
  /** When the receipt was made that tells of it. */
  readonly at: number;
}

/**
 * The table of items.
 *
 * @param only id of a plan: its items alone, and who has it
 */
export function teamTable(input: TableInput, only?: string): TeamTable {
  const { people, revs, nameNow, calendar, today } = input;
  const columns = new Map<string, TableColumn>();
  const plans = new Map<string, string>();
  const rows = people.flatMap((person): TableRow[] => {
    for (const { plan } of person.plans) plans.set(plan.id, plan.title);
    const started = person.plans
      .filter(({ plan }) => only === undefined || plan.id === only)
      .map(({ id, plan, day }): StartedPlan => {
        return { id, plan: { ...plan, items: itemsNow(plan.items, nameNow) }, day, at: 0 };
      });
    if (started.length === 0 && only !== undefined) return [];
    for (const { plan } of started) {
      for (const { ref, need } of plan.items) {
        const key = itemKey(ref, need);
        if (!columns.has(key)) columns.set(key, { key, ref, need });
      }
    }
    const state = foldTraining(person.events, nameNow);
    const items = itemsDue({ started, state, revs, calendar, today });
    return [
      {
        person,
        cells: new Map(items.map((item) => [itemKey(item.ref, item.need), item])),
        count: countItems(items),
        missing: items.filter(isAsked),
      },
    ];
  });
  return { columns: [...columns.values()], rows, plans };
}

/** The open runs of all people: late ones first, then by day, those without a day last. */
export function teamRuns(people: readonly Person[], today: Day): TableRun[] {
  return people
    .flatMap((person) =>
      person.runs.map((run) => ({
        ...run,
        person,
        // It may have become late since the receipt was made.
        isLate: run.isLate || (run.due !== undefined && run.due < today),
      })),
    )
    .sort(
      (a, b) =>
        Number(b.isLate) - Number(a.isLate) || (a.due ?? '9').localeCompare(b.due ?? '9', 'en'),
    );
}

/** How a person is called: by their device too where two have one label. */
export function personName({ label, isLabelShared, devices }: Person): string {
  return isLabelShared ? `${label}（设备 ${(devices[0] ?? '').slice(0, 4)}）` : label;
}

/**
 * What somebody is asked for, as text for the chat: `小王，还差：…`; empty when nothing is.
 *
 * @param titleOf title of an item
 */
export function missingText(
  { person, missing }: Pick<TableRow, 'person' | 'missing'>,
  titleOf: (ref: string) => string,
): string {
  if (missing.length === 0) return '';
  const items = missing.map(({ ref, need, state, due, isLate, rev }) => {
    const when = formatMonthDay(due);
    const why = {
      changed: `第 ${rev} 版改了，请再确认`,
      open: isLate ? `应在 ${when}，已过` : `${when}前`,
    }[state === 'changed' ? 'changed' : 'open'];
    return `${titleOf(ref)}（${NEED_LABEL[need]}，${why}）`;
  });
  return `${person.label}，还差：${items.join('；')}。`;
}
