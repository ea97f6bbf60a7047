import { isNamed, type Named } from '../../model/former-name.ts';
import { MOST_ROLES, withoutRole } from '../../model/own-roles.ts';
import { $myRoles, setMyRoles } from '../../stores/settings.ts';
import { useLiveStore } from '../shared/use-live-store.ts';

/**
 * Makes the page's role one of the reader's own, or no longer. Its words are all of one length: what is
 * stored must not move what stands beside it.
 */
export function MyRoleButton({ role }: { role: Named }) {
  const roles = useLiveStore($myRoles, []);
  const isMine = roles.some((each) => isNamed(role, each));
  const isFull = !isMine && roles.length >= MOST_ROLES;
  const words = roles.length > 0 ? '加为我的岗位' : '设为我的岗位';
  return (
    <button
      type="button"
      class="button"
      aria-pressed={isMine}
      disabled={isFull}
      title={isMine ? '再按一次，就不再是我的岗位' : undefined}
      onClick={() => setMyRoles(isMine ? withoutRole(roles, role) : [...roles, role.reference])}
    >
      {isMine ? '这是我的岗位' : isFull ? '岗位已有三个' : words}
    </button>
  );
}
