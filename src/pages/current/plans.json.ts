import type { APIRoute } from 'astro';
import { getSite } from '../../handbook/collections.ts';
import { listedPlans } from '../../handbook/training-items.ts';

/** All published plans (`model/plan-data.ts`: a list of `ListedPlan`). */
export const GET: APIRoute = async () =>
  new Response(JSON.stringify(listedPlans(await getSite())), {
    headers: { 'content-type': 'application/json' },
  });
