/**
 * The filters of a role's checklist: one for each cadence of its acts, one for the self-appraisal. Which
 * one is on stands in the address, as the fragment: `#daily`. No item of a role's page may have such an id.
 */
import { CADENCES, type Cadence } from './vocabulary.ts';

/** A cadence of acts, or the self-appraisal. */
export type DutyFilter = Cadence | 'appraisal';

/** What the filters are called: when the acts of a cadence are to be done. */
export const DUTY_FILTER_LABEL: Record<DutyFilter, string> = {
  once: '一次',
  daily: '今天',
  weekly: '本周',
  monthly: '本月',
  quarterly: '本季',
  yearly: '今年',
  event: '逢事',
  appraisal: '自评',
};

/** In the order in which they are offered: what comes again, the nearest first, then the rest. */
export const DUTY_FILTERS: readonly DutyFilter[] = [
  ...CADENCES.filter((cadence) => cadence !== 'once'),
  'once',
  'appraisal',
];

/** The fragment that says of no filter that it is on. */
export const NO_FILTER = 'all';

/** The fragments that the filters take, each with the name of its filter. */
export const FILTER_FRAGMENTS: ReadonlyMap<string, string> = new Map<string, string>([
  [NO_FILTER, '全部'],
  ...DUTY_FILTERS.map((filter) => [filter, DUTY_FILTER_LABEL[filter]] as const),
]);

/** The filter that an address' fragment (`#daily`, or empty) turns on, if any. */
export function filterOfFragment(fragment: string): DutyFilter | undefined {
  return DUTY_FILTERS.find((filter) => fragment === `#${filter}`);
}
