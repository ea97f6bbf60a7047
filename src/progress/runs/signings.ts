/** What was signed at the gates of a run: a later signature does not wipe an earlier one out. */
import type { TemplateStep } from '../../model/template.ts';
import type { RunEvent, Signature } from './event.ts';
import { countedEvents, markKey } from './fold.ts';
import { rekeyed } from './marks.ts';
import type { Visit } from './walk.ts';

/** One answer that was signed. */
export interface Signing {
  /** Id of the gate's outcome. */
  readonly outcome: string;
  readonly signed: readonly Signature[];
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/**
 * Every signing that was not taken back, by step and round (`markKey`), the first one first, under the
 * ids that the steps have in the run's present text.
 *
 * @param events of one run, in any order
 */
export function signingsOf(events: Iterable<RunEvent>): ReadonlyMap<string, readonly Signing[]> {
  const renamings: ReadonlyMap<string, string>[] = [];
  let found = new Map<string, readonly Signing[]>();
  for (const event of countedEvents(events)) {
    if (event.kind === 'accept') {
      const renamed = new Map(Object.entries(event.renamed));
      renamings.push(renamed);
      found = rekeyed(found, renamed, (a, b) => [...a, ...b].sort((x, y) => x.at - y.at));
    }
    if (event.kind !== 'choose' || !event.signed?.length) continue;
    // As in folding: a tab that had not heard of a renaming yet goes on with the old id.
    const step = renamings.reduce((id, renamed) => renamed.get(id) ?? id, event.step);
    const key = markKey(step, event.round);
    const { outcome, signed, at } = event;
    found.set(key, [...(found.get(key) ?? []), { outcome, signed, at }]);
  }
  return found;
}

/** True when a gate's answer is signed: it is changed only on purpose. */
export function isSigned({ mark, outcome }: Visit): boolean {
  return outcome !== undefined && mark?.kind === 'chosen' && (mark.signed ?? []).length > 0;
}

/** What was signed at a step: `通过（客户总监：王敏）`. */
export function signingWords(step: TemplateStep, { outcome, signed }: Signing): string {
  const label = step.outcomes?.find(({ id }) => id === outcome)?.label ?? outcome;
  return `${label}（${signedWords(signed)}）`;
}

/** Who signed, in words: `客户总监：王敏、客户部主管：李梅`. */
export function signedWords(signed: readonly Signature[]): string {
  return signed.map(({ role, name }) => `${role}：${name}`).join('、');
}
