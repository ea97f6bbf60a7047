import type { APIRoute } from 'astro';
import { getSite } from '../../handbook/collections.ts';
import { trainingDataOf } from '../../handbook/training-data.ts';

/** What pages that show training need of the present handbook: `TrainingData`. */
export const GET: APIRoute = async () =>
  new Response(JSON.stringify(trainingDataOf(await getSite())), {
    headers: { 'content-type': 'application/json' },
  });
