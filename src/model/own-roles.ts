/**
 * The roles a reader works in, as two stored texts: the first role alone, where every version of the
 * site looks for it, and the further ones. A page that knows only of the first leaves the others alone.
 */
import { isNamed, type Named } from './former-name.ts';

/** Most roles that a page lets one choose. */
export const MOST_ROLES = 3;

export interface OwnRoles {
  /** Reference of the first role; absent: none. */
  readonly first?: string | undefined;
  /** References of the further ones, with spaces between; absent: none. */
  readonly further?: string | undefined;
}

/** References of the roles, each once, the first one first. */
export function rolesIn({ first = '', further = '' }: OwnRoles): readonly string[] {
  return [...new Set([first, ...further.split(/\s+/)])].filter((reference) => reference !== '');
}

/** What is to be stored for some roles. */
export function storedRoles([first, ...further]: readonly string[]): OwnRoles {
  return { first, further: further.join(' ') || undefined };
}

/** The roles without one of them, whatever it was called when it was chosen. */
export function withoutRole(references: readonly string[], role: Named): readonly string[] {
  return references.filter((reference) => !isNamed(role, reference));
}
