/** Where published references have gone: moves map a full reference to another one, transitively. */

export interface Move {
  readonly from: string;
  readonly to: string;
}

/**
 * The name that a reference has now: follows moves of the item itself and of its page, until there
 * is none. A reference that never moved comes back as it is.
 *
 * @throws RangeError when the moves run in a circle
 */
export function currentName(moves: readonly Move[], reference: string): string {
  const seen = new Set<string>();
  let name = reference;
  for (;;) {
    if (seen.has(name)) throw new RangeError(`The moves of ${reference} run in a circle`);
    seen.add(name);
    const next = oneMove(moves, name);
    if (next === undefined) return name;
    name = next;
  }
}

/** All former names that lead to a reference, the reference itself left out. */
export function formerNames(moves: readonly Move[], reference: string): string[] {
  const [page = '', id] = reference.split('#');
  const direct = moves.filter((move) => move.to === reference).map((move) => move.from);
  const byPage = id
    ? moves.filter((move) => move.to === page).map((move) => `${move.from}#${id}`)
    : [];
  const former = [...direct, ...byPage];
  return [...new Set([...former, ...former.flatMap((name) => formerNames(moves, name))])];
}

/** Ids under which an item of the same page was known before: its alias anchors. */
export function aliasesOf(moves: readonly Move[], reference: string): string[] {
  const [page = ''] = reference.split('#');
  return idsOnPage(page, formerNames(moves, reference));
}

/** The ids of those references that name an item of the page. */
export function idsOnPage(page: string, references: readonly string[]): string[] {
  return references
    .filter((name) => name.startsWith(`${page}#`))
    .map((name) => name.slice(page.length + 1));
}

function oneMove(moves: readonly Move[], name: string): string | undefined {
  const exact = moves.find((move) => move.from === name);
  if (exact) return exact.to;
  const [page = '', id] = name.split('#');
  const moved = id ? moves.find((move) => move.from === page) : undefined;
  if (!moved) return undefined;
  return moved.to.includes('#') ? moved.to : `${moved.to}#${id}`;
}
