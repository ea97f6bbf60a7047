/** The roles one can call one's own. */
import type { Named } from '../model/former-name.ts';
import { formerNames } from './former-pages.ts';
import type { Site } from './types.ts';

export interface RoleChoice extends Named {
  readonly title: string;
  readonly department: string;
}

/** All roles, by handbook in their order, with the names under which a reader may have chosen them. */
export function roleChoices(site: Site): RoleChoice[] {
  return site.handbooks.flatMap((handbook) =>
    handbook.roles.map(({ reference, title }) => {
      const was = formerNames(site, reference);
      const { department } = handbook.data;
      return { reference, title, department, ...(was.length > 0 ? { was } : {}) };
    }),
  );
}
