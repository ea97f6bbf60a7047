import { getSite } from './collections.ts';
import type { Section } from '../model/vocabulary.ts';
import type { Handbook, Page } from './types.ts';

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
