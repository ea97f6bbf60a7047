import { getSite } from './collections';
import type { Section } from '../model/vocabulary';
import type { Handbook, Page } from './site';

/** Static paths of all pages of one section, for `[handbook]/<section>/[slug].astro`. */
export async function sectionPaths<S extends Section>(section: S) {
  const site = await getSite();
  return site.handbooks.flatMap((handbook: Handbook) =>
    (handbook[section] as readonly Extract<Page, { section: S }>[]).map((page) => ({
      params: { handbook: handbook.slug, slug: page.slug },
      props: { page },
    })),
  );
}
