/** The way through a workflow to its good end: the steps that are done when every gate goes on. */
import type { EndResult } from '../../model/vocabulary.ts';

/** A step with what may follow it, or an end with its result. */
export interface Place {
  readonly id: string;
  readonly result?: EndResult;
  /** Ids of what may follow, a gate's answers in authored order. */
  readonly next: readonly string[];
}

/**
 * Follows from each step the first of its exits that leads forward and from which a good end can be reached
 * without going back. Authors name the answer that goes on first.
 *
 * @param places steps and ends from top to bottom
 * @returns which exit the way takes, by the id of each step on it; it ends where no good end is ahead
 */
export function wayThrough(places: readonly Place[]): ReadonlyMap<string, number> {
  const order = new Map(places.map(({ id }, index) => [id, index]));
  const good = new Map<string, number>();
  const reaching = new Set<string>();
  for (const { id, result, next } of [...places].reverse()) {
    const here = order.get(id) ?? 0;
    const exit = next.findIndex((to) => (order.get(to) ?? 0) > here && reaching.has(to));
    if (exit >= 0) good.set(id, exit);
    if (exit >= 0 || result === 'done') reaching.add(id);
  }
  const way = new Map<string, number>();
  for (let at: Place | undefined = places[0]; at;) {
    const { id, next }: Place = at;
    const exit = good.get(id);
    if (exit === undefined) return way;
    way.set(id, exit);
    at = places[order.get(next[exit] ?? '') ?? -1];
  }
  return way;
}
