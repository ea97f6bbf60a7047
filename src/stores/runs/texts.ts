/** The frozen texts of runs, each under the hash of its content. */
import { ASIDES, EVENTS, PACKED_RUNS, textName } from '../../model/storage-names.ts';
import { parseTemplate, type WorkflowTemplate } from '../../model/template.ts';
import { readRecord } from '../records.ts';
import { listNames, readValue, writeValue } from '../storage/values.ts';

/** The frozen text of a run; `undefined` when it is not stored or not readable. */
export function readTemplate(hash: string): WorkflowTemplate | undefined {
  return readRecord(textName(hash), parseTemplate);
}

/** Freezes a text, unless it is there. @param hash of its content */
export function freeze(template: WorkflowTemplate, hash: string): void {
  if (!readTemplate(hash)) writeValue(textName(hash), JSON.stringify(template));
}

/**
 * Those of some texts that a stored run needs. Other tabs may have begun runs that this one has not
 * heard of, and a newer version of the site may have written some that it cannot read: whatever
 * names a text needs it.
 *
 * @param except names of values that do not count
 */
export function neededTexts(texts: readonly string[], except: readonly string[] = []): Set<string> {
  const passed = new Set(except);
  const names = [EVENTS, PACKED_RUNS, ASIDES].flatMap((prefix) => listNames(prefix));
  const values = names.filter((name) => !passed.has(name)).map((name) => readValue(name) ?? '');
  return new Set(texts.filter((text) => values.some((value) => value.includes(text))));
}
