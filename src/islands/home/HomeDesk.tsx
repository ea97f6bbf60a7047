import { useStore } from '@nanostores/preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { href, pathOf } from '../../model/address.ts';
import { isNamed, type Named } from '../../model/former-name.ts';
import { showPage } from '../../stores/hide-until-desk.ts';
import { readLastPage, type LastPage } from '../../stores/last-page.ts';
import { $myRole, chooseMyRole } from '../../stores/settings.ts';
import { formatMoment } from '../shared/format-time.ts';
import { useLazyRuns } from '../runs/use-lazy-runs.ts';
import type { Holidays } from '../../model/workdays.ts';
import { useLoaded } from '../shared/use-loaded.ts';

/** Most open runs shown. */
const MOST = 3;

interface Props {
  holidays: Holidays;
  roles: readonly (Named & { title: string; department?: string })[];
  /** The first parts of the addresses that there are: a page that was read may be published no more. */
  tops: readonly string[];
}

/** The reader's desk on the home page: own role, last page, open runs. */
export default function HomeDesk({ roles, tops, holidays }: Props) {
  const myRole = useStore($myRole, { ssr: () => '' });
  const [last, setLast] = useState<LastPage | undefined>();
  const { runs, ready, failed } = useLazyRuns('open', () => {
    const page = readLastPage();
    setLast(page && tops.includes(page.path.split('/')[1] ?? '') ? page : undefined);
  });
  const mine = ready ? roles.find((role) => isNamed(role, myRole)) : undefined;
  const own = useLoaded(mine !== undefined, () => import('./MyDuties.tsx'));
  const [isCounted, setCounted] = useState(false);
  const isWhole = ready && (!mine || isCounted);
  useLayoutEffect(() => {
    if (isWhole) showPage();
  }, [isWhole]);

  return (
    <section
      class="desk"
      data-search="off"
      aria-labelledby="desk"
      data-ready={ready ? '' : undefined}
    >
      <h2 id="desk" class="visually-hidden">
        我的桌面
      </h2>
      {failed && <p class="notice notice--warn">进行中的执行没有取到。请检查网络，刷新页面。</p>}
      {runs && (
        <runs.OpenRuns holidays={holidays} most={MOST}>
          {(list, open) => (
            <div class="desk__runs">
              <h3>进行中的执行</h3>
              {list}
              {open.length > MOST && <a href={href('/runs/')}>全部 {open.length} 次执行</a>}
            </div>
          )}
        </runs.OpenRuns>
      )}
      <div class="desk__row">
        <fieldset class="desk__role" disabled={!ready}>
          <label class="field">
            <span class="field__label">我的岗位</span>
            <select
              value={mine?.reference ?? ''}
              onChange={(event) => chooseMyRole(event.currentTarget.value)}
            >
              <option value="">还没选</option>
              {roles.map((role) => (
                <option key={role.reference} value={role.reference}>
                  {role.department && `${role.department} · `}
                  {role.title}
                </option>
              ))}
            </select>
          </label>
          {mine && (
            <a class="button button--primary" href={href(pathOf(mine.reference))}>
              打开{mine.title}的清单
            </a>
          )}
          {mine && own && (
            <own.MyDuties key={mine.reference} role={mine} onCounted={() => setCounted(true)} />
          )}
        </fieldset>
        {last && (
          <p class="desk__last">
            上次读到：
            <a href={href(last.path)}>{last.title}</a>
            <span class="quiet">{formatMoment(last.at, Date.now())}</span>
          </p>
        )}
      </div>
    </section>
  );
}
