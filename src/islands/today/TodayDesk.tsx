import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { href, pathOf } from '../../model/address.ts';
import { isNamed } from '../../model/former-name.ts';
import type { Holidays } from '../../model/workdays.ts';
import { hasPlan } from '../../stores/has-plan.ts';
import { hasRuns, onFirstRun } from '../../stores/has-runs.ts';
import { isPageHidden, showPage } from '../../stores/hide-until-desk.ts';
import { readLastPage, SEEN, type LastPage } from '../../stores/last-page.ts';
import { MOST_ROLES, withoutRole } from '../../model/own-roles.ts';
import { $myRoles, setMyRoles } from '../../stores/settings.ts';
import { onShownLate } from '../../stores/shown.ts';
import type { News } from '../../model/news.ts';
import { readBestEffort } from '../../stores/best-effort-storage.ts';
import { formatMoment } from '../shared/format-time.ts';
import { Late } from '../shared/Late.tsx';
import { UndoToast, type UndoableAction } from '../shared/UndoToast.tsx';
import { useLiveStore } from '../shared/use-live-store.ts';
import { useReady } from '../shared/use-ready.ts';
import { RoleChooser } from './RoleChooser.tsx';
import type { RoleChoice } from './role-choice.ts';

type ListModule = typeof import('./TodayList.tsx');
type SinceModule = typeof import('./Since.tsx');

/** What the server knows of the reader's roles. */
const NONE: readonly string[] = [];

interface Props {
  holidays: Holidays;
  roles: readonly RoleChoice[];
  /** The first parts of the addresses that there are: a page that was read may be published no more. */
  tops: readonly string[];
  /** What came since earlier editions, the newest one first: told on the home page. */
  news?: readonly News[];
  /** True on the page that is 今天 itself, false on the home page. */
  isPage?: boolean;
}

/**
 * 今天: what is to do, for whoever has a role, open runs or a training plan; for others how to come by it. What draws
 * the list is loaded only where there is something to list.
 */
export default function TodayDesk({ roles, tops, holidays, news, isPage = false }: Props) {
  const stored = useLiveStore($myRoles, NONE);
  const root = useRef<HTMLElement>(null);
  const isFirst = useRef(false);
  const [last, setLast] = useState<LastPage | undefined>();
  const [isAnyRun, setAnyRun] = useState(false);
  const [isReturning, setReturning] = useState(false);
  const [isAnyPlan, setAnyPlan] = useState(false);
  const [list, setList] = useState<ListModule | 'failed' | undefined>();
  const [since, setSince] = useState<SinceModule | 'awaited' | undefined>();
  // The day of the list, once it stands.
  const [day, setDay] = useState<string | undefined>();
  const [action, setAction] = useState<UndoableAction | undefined>();
  const readLast = () => {
    const page = readLastPage();
    setLast(page && tops.includes(page.path.split('/')[1] ?? '') ? page : undefined);
    setAnyPlan(hasPlan());
  };
  const lookForNews = () => {
    const page = readLastPage();
    if (!news?.[0] || !page || !isPageHidden()) return;
    // Most have seen the newest: what reckons with the others is loaded for them alone.
    if ((readBestEffort(SEEN) ?? `${page.edition}`) === `${news[0].edition}`) return;
    setSince('awaited');
    import('./Since.tsx').then(
      // A page that was shown meanwhile is not moved; what is new stands on the page of editions too.
      (loaded) => setSince(isPageHidden() ? loaded : undefined),
      () => setSince(undefined),
    );
  };
  const ready = useReady(() => {
    readLast();
    setReturning(isPageHidden());
    lookForNews();
    setAnyRun(hasRuns('open'));
  });
  const known = stored.flatMap((name) => roles.find((role) => isNamed(role, name)) ?? []);
  const mine = ready ? [...new Set(known)].slice(0, MOST_ROLES) : [];
  const isWanted = ready && (mine.length > 0 || isAnyRun || isAnyPlan);

  useEffect(() => onFirstRun(() => setAnyRun(true)), []);
  useEffect(() => onShownLate(readLast), []);
  useEffect(() => {
    if (!isWanted || list) return;
    // Whoever opens the home page first has no list, and carries no styles for it.
    const styles = isPage
      ? undefined
      : import('./list-styles.ts').then(
          (loaded) => loaded.loadListStyles(),
          () => undefined,
        );
    Promise.all([import('./TodayList.tsx'), styles]).then(
      ([loaded]) => {
        loaded.loadRuns('open');
        setList(loaded);
      },
      () => setList('failed'),
    );
  }, [isWanted, list]);
  const isListed = isWanted && day !== undefined;
  const isWhole = ready && since !== 'awaited' && (!isWanted || isListed || list === 'failed');
  useLayoutEffect(() => {
    if (!isWhole) return;
    // On the home page, what is to do comes before the title and the sentence below it.
    root.current?.closest('main')?.toggleAttribute('data-returning', isReturning || isWanted);
    showPage();
    if (isFirst.current && isListed) {
      isFirst.current = false;
      scrollTo(0, 0);
    }
  }, [isWhole, isReturning, isWanted, isListed]);

  const change = (role: RoleChoice, isMine: boolean) => {
    // A role that is published no longer gives its place to one that is.
    const kept = stored.length < MOST_ROLES ? stored : mine.map(({ reference }) => reference);
    setMyRoles(isMine ? [...kept, role.reference] : withoutRole(stored, role));
    setAction({
      words: isMine ? `我的岗位：${role.title}` : `不再是我的岗位：${role.title}`,
      takeBack: () => setMyRoles(stored),
    });
    // The cards fold away, and what is to do comes above them.
    if (isMine && mine.length === 0) isFirst.current = true;
  };

  const Heading = isPage ? 'h1' : 'h2';
  return (
    <section
      ref={root}
      class={isPage ? 'desk desk--page' : 'desk'}
      data-search="off"
      aria-labelledby="desk"
      data-ready={ready ? '' : undefined}
    >
      <div class="desk__head">
        <Heading id="desk" class={isPage || isWanted ? 'desk__title' : 'visually-hidden'}>
          今天
        </Heading>
        {isListed && <p class="desk__date">{day}</p>}
      </div>
      {list === 'failed' && <Late what="今天要做的没有取到。" />}
      {isWanted && list && list !== 'failed' && (
        <list.TodayList
          roles={mine}
          holidays={holidays}
          isPage={isPage}
          hasPlan={isAnyPlan}
          onListed={setDay}
          onAction={setAction}
        />
      )}
      {typeof since === 'object' && news && <since.Since news={news} roles={roles} mine={mine} />}
      <p class="visually-hidden" role="status">
        {action?.words}
      </p>
      {action && <UndoToast action={action} onUndone={() => setAction(undefined)} />}
      {(isPage || isAnyRun || isAnyPlan || last || mine.length > 0) && (
        <div class="desk__row">
          {mine.map((role) => (
            <a key={role.reference} class="button" href={href(`${pathOf(role.reference)}#daily`)}>
              打开{role.title}的清单
            </a>
          ))}
          {(mine.length > 0 || isAnyPlan) && (
            <a class="button" href={href('/practice/')}>
              复习
            </a>
          )}
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
      )}
      <RoleChooser roles={roles} mine={mine} isReady={ready} onChange={change} />
    </section>
  );
}
