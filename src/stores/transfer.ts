/** Takes everything out to a file, and a file's contents in. Loaded only when used. */
import { hashOf, runOf } from '../model/parse-storage-name.ts';
import { DRAFTS, EVENTS, eventsOfRun, packedName, textName } from '../model/storage-names.ts';
import { writeExport } from '../progress/records/export-file.ts';
import {
  isDamaged,
  planImport,
  type ImportPlan,
  type StoredValues,
} from '../progress/records/import.ts';
import { textsOf } from '../progress/runs/fold.ts';
import { CHAT_NOTE } from './chat-note.ts';
import { EXPORTED } from './last-export.ts';
import { eventsOf } from './runs/memory.ts';
import { neededTexts } from './runs/texts.ts';
import { SITE_KEY } from './site-key.ts';
import { putBack } from './storage/erase.ts';
import { setAside } from './storage/quarantine.ts';
import { listNames, readValue, writeValue } from './storage/values.ts';

/** When this browser last exported, and what its reader was told in it, is no news to another one. */
const OWN: readonly string[] = [EXPORTED, CHAT_NOTE];

/** All stored values by name, also those that live in this page only. */
export function allValues(): StoredValues {
  return valuesOf(listNames(''));
}

/** What belongs to one run: its events and its texts. */
export function runValues(run: string): StoredValues {
  const texts = [...textsOf(eventsOf(run))].map(textName);
  return valuesOf([...listNames(eventsOfRun(run)), packedName(run), ...texts]);
}

/** What belongs to several runs. */
export function valuesOfRuns(runs: readonly string[]): StoredValues {
  return new Map(runs.flatMap((run) => [...runValues(run)]));
}

/** The text of an export file with these values; what is not saved yet stays here. */
export function exportText(values: StoredValues, now: number): string {
  const saved = [...values].filter(([name]) => !name.startsWith(DRAFTS));
  return writeExport(new Map(saved), SITE_KEY, now);
}

/** The text of an export file with everything. That it arrived is noted when it is known: `noteExport`. */
export function exportEverything(now: number): string {
  return exportText(allValues(), now);
}

/** What importing these values would do. */
export function planFor(incoming: StoredValues): ImportPlan {
  const values = new Map(incoming);
  for (const name of OWN) values.delete(name);
  return planImport(values, allValues());
}

/**
 * What an import wrote: for each name what was there before, and what is there now. Of the runs it
 * wrote to, what it left alone is listed too, with twice the same.
 */
export type ImportUndo = ReadonlyMap<
  string,
  { readonly before: string | undefined; readonly after: string | undefined }
>;

/**
 * Carries out a plan, as it comes out now: other tabs may have written since it was shown.
 *
 * @returns what `undoImport` needs
 */
export function applyImport(plan: ImportPlan): ImportUndo {
  const { writes } = planFor(plan.incoming);
  const undo = new Map<string, { before: string | undefined; after: string | undefined }>();
  const runs = new Set([...writes.keys()].flatMap((name) => runOf(name) ?? []));
  let isSaved = true;
  for (const [name, after] of writes) {
    const before = readValue(name);
    if (after === undefined) {
      // The packed form takes the place of what is removed here: only once it is really stored.
      if (!isSaved) continue;
    } else if (before !== undefined && isDamaged(name, before)) {
      const aside = setAside(name);
      if (aside) undo.set(aside, { before: undefined, after: readValue(aside) });
    }
    undo.set(name, { before, after });
    isSaved = writeValue(name, after) && isSaved;
  }
  for (const name of listNames(EVENTS)) {
    const value = readValue(name);
    if (!undo.has(name) && runs.has(runOf(name) ?? '')) {
      undo.set(name, { before: value, after: value });
    }
  }
  return undo;
}

/**
 * Takes an import back. What was changed since then stays as it is: a run as a whole. So do texts
 * that a run needs.
 *
 * @returns how many values were left, since they were changed
 */
export function undoImport(undo: ImportUndo): number {
  const changed = new Set<string>();
  for (const [name, { after }] of undo) {
    if (readValue(name) !== after) changed.add(runOf(name) ?? name);
  }
  const runs = new Set([...undo.keys()].flatMap((name) => runOf(name) ?? []));
  for (const name of listNames(EVENTS)) {
    const run = runOf(name);
    if (run && runs.has(run) && !undo.has(name)) changed.add(run);
  }
  const isText = ([name]: readonly [string, unknown]) => hashOf(name) !== undefined;
  const entries = [...undo].filter(([, { before, after }]) => before !== after).reverse();
  const left = entries.filter(([name]) => changed.has(runOf(name) ?? name)).length;
  const takeBack = (list: typeof entries, isLeft: (name: string) => boolean) => {
    for (const [name, { before }] of list) if (!isLeft(name)) putBack({ [name]: before });
  };
  // Backwards: what was removed last is there again before what took its place goes.
  takeBack(
    entries.filter((entry) => !isText(entry)),
    (name) => changed.has(runOf(name) ?? name),
  );
  const texts = entries.filter(isText);
  const needed = neededTexts(texts.flatMap(([name]) => hashOf(name) ?? []));
  takeBack(texts, (name) => changed.has(name) || needed.has(hashOf(name) ?? ''));
  return left;
}

function valuesOf(names: readonly string[]): StoredValues {
  const values = new Map<string, string>();
  for (const name of names) {
    const value = readValue(name);
    if (value !== undefined && !OWN.includes(name)) values.set(name, value);
  }
  return values;
}
