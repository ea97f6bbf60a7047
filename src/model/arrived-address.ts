/** What an address names that arrived from elsewhere, whole or cut (`item-address.ts`). */

/** What such an address names, apart from its page. */
export type Arrival = Pick<Location, 'search' | 'hash'>;

/** A fragment that a chat app put there (`#wechat_redirect`), or that is no place (`#q=…`). */
const FOREIGN = /[_=]/;

/** The id that the query names; `null` when it names none. */
export function idInQuery(search: string): string | null {
  return new URLSearchParams(search).get('at');
}

/** An address' query without the id: what else is in it stays. */
export function withoutId(search: string): string {
  const query = new URLSearchParams(search);
  query.delete('at');
  const rest = query.toString();
  return rest && `?${rest}`;
}

/** True for a fragment that may have been meant to name an item. */
export function mayNameItem(hash: string): boolean {
  return hash.length > 1 && !FOREIGN.test(hash);
}

/**
 * Where an address leads that names a page which moved or was retired.
 *
 * @param page where the page is now, with the base path; absent when it is retired
 * @param items where those of its items are that went elsewhere than their page, by their ids
 * @param from what the old address names: the item is the fragment's, or the query's where it was cut
 * @returns an address, or `undefined` when there is nowhere to go on to
 */
export function addressAfterMove(
  page: string | undefined,
  items: Readonly<Record<string, string>>,
  { search, hash }: Arrival,
): string | undefined {
  const id = mayNameItem(hash) ? hash.slice(1) : (idInQuery(search) ?? '');
  if (Object.hasOwn(items, id)) return items[id];
  if (page === undefined || page.includes('#')) return page;
  return page + search + hash;
}
