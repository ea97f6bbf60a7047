/**
 * Binds the marks of one role's duties to storage, one key for each duty and period, so that two
 * tabs never overwrite each other's ticks.
 */
import { map, onMount, type MapStore } from 'nanostores';
import {
  currentMarkName,
  isDutyMark,
  mergeMarks,
  parseDutyMarkName,
  type DutyKey,
  type DutyMark,
} from '../progress/duty-marks';
import { listNames, onValueChange, readValue, writeValue } from './storage';

export type DutyMarks = Record<string, DutyMark | undefined>;

export interface DutyMarkStore {
  /** Marks by name (`<duty>@<period>`): those of the current periods, and past ones once loaded. */
  readonly $marks: MapStore<DutyMarks>;
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
  const prefix = `mark:${role}#`;
  const $marks = map<DutyMarks>({});
  const formerly = new Map(duties.map((duty) => [duty.id, duty.was ?? []]));
  const load = (name: string) => {
    const { duty = '', period = '' } = parseDutyMarkName(name) ?? {};
    // A duty that was renamed or moved keeps the ticks it had under its former names.
    const keys = [
      prefix + name,
      ...(formerly.get(duty) ?? []).map((was) => `mark:${was}@${period}`),
    ];
    const found = keys.flatMap((key) => parse(readValue(key)) ?? []);
    $marks.setKey(name, found.length > 0 ? found.reduce(mergeMarks) : undefined);
  };

  onMount($marks, () =>
    onValueChange(prefix, (fullName, value) => {
      $marks.setKey(fullName.slice(prefix.length), parse(value));
    }),
  );

  const write = (name: string, mark: DutyMark) => {
    $marks.setKey(name, mark);
    writeValue(prefix + name, JSON.stringify(mark));
  };

  return {
    $marks,
    loadCurrent(now) {
      for (const duty of duties) load(currentMarkName(duty, now));
    },
    loadAll() {
      for (const name of listNames(prefix)) load(name.slice(prefix.length));
      for (const [duty, former] of formerly) {
        for (const was of former) {
          for (const key of listNames(`mark:${was}@`)) load(duty + key.slice(`mark:${was}`.length));
        }
      }
    },
    mark(changed, done, now) {
      for (const duty of changed) write(currentMarkName(duty, now), { v: 1, done, at: +now });
    },
    putBack(marks, now) {
      for (const [name, mark] of Object.entries(marks)) {
        write(name, { v: 1, done: mark?.done ?? false, at: mark?.done ? mark.at : +now });
      }
    },
  };
}

function parse(text: string | undefined): DutyMark | undefined {
  if (text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isDutyMark(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
