import { useStore } from '@nanostores/preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { href, pathOf } from '../../model/address.ts';
import { isNamed } from '../../model/former-name.ts';
import type { Holidays } from '../../model/workdays.ts';
import { hasRuns, onFirstRun } from '../../stores/has-runs.ts';
import { isPageHidden, showPage } from '../../stores/hide-until-desk.ts';
import { readLastPage, type LastPage } from '../../stores/last-page.ts';
import { $myRole, chooseMyRole } from '../../stores/settings.ts';
import { formatMoment } from '../shared/format-time.ts';
import { useReady } from '../shared/use-ready.ts';
import type { RoleChoice } from './role-choice.ts';

type ListModule = typeof import('./TodayList.tsx');

interface Props {
  holidays: Holidays;
  roles: readonly RoleChoice[];
  /** The first parts of the addresses that there are: a page that was read may be published no more. */
  tops: readonly string[];
  /** True on the page that is 今天 itself, false on the home page. */
  isPage?: boolean;
}

/**
 * 今天: what is to do, for whoever has a role or open runs; for others how to come by it. What draws
 * the list is loaded only where there is something to list.
 */
export default function TodayDesk({ roles, tops, holidays, isPage = false }: Props) {
  const myRole = useStore($myRole, { ssr: () => '' });
  const root = useRef<HTMLElement>(null);
  const [last, setLast] = useState<LastPage | undefined>();
  const [isAnyRun, setAnyRun] = useState(false);
  const [isReturning, setReturning] = useState(false);
  const [list, setList] = useState<ListModule | 'failed' | undefined>();
  const [isListed, setListed] = useState(false);
  const ready = useReady(() => {
    const page = readLastPage();
    setLast(page && tops.includes(page.path.split('/')[1] ?? '') ? page : undefined);
    setReturning(isPageHidden());
    setAnyRun(hasRuns('open'));
  });
  const mine = ready ? roles.filter((role) => isNamed(role, myRole)) : [];
  const isWanted = ready && (mine.length > 0 || isAnyRun);

  useEffect(() => onFirstRun(() => setAnyRun(true)), []);
  useEffect(() => {
    if (!isWanted || list) return;
    import('./TodayList.tsx').then(
      (loaded) => {
        loaded.loadRuns('open');
        setList(loaded);
      },
      () => setList('failed'),
    );
  }, [isWanted, list]);
  const isWhole = ready && (!isWanted || isListed || list === 'failed');
  useLayoutEffect(() => {
    if (!isWhole) return;
    // On the home page, what is to do comes before the title and the sentence below it.
    if (isReturning || isWanted) root.current?.closest('main')?.setAttribute('data-returning', '');
    showPage();
  }, [isWhole, isReturning, isWanted]);

  const Heading = isPage ? 'h1' : 'h2';
  return (
    <section
      ref={root}
      class={isPage ? 'desk desk--page' : 'desk'}
      data-search="off"
      aria-labelledby="desk"
      data-ready={ready ? '' : undefined}
    >
      <Heading id="desk" class={isPage || isWanted ? 'desk__title' : 'visually-hidden'}>
        今天
      </Heading>
      {list === 'failed' && (
        <p class="notice notice--warn">今天要做的没有取到。请检查网络，刷新页面。</p>
      )}
      {isWanted && list && list !== 'failed' && (
        <list.TodayList
          key={mine.map(({ reference }) => reference).join()}
          roles={mine}
          holidays={holidays}
          isPage={isPage}
          onListed={() => setListed(true)}
        />
      )}
      {!isWanted && (
        <p class="desk__words">
          选了岗位，每天、每周、每月要做的就列在这里；手上有工作，打开它的流程，按“开始一次执行”，下一步也列在这里。
        </p>
      )}
      <div class="desk__row">
        <fieldset class="desk__role" disabled={!ready}>
          <label class="field">
            <span class="field__label">我的岗位</span>
            <select
              value={mine[0]?.reference ?? ''}
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
          {mine.map((role) => (
            <a key={role.reference} class="button" href={href(`${pathOf(role.reference)}#daily`)}>
              打开{role.title}的清单
            </a>
          ))}
        </fieldset>
        {(isPage || isAnyRun) && (
          <a class="button" href={href('/runs/')}>
            我的执行
          </a>
        )}
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
