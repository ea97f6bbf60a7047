/**
 * Drafts: what somebody is typing, stored letter by letter until it is saved or given up, so that paging,
 * reloading and closing lose nothing. Never for passphrases, search text or pasted imports.
 */
import { parseDraft, type Draft } from '../progress/records/draft.ts';
import { readRecord } from './records.ts';
import { onReload, onValueChange } from './storage/changes.ts';
import { writeValue } from './storage/values.ts';

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
