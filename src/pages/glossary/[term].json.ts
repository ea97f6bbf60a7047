import type { APIRoute } from 'astro';
import { getSite } from '../../handbook/collections.ts';
import type { Site } from '../../handbook/types.ts';

/** What a term's card shows: one small file for each, beside the glossary. */
export async function getStaticPaths() {
  const site = await getSite();
  return site.terms.map((term) => ({ params: { term: term.id }, props: { term } }));
}

export const GET: APIRoute<{ term: Site['terms'][number] }> = ({ props: { term } }) =>
  new Response(JSON.stringify({ term: term.term, definition: term.definition }), {
    headers: { 'content-type': 'application/json' },
  });
