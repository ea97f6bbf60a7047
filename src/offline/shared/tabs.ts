/**
 * Which edition the open pages belong to. A page belongs to the worker's own, unless it is listed here:
 * those that were open when a new edition was put in the old one's place go on with the old one, and
 * those that are not kept came from the network, whatever edition that has.
 */
export interface Listed {
  /** Version of the edition; `NETWORK`: what the host has. */
  readonly edition: string;
  /** Milliseconds since 1970. */
  readonly since: number;
}

export const NETWORK = 'network';

/** By the browser's id of the page. */
export type Tabs = Readonly<Record<string, Listed>>;

/** A page that is loading is not listed by the browser yet; it may take this long, in milliseconds. */
const LOADING = 60_000;

/** The pages after one has opened. @param edition absent: the worker's own */
export function opened(tabs: Tabs, id: string, edition: string | undefined, now: number): Tabs {
  const { [id]: before, ...others } = tabs;
  if (edition !== undefined) return { ...others, [id]: { edition, since: now } };
  return before ? others : tabs;
}

/** The pages after another edition took the place of one: those that are open stay with it. */
export function replaced(tabs: Tabs, open: readonly string[], edition: string, now: number): Tabs {
  return { ...Object.fromEntries(open.map((id) => [id, { edition, since: now }])), ...tabs };
}

/** The pages without those that were closed. */
export function closed(tabs: Tabs, open: readonly string[], now: number): Tabs {
  const left = Object.entries(tabs).filter(
    ([id, { since }]) => open.includes(id) || now - since < LOADING,
  );
  return left.length === Object.keys(tabs).length ? tabs : Object.fromEntries(left);
}

/** The editions that open pages still need. */
export function editionsIn(tabs: Tabs): Set<string> {
  return new Set(Object.values(tabs).map(({ edition }) => edition));
}
