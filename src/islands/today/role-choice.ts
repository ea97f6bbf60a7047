import type { Named } from '../../model/former-name.ts';

/** A role that one can have. */
export interface RoleChoice extends Named {
  readonly title: string;
  /** Absent on a site of one handbook. */
  readonly department?: string;
  /** True for a role of a long list that has no card of its own. */
  readonly isFurther?: boolean;
}
