import type { APIRoute } from 'astro';
import { getSite } from '../../handbook/collections.ts';
import { materialChangesOf } from '../../handbook/training-data.ts';

/** What has to be confirmed again, in the editions' words: `MaterialChanges`. */
export const GET: APIRoute = async () =>
  new Response(JSON.stringify(materialChangesOf(await getSite())), {
    headers: { 'content-type': 'application/json' },
  });
