import type { Named } from '../../model/former-name.ts';

/** A role that one can have. */
export interface RoleChoice extends Named {
  readonly title: string;
  /** Absent on a site of one handbook. */
  readonly department?: string;
}
