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
  type DutyKey,
  type DutyMark,
} from '../progress/duties/duty-marks.ts';
import { marksOfDuty, marksOfRole } from '../model/storage-names.ts';
import { parseStored, MAX_TIME } from '../model/parsed.ts';
import { askToPersist } from './persistence.ts';
import { readRecord } from './records.ts';
import { onReload, onValueChange } from './storage/changes.ts';
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
  const set = (name: string, mark: DutyMark | undefined) =>
    $marks.set({ ...$marks.get(), [name]: mark });
  const formerly = new Map(duties.map((duty) => [duty.id, duty.was ?? []]));
  const load = (name: string) => {
    const { duty = '', period = '' } = parseDutyMarkName(name) ?? {};
    // A duty that was renamed or moved keeps the ticks it had under its former names.
    const keys = [
      prefix + name,
      ...(formerly.get(duty) ?? []).map((was) => marksOfDuty(was) + period),
    ];
    const found = keys.flatMap((key) => readRecord(key, parseDutyMark) ?? []);
    set(name, found.length > 0 ? found.reduce(mergeMarks) : undefined);
  };

  let isAll = false;
  let reload = () => {};
  onMount($marks, () => {
    const stops = [
      onValueChange(prefix, (fullName, value) => {
        const name = fullName.slice(prefix.length);
        const heard = value === undefined ? undefined : parse(value);
        load(name);
        // What this page could not save may be later than what it hears of.
        const here = $marks.get()[name];
        if (heard) set(name, here ? mergeMarks(here, heard) : heard);
      }),
      onReload(() => {
        $marks.set({});
        reload();
      }),
    ];
    return () => stops.forEach((stop) => stop());
  });

  const write = (name: string, mark: DutyMark) => {
    set(name, mark);
    writeValue(prefix + name, JSON.stringify(mark));
  };

  guardRetries((name, mine, theirs) => {
    if (!name.startsWith(prefix)) return undefined;
    const [ours, stored] = [parse(mine), theirs === undefined ? undefined : parse(theirs)];
    return !ours || !stored || mergeMarks(stored, ours) !== stored;
  });

  return {
    $marks,
    loadCurrent(now) {
      reload = () => (isAll ? this.loadAll() : this.loadCurrent(new Date()));
      for (const duty of duties) load(currentMarkName(duty, now));
    },
    loadAll() {
      isAll = true;
      reload = () => this.loadAll();
      for (const name of listNames(prefix)) load(name.slice(prefix.length));
      for (const [duty, former] of formerly) {
        for (const was of former) {
          const former = marksOfDuty(was);
          for (const key of listNames(former)) load(dutyMarkName(duty, key.slice(former.length)));
        }
      }
    },
    mark(changed, done, now) {
      if (done) void askToPersist();
      for (const duty of changed) {
        const name = currentMarkName(duty, now);
        const at = laterThan($marks.get()[name], +now);
        write(name, { v: 1, done, at, ...(done && at !== +now ? { tickedAt: +now } : {}) });
      }
    },
    putBack(marks, now) {
      // As of now: what is put back must outlast what it takes back, on other devices too.
      for (const [name, mark] of Object.entries(marks)) {
        const { done = false, at = +now, tickedAt = at } = mark ?? {};
        const since = laterThan($marks.get()[name], +now);
        write(name, { v: 1, done, at: since, ...(done ? { tickedAt } : {}) });
      }
    },
  };
}

/** The present moment, or just after a mark of a clock that was ahead: what is done last counts. */
function laterThan(mark: DutyMark | undefined, now: number): number {
  return mark && mark.at >= now ? Math.min(mark.at + 1, MAX_TIME) : now;
}

function parse(text: string): DutyMark | undefined {
  const parsed = parseStored(text, parseDutyMark);
  return typeof parsed === 'object' ? parsed.value : undefined;
}
