/** Takes everything out to a file, and a file's contents in. Loaded only when used. */
import { writeExport } from '../progress/export-file';
import { planImport, type ImportPlan, type StoredValues } from '../progress/import';
import { textsOf } from '../progress/fold';
import { noteExport } from './persistence';
import { $runs } from './runs';
import { SITE_KEY } from './site-key';
import { listNames, readValue, writeValue } from './storage';

/** All stored values by name, also those that live in this page only. */
export function allValues(): StoredValues {
  return valuesOf(listNames(''));
}

/** What belongs to one run: its events and its texts. */
export function runValues(run: string): StoredValues {
  const texts = [...textsOf($runs.get()[run] ?? [])].map((hash) => `text:${hash}`);
  return valuesOf([...listNames(`run:${run}:`), `done:${run}`, ...texts]);
}

/** The text of an export file with these values. */
export function exportText(values: StoredValues, now: number): string {
  return writeExport(values, SITE_KEY, now);
}

/** Exports everything and notes that it was done. */
export function exportEverything(now: number): string {
  const text = exportText(allValues(), now);
  noteExport(now);
  return text;
}

/** What importing these values would do. */
export function planFor(incoming: StoredValues): ImportPlan {
  return planImport(incoming, allValues());
}

/** What an import wrote: for each name what was there before, and what is there now. */
export type ImportUndo = ReadonlyMap<
  string,
  { readonly before: string | undefined; readonly after: string | undefined }
>;

/**
 * Carries out a plan.
 *
 * @returns what `undoImport` needs
 */
export function applyImport(plan: ImportPlan): ImportUndo {
  const undo = new Map<string, { before: string | undefined; after: string | undefined }>();
  for (const [name, after] of plan.writes) {
    undo.set(name, { before: readValue(name), after });
    writeValue(name, after);
  }
  return undo;
}

/**
 * Takes an import back. What was changed since then stays as it is.
 *
 * @returns how many values were left, since they were changed
 */
export function undoImport(undo: ImportUndo): number {
  let left = 0;
  for (const [name, { before, after }] of undo) {
    if (readValue(name) === after) writeValue(name, before);
    else left += 1;
  }
  return left;
}

function valuesOf(names: readonly string[]): StoredValues {
  const values = new Map<string, string>();
  for (const name of names) {
    const value = readValue(name);
    // When this browser last exported is no news to another one.
    if (value !== undefined && name !== 'set:exported') values.set(name, value);
  }
  return values;
}
