/** The roles one can call one's own. */
import type { Named } from '../model/former-name.ts';
import { listedAtHome } from './bounds.ts';
import { formerNames } from './former-pages.ts';
import { isAlone } from './site.ts';
import type { Site } from './types.ts';

export interface RoleChoice extends Named {
  readonly title: string;
  /** Absent on a site of one handbook. */
  readonly department?: string;
  /** True for a role of a long list that has no card of its own. */
  readonly isFurther?: boolean;
}

/** All roles, by handbook in their order, with the names under which a reader may have chosen them. */
export function roleChoices(site: Site): RoleChoice[] {
  return site.handbooks.flatMap((handbook) => {
    const { shown } = listedAtHome(handbook.roles);
    return handbook.roles.map(({ reference, title }, index) => {
      const was = formerNames(site, reference);
      const department = isAlone(site) ? {} : { department: handbook.data.department };
      return {
        reference,
        title,
        ...department,
        ...(was.length > 0 ? { was } : {}),
        ...(index >= shown.length ? { isFurther: true } : {}),
      };
    });
  });
}
