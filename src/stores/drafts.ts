/**
 * Drafts: what somebody is typing, stored letter by letter until it is saved or given up, so that paging,
 * reloading and closing lose nothing. Never for passphrases, search text or pasted imports.
 */
import { parseStorageName } from '../model/parse-storage-name.ts';
import { draftInRun, draftsOfRun } from '../model/storage-names.ts';
import { parseDraft, type Draft } from '../progress/records/draft.ts';
import { readRecord } from './records.ts';
import { onReload, onValueChange } from './storage/changes.ts';
import { listNames, writeValue } from './storage/values.ts';

/** The draft under a name (`draftInRun`, `draftOnPage`); `undefined` when there is none. */
export function readDraft(name: string): string | undefined {
  return readRecord(name, parseDraft)?.text;
}

/** Stores a draft, or removes it when it is `undefined`. */
export function writeDraft(name: string, text: string | undefined): void {
  const draft: Draft | undefined = text === undefined ? text : { v: 1, at: Date.now(), text };
  writeValue(name, draft && JSON.stringify(draft));
}

/**
 * Calls back when a draft changes, in this tab or in another one: the same field shows the same.
 *
 * @returns a function that ends the subscription
 */
export function onDraftChange(
  name: string,
  listener: (text: string | undefined) => void,
): () => void {
  const tell = () => listener(readDraft(name));
  const stops = [onValueChange(name, (changed) => changed === name && tell()), onReload(tell)];
  return () => stops.forEach((stop) => stop());
}

/** Drafts follow their steps when a run goes on with a text in which these have other ids. */
export function renameDrafts(run: string, renamed: Readonly<Record<string, string>>): void {
  for (const name of listNames(draftsOfRun(run))) {
    const parts = parseStorageName(name);
    const [, what, step = ''] =
      /^(\w+:\d+):(.+)$/.exec(parts.kind === 'draft' ? parts.field : '') ?? [];
    const now = Object.hasOwn(renamed, step) ? renamed[step] : undefined;
    const text = now === undefined ? undefined : readDraft(name);
    if (text === undefined) continue;
    writeDraft(draftInRun(run, `${what}:${now}`), text);
    writeDraft(name, undefined);
  }
}
