import { HANDBOOKS, type HandbookSlug } from '../../model/vocabulary.ts';
import type { Field } from './field.ts';

export const LEDGER_FILE = 'content/sources/ledger.yaml';

/** A statement of the sources. */
export interface LedgerEntry {
  readonly id: string;
  readonly handbook: HandbookSlug;
  readonly fact: string;
  readonly field: Field;
}

export interface LedgerView {
  /** `broken` when the file is there and cannot be read: then nothing is known of its entries. */
  readonly state: 'read' | 'missing' | 'broken';
  readonly entries: readonly LedgerEntry[];
  readonly ids: ReadonlySet<string>;
}

/** Takes the entries from the ledger: whatever has an id and a fact below a handbook's key. */
export function readLedger(
  data: ReadonlyMap<string, Field>,
  isThere: (path: string) => boolean,
): LedgerView {
  const root = data.get(LEDGER_FILE);
  const entries = root ? HANDBOOKS.flatMap((handbook) => entriesOf(handbook, root)) : [];
  const state = root ? 'read' : isThere(LEDGER_FILE) ? 'broken' : 'missing';
  return { state, entries, ids: new Set(entries.map(({ id }) => id)) };
}

function entriesOf(handbook: HandbookSlug, root: Field): LedgerEntry[] {
  return root
    .get(handbook)
    .descendants()
    .flatMap((field) => {
      const id = field.get('id').text;
      const fact = field.get('fact').text;
      return id === undefined || fact === undefined ? [] : [{ id, handbook, fact, field }];
    });
}
