import type { APIRoute } from 'astro';
import { getSite } from '../../handbook/collections.ts';
import { bankIndex } from '../../handbook/review/published-banks.ts';

/** Which pages have review questions, what each role is asked about, and where names went. */
export const GET: APIRoute = async () =>
  new Response(JSON.stringify(bankIndex(await getSite())), {
    headers: { 'content-type': 'application/json' },
  });
