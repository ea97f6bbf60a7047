/**
 * What an address asks for, as entries name it. Queries are left out of account: `?at=`, `?p=`, `?q=`
 * and what chat apps add say where to go on a page, never which page.
 *
 * @param address absolute
 * @param site absolute address of the site's home page
 * @returns absent when it lies outside the site
 */
export function urlBelow(address: string, site: string): string | undefined {
  const { origin, pathname } = new URL(address);
  const home = new URL(site);
  if (origin !== home.origin || !pathname.startsWith(home.pathname)) return undefined;
  return pathname.slice(home.pathname.length).replace(/(^|\/)index\.html$/, '$1');
}

/**
 * True for a page of this site. At the root of an origin other sites may lie below it: there, only what
 * begins as one of the site's own files is taken for a page of it.
 *
 * @param url as `urlBelow` gives it
 * @param site absolute address of the site's home page
 * @param entries names of the site's files and pages
 */
export function isOfSite(url: string, site: string, entries: Iterable<string>): boolean {
  if (new URL(site).pathname !== '/' || url === '') return true;
  const top = url.split('/')[0];
  for (const entry of entries) if (entry.split('/')[0] === top) return true;
  return false;
}
