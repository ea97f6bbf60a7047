/** Fetches what plans can name; what did not come is asked for anew the next time. */
import { href } from '../../model/address.ts';
import {
  PLANS_PATH,
  trainingPath,
  type ListedPlan,
  type TrainingHandbook,
} from '../../model/plan-data.ts';
import type { TrainingData } from '../../model/training-data.ts';

const loading = new Map<string, Promise<unknown>>();

/** @throws Error, rejected, when it does not come or is no JSON */
function load<T>(path: string): Promise<T> {
  const begun = loading.get(path) ?? fetchJson(path);
  loading.set(path, begun);
  begun.catch(() => loading.delete(path));
  return begun as Promise<T>;
}

async function fetchJson(path: string): Promise<unknown> {
  const response = await fetch(href(path));
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}

/** All that plans can name, of some handbooks. */
export const loadHandbooks = (slugs: readonly string[]): Promise<TrainingHandbook[]> =>
  Promise.all(slugs.map((slug) => load<TrainingHandbook>(trainingPath(slug))));

/** The published plans. */
export const loadPlans = () => load<readonly ListedPlan[]>(PLANS_PATH);

/** Moves, what was retired, and the edition that is published. */
export const loadTraining = () => load<TrainingData>('/data/training.json');
