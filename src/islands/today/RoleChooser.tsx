import type { ComponentChildren } from 'preact';
import { href, pathOf } from '../../model/address.ts';
import { MOST_ROLES } from '../../model/own-roles.ts';
import type { RoleChoice } from './role-choice.ts';

interface Props {
  roles: readonly RoleChoice[];
  /** The reader's own ones. */
  mine: readonly RoleChoice[];
  /** False until a click is taken: until then, and without JavaScript, each card leads to its page. */
  isReady: boolean;
  onChange: (role: RoleChoice, isMine: boolean) => void;
}

/** The one place where own roles are chosen: cards, which fold away once there is one. */
export function RoleChooser({ roles, mine, isReady, onChange }: Props) {
  const isFull = mine.length >= MOST_ROLES;
  const shown = roles.filter((role) => !role.isFurther || mine.includes(role));
  const cards = (
    <ul>
      {shown.map((role) => {
        const { reference, title, department } = role;
        const isMine = mine.includes(role);
        const label = (
          <>
            <span class="doors__role">{title}</span>
            {department && <span class="doors__department">{department}</span>}
          </>
        );
        return (
          <li key={reference} data-handbook={handbookOf(role)}>
            {isReady ? (
              <button
                type="button"
                class="doors__card"
                aria-pressed={isMine}
                disabled={isFull && !isMine}
                onClick={() => onChange(role, !isMine)}
              >
                {label}
              </button>
            ) : (
              <a class="doors__card" href={href(pathOf(reference))}>
                {label}
              </a>
            )}
          </li>
        );
      })}
      {furtherIn(roles).map(([handbook, count]) => (
        <li key={handbook} data-handbook={handbook}>
          <a class="doors__card" href={href(`/${handbook}/#roles`)}>
            <span class="doors__role">另外 {count} 个岗位</span>
          </a>
        </li>
      ))}
    </ul>
  );
  if (mine.length > 0) return <Folded mine={mine}>{cards}</Folded>;
  return (
    <section class="doors" aria-labelledby="doors">
      <h2 id="doors">我是……</h2>
      <p class="doors__words">
        选了岗位，每天、每周、每月要做的就列在这一页；兼着几个，最多可以选 {MOST_ROLES} 个。
      </p>
      {cards}
    </section>
  );
}

function Folded({ mine, children }: { mine: readonly RoleChoice[]; children: ComponentChildren }) {
  return (
    <details class="doors doors--fold">
      <summary>
        <span>
          我的岗位：{mine.map(({ title }) => title).join('、')}
          <span class="doors__change">更换、增加</span>
        </span>
      </summary>
      <p class="doors__words">
        {mine.length < MOST_ROLES
          ? `点别的岗位加上，点自己的去掉；最多 ${MOST_ROLES} 个。`
          : `已经有 ${MOST_ROLES} 个：先点自己的去掉一个，再加别的。`}
      </p>
      {children}
    </details>
  );
}

const handbookOf = ({ reference }: RoleChoice) => reference.split('/')[0] ?? '';

/** How many roles of each handbook have no card, where there are any. */
function furtherIn(roles: readonly RoleChoice[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const role of roles) {
    if (role.isFurther) counts.set(handbookOf(role), (counts.get(handbookOf(role)) ?? 0) + 1);
  }
  return [...counts];
}
