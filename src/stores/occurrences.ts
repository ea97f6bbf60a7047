/**
 * Binds the counts of one role's duties that are done whenever something happens, one key for each time:
 * two tabs add up. Loaded only where a list has such duties, since finding them scans the storage.
 */
import { atom, onMount, type WritableAtom } from 'nanostores';
import { MAX_TIME } from '../model/parsed.ts';
import { randomId } from '../model/random-id.ts';
import { occurrencesOfDuty, occurrencesOfRole } from '../model/storage-names.ts';
import { mergeMarks, parseDutyMark } from '../progress/duties/duty-marks.ts';
import {
  dutyOfOccurrence,
  momentOf,
  occurrenceName,
  type EventDuty,
  type Occurrence,
  type OccurrencesByName,
} from '../progress/duties/occurrences.ts';
import { guardMarks, parseMark } from './duty-marks.ts';
import { askToPersist } from './persistence.ts';
import { readRecord } from './records.ts';
import { onReload, onValueChange, type Writer } from './storage/changes.ts';
import { listNames, writeValue } from './storage/values.ts';

export interface OccurrenceStore {
  /** All of the role, by name, those that were taken back included. */
  readonly $occurrences: WritableAtom<OccurrencesByName>;
  /** Reads them from the storage. */
  load(): void;
  /** Notes that a duty was done once more. @returns the name of the occurrence */
  add(duty: EventDuty, now: Date): string;
  /** Takes one back, or, with `done`, puts it back. */
  set(name: string, done: boolean, now: Date): void;
}

/**
 * The counts of one role.
 *
 * @param role reference of the role's page
 */
export function occurrenceStore(role: string, duties: readonly EventDuty[]): OccurrenceStore {
  const prefix = occurrencesOfRole(role);
  const $occurrences = atom<OccurrencesByName>({});
  const me: Writer = {};
  /** A duty that was renamed or moved keeps what was counted under its former names. */
  const formers = duties.flatMap(({ id, was = [] }) =>
    was.map((name) => ({ id, prefix: occurrencesOfDuty(name) })),
  );
  const put = (name: string, value: Occurrence) =>
    $occurrences.set({ ...$occurrences.get(), [name]: value });
  const load = () => {
    const found: Record<string, Occurrence> = {};
    const read = (key: string, name: string) => {
      const value = readRecord(key, parseDutyMark);
      const known = found[name];
      if (value) found[name] = known ? mergeMarks(known, value) : value;
    };
    const isFormer = (key: string) => formers.some((former) => key.startsWith(former.prefix));
    for (const key of listNames(prefix)) {
      const name = key.slice(prefix.length);
      // What is named otherwise is a newer version's.
      if (!isFormer(key) && dutyOfOccurrence(name) !== undefined) read(key, name);
    }
    for (const former of formers) {
      for (const key of listNames(former.prefix)) {
        read(key, occurrenceName(former.id, key.slice(former.prefix.length)));
      }
    }
    $occurrences.set(found);
  };

  onMount($occurrences, () => {
    const stops = [
      onValueChange(
        prefix,
        (fullName, text) => {
          const name = fullName.slice(prefix.length);
          const heard = text === undefined ? undefined : parseMark(text);
          const { [name]: here, ...others } = $occurrences.get();
          if (heard) put(name, here ? mergeMarks(here, heard) : heard);
          else $occurrences.set(others);
        },
        me,
      ),
      onReload(load),
    ];
    return () => stops.forEach((stop) => stop());
  });

  const write = (name: string, value: Occurrence) => {
    put(name, value);
    writeValue(prefix + name, JSON.stringify(value), me);
  };

  guardMarks(prefix);

  return {
    $occurrences,
    load,
    add(duty, now) {
      void askToPersist();
      const name = occurrenceName(duty.id, randomId());
      write(name, { v: 1, done: true, at: +now });
      return name;
    },
    set(name, done, now) {
      const before = $occurrences.get()[name];
      if (!before) return;
      // What is done last counts, also after a clock that was ahead.
      const at = Math.min(Math.max(+now, before.at + 1), MAX_TIME);
      write(name, { v: 1, done, at, tickedAt: momentOf(before) });
    },
  };
}
