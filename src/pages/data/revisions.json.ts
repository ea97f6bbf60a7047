import type { APIRoute } from 'astro';
import { getSite } from '../../handbook/collections.ts';
import { currentEdition } from '../../handbook/editions.ts';
import { revisionsOf } from '../../handbook/revisions.ts';

/** The edition and the revisions above the first, by reference: `{ edition, revisions }`. */
export const GET: APIRoute = async () => {
  const site = await getSite();
  const revisions = Object.fromEntries(revisionsOf(site));
  return new Response(JSON.stringify({ edition: currentEdition(site).number, revisions }), {
    headers: { 'content-type': 'application/json' },
  });
};
