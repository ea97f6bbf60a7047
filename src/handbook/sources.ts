/** Provenance: what the source manuals state, and which items of the site carry it. */
import type { SourceDocument, SourcesAbout, SourceStatement } from '../schemas/ledger.ts';
import { itemsOf } from './items.ts';
import type { Handbook, Ledger, Page, Site, SourceEntry } from './types.ts';

/** A place of the site that carries statements: an item, a group, an outcome, an end or a whole page. */
export interface Carrier {
  /** Root-relative path with fragment, without the base. */
  readonly path: string;
  /** Name of the page. */
  readonly page: string;
  /** Text of the item; absent when the page as a whole carries the statement. */
  readonly text?: string;
}

export interface StatementRow extends SourceStatement {
  readonly id: string;
  readonly carriers: readonly Carrier[];
}

/** All statements with what carries them, in the ledger's order. */
export function statementRows(site: Site): StatementRow[] {
  const carriers = carriersOf(site);
  return site.ledger.statements.map(({ id, data }) => ({
    ...data,
    id,
    carriers: carriers.get(id) ?? [],
  }));
}

/** The documents that say what an item carries, for its 出处 line. */
export interface SourceMark {
  /** Id of the ledger entry. */
  readonly entry: string;
  /** `S1、S4`, or that it is another place of those before. */
  readonly documents: string;
}

/** Said of a second statement in the same documents, whose names need not be read twice. */
const ANOTHER = '又一处';

/** The source marks of an item, one for each ledger entry it carries. */
export function sourceMarks(site: Site, from: readonly string[]): SourceMark[] {
  const marks = from.flatMap((entry): SourceMark[] => {
    const statement = site.ledger.statementsById.get(entry);
    return statement ? [{ entry, documents: statement.src.join('、') }] : [];
  });
  return marks.map(({ entry, documents }, index) => ({
    entry,
    documents: documents === marks[index - 1]?.documents ? ANOTHER : documents,
  }));
}

/** An item that the editors added, since the sources are silent. */
export interface EditorialItem extends Carrier {
  readonly handbook: Handbook;
}

/** Everything that is marked 编者补充. */
export function editorialItems(site: Site): EditorialItem[] {
  return site.handbooks.flatMap((handbook) =>
    handbook.pages.flatMap((page) => {
      const whole =
        page.data.origin === 'editorial' ? [{ handbook, path: page.path, page: page.title }] : [];
      const items = sourcedParts(page)
        .filter((part) => part.origin === 'editorial')
        .map((part) => ({ handbook, ...carrierOf(page, part) }));
      return [...whole, ...items];
    }),
  );
}

/** Puts the ledger's statements in their order and within reach by id. */
export function buildLedger(
  documents: readonly SourceEntry<SourceDocument>[],
  statements: readonly SourceEntry<SourceStatement>[],
  about: readonly SourceEntry<SourcesAbout>[] = [],
): Ledger {
  const number = (id: string) => Number(id.slice(1));
  return {
    about: about.map(({ data }) => data.text),
    documents: [...documents].sort((a, b) => number(a.id) - number(b.id)),
    statements: [...statements].sort((a, b) => a.data.order - b.data.order),
    statementsById: new Map(statements.map(({ id, data }) => [id, data])),
  };
}

/** Whatever on a page has a provenance of its own. */
interface SourcedPart {
  readonly id: string;
  readonly text: string;
  readonly from: readonly string[];
  readonly origin: string;
}

function carriersOf(site: Site): Map<string, Carrier[]> {
  const carriers = new Map<string, Carrier[]>();
  const add = (from: readonly string[], carrier: Carrier) => {
    for (const entry of from) carriers.set(entry, [...(carriers.get(entry) ?? []), carrier]);
  };
  for (const handbook of site.handbooks) {
    add(handbook.data.from, { path: handbook.path, page: handbook.title });
    for (const page of handbook.pages) {
      add(page.data.from, { path: page.path, page: page.title });
      for (const part of sourcedParts(page)) add(part.from, carrierOf(page, part));
    }
  }
  return carriers;
}

function carrierOf(page: Page, part: SourcedPart): Carrier {
  return { path: `${page.path}#${part.id}`, page: page.title, text: part.text };
}

/** The items of a page, and what else on it has a provenance of its own. */
function sourcedParts(page: Page): SourcedPart[] {
  if (page.section === 'roles') {
    const groups = page.data.groups.map(({ id, title, from, origin }) => ({
      id,
      text: title,
      from,
      origin,
    }));
    return [...groups, ...itemsOf(page)];
  }
  if (page.section !== 'workflows') return itemsOf(page);
  const steps = page.data.phases.flatMap((phase) => phase.steps);
  const outcomes = steps.flatMap((step) =>
    (step.outcomes ?? []).map(({ label, from, origin }) => ({
      id: step.id,
      text: `${step.title}：${label}`,
      from,
      origin,
    })),
  );
  const ends = page.data.ends.map(({ id, title, from, origin }) => ({
    id,
    text: title,
    from,
    origin,
  }));
  return [...itemsOf(page), ...outcomes, ...ends];
}
