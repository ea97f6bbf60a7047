import type { HandbookSlug } from '../../model/handbook-slug.ts';
import { NO_STATEMENTS } from '../../schemas/ledger.ts';
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
  /** Where the file names a handbook: the keys of the statements, and what the documents say. */
  readonly handbookFields: readonly { readonly name: string; readonly field: Field }[];
}

/** Takes the entries from the ledger: whatever has an id and a fact below a handbook's key. */
export function readLedger(
  data: ReadonlyMap<string, Field>,
  isThere: (path: string) => boolean,
): LedgerView {
  const root = data.get(LEDGER_FILE);
  const groups = (root?.fields() ?? []).filter(({ name }) => !NO_STATEMENTS.has(name));
  const entries = groups.flatMap((group) => entriesOf(group.name, group));
  const state = root ? 'read' : isThere(LEDGER_FILE) ? 'broken' : 'missing';
  return {
    state,
    entries,
    ids: new Set(entries.map(({ id }) => id)),
    handbookFields: root ? [...groups.map(named), ...namedIn(root)] : [],
  };
}

function named(field: Field) {
  return { name: field.name, field };
}

/** What the documents, and the words about them, say that they belong to. */
function namedIn(root: Field) {
  const documents = root.get('documents').fields();
  return [
    ...documents.map((document) => {
      const field = document.get('handbook');
      return { name: field.text ?? '', field };
    }),
    ...root.get('about').fields().map(named),
  ];
}

function entriesOf(handbook: HandbookSlug, group: Field): LedgerEntry[] {
  return group.descendants().flatMap((field) => {
    const id = field.get('id').text;
    const fact = field.get('fact').text;
    return id === undefined || fact === undefined ? [] : [{ id, handbook, fact, field }];
  });
}
