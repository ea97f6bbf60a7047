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

/**
 * All former names that lead to a reference, the latest first, the reference itself left out. An item
 * that had left a page before the page moved is none of the new page's.
 */
export function formerNames(moves: readonly Move[], reference: string): string[] {
  const found = [reference];
  for (const name of found) {
    const [page = '', id] = name.split('#');
    const before = moves.flatMap((move) => {
      if (move.to === name) return [move.from];
      return id && move.to === page && !move.from.includes('#') ? [`${move.from}#${id}`] : [];
    });
    found.push(...before.filter((each) => !found.includes(each) && oneMove(moves, each) === name));
  }
  return found.slice(1);
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
