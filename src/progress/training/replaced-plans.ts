/** The made plans that a corrected one takes the place of. Apart from codes, which not every reader of drafts needs. */

/** As many plans that were sent before are named: those before them have been replaced long since. */
export const MOST_REPLACED = 8;

/** True for ids of made plans, one or more, as many as a plan may name; the newest comes first. */
export function areReplaced(value: unknown): value is readonly string[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.length <= MOST_REPLACED &&
    value.every((id) => typeof id === 'string' && /^1[a-z0-9]{8,20}$/.test(id))
  );
}
