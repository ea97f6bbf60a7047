import type { APIRoute } from 'astro';
import { getSite } from '../../../handbook/collections.ts';
import { trainingHandbook } from '../../../handbook/training-items.ts';
import type { Handbook } from '../../../handbook/types.ts';

/** What plans can name, one file for each handbook (`model/plan-data.ts`: `TrainingHandbook`). */
export async function getStaticPaths() {
  const { handbooks } = await getSite();
  return handbooks.map((handbook) => ({
    params: { handbook: handbook.slug },
    props: { handbook },
  }));
}

export const GET: APIRoute<{ handbook: Handbook }> = ({ props: { handbook } }) =>
  new Response(JSON.stringify(trainingHandbook(handbook)), {
    headers: { 'content-type': 'application/json' },
  });
