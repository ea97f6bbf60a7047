/**
 * Binds the marks of one role's duties to storage, one key for each duty and period, so that two
 * tabs never overwrite each other's ticks.
 */
import { atom, onMount, type WritableAtom } from 'nanostores';
import {
  currentMarkName,
  dutyMarkName,
  parseDutyMark,
  mergeMarks,
  parseDutyMarkName,
  runningMarkNames,
  type DutyKey,
  type DutyMark,
} from '../progress/duties/duty-marks.ts';
import { marksOfDuty, marksOfRole } from '../model/storage-names.ts';
import { parseStored, MAX_TIME } from '../model/parsed.ts';
import { askToPersist } from './persistence.ts';
import { readRecord } from './records.ts';
import { onReload, onValueChange, type Writer } from './storage/changes.ts';
import { guardRetries } from './storage/unsaved.ts';
import { listNames, writeValue } from './storage/values.ts';

export type DutyMarks = Record<string, DutyMark | undefined>;

export interface DutyMarkStore {
  /** Marks by name (`<duty>@<period>`): those of the current periods, and past ones once loaded. */
  readonly $marks: WritableAtom<DutyMarks>;
  /** Loads the current periods' marks; call again when a period turns. */
  loadCurrent(now: Date): void;
  /** Loads all marks of the role, past periods included: the only call that scans the storage. */
  loadAll(): void;
  /** Ticks or unticks duties in the period that `now` lies in. */
  mark(duties: readonly DutyKey[], done: boolean, now: Date): void;
  /** Puts marks back as they were, for 撤销. */
  putBack(marks: DutyMarks, now: Date): void;
}

/**
 * The marks of one role.
 *
 * @param role reference of the role's page
 */
export function dutyMarkStore(role: string, duties: readonly DutyKey[]): DutyMarkStore {
  const prefix = marksOfRole(role);
  const $marks = atom<DutyMarks>({});
  // What this store writes it has set already.
  const me: Writer = {};
  const set = (marks: DutyMarks) => $marks.set({ ...$marks.get(), ...marks });
  const formerly = new Map(duties.map((duty) => [duty.id, duty.was ?? []]));
  const read = (name: string) => {
    const { duty = '', period = '' } = parseDutyMarkName(name) ?? {};
    // A duty that was renamed or moved keeps the ticks it had under its former names.
    const keys = [
      prefix + name,
      ...(formerly.get(duty) ?? []).map((was) => marksOfDuty(was) + period),
    ];
    const found = keys.flatMap((key) => readRecord(key, parseDutyMark) ?? []);
    return found.length > 0 ? found.reduce(mergeMarks) : undefined;
  };
  const load = (names: readonly string[]) =>
    set(Object.fromEntries(names.map((name) => [name, read(name)])));

  let isAll = false;
  let reload = () => {};
  onMount($marks, () => {
    const stops = [
      onValueChange(
        prefix,
        (fullName, value) => {
          const name = fullName.slice(prefix.length);
          const heard = value === undefined ? undefined : parseMark(value);
          // What this page could not save may be later than what it hears of.
          const here = read(name);
          set({ [name]: heard && here ? mergeMarks(here, heard) : (heard ?? here) });
        },
        me,
      ),
      onReload(() => {
        $marks.set({});
        reload();
      }),
    ];
    return () => stops.forEach((stop) => stop());
  });

  const write = (marks: Readonly<Record<string, DutyMark>>) => {
    set(marks);
    for (const [name, mark] of Object.entries(marks)) {
      writeValue(prefix + name, JSON.stringify(mark), me);
    }
  };

  guardMarks(prefix);

  return {
    $marks,
    loadCurrent(now) {
      reload = () => (isAll ? this.loadAll() : this.loadCurrent(new Date()));
      const names = duties.map((duty) => runningMarkNames(duty, now));
      // Of another cadence's periods there is something only where the cadence was changed.
      const others = names.flatMap(([, ...rest]) => rest.filter((name) => read(name)?.done));
      load([...names.flatMap(([own]) => own ?? []), ...others]);
    },
    loadAll() {
      isAll = true;
      reload = () => this.loadAll();
      const names = listNames(prefix).map((name) => name.slice(prefix.length));
      for (const [duty, former] of formerly) {
        for (const own of former.map(marksOfDuty)) {
          names.push(...listNames(own).map((key) => dutyMarkName(duty, key.slice(own.length))));
        }
      }
      load(names);
    },
    mark(changed, done, now) {
      if (done) void askToPersist();
      const marks = changed.map((duty): [string, DutyMark] => {
        const name = currentMarkName(duty, now);
        const at = laterThan($marks.get()[name], +now);
        return [name, { v: 1, done, at, ...(done && at !== +now ? { tickedAt: +now } : {}) }];
      });
      write(Object.fromEntries(marks));
    },
    putBack(marks, now) {
      // As of now: what is put back must outlast what it takes back, on other devices too.
      const back = Object.entries(marks).map(([name, mark]): [string, DutyMark] => {
        const { done = false, at = +now, tickedAt = at } = mark ?? {};
        const since = laterThan($marks.get()[name], +now);
        return [name, { v: 1, done, at: since, ...(done ? { tickedAt } : {}) }];
      });
      write(Object.fromEntries(back));
    },
  };
}

/** The present moment, or just after a mark of a clock that was ahead: what is done last counts. */
function laterThan(mark: DutyMark | undefined, now: number): number {
  return mark && mark.at >= now ? Math.min(mark.at + 1, MAX_TIME) : now;
}

/** A stored mark; `undefined` for what this version cannot use. */
export function parseMark(text: string): DutyMark | undefined {
  const parsed = parseStored(text, parseDutyMark);
  return typeof parsed === 'object' ? parsed.value : undefined;
}

/** What could not be written is wanted as long as nothing later is stored under its name. */
export function guardMarks(prefix: string): void {
  guardRetries((name, mine, theirs) => {
    if (!name.startsWith(prefix)) return undefined;
    const [ours, stored] = [parseMark(mine), theirs === undefined ? undefined : parseMark(theirs)];
    return !ours || !stored || mergeMarks(stored, ours) !== stored;
  });
}
