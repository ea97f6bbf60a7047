import { useState } from 'preact/hooks';
import { href } from '../../model/address.ts';
import { NEED_LABEL } from '../../model/plan.ts';
import { fetchHandbook, type HandbookNow } from '../train/handbook-now.ts';
import {
  planCodeIn,
  planOf,
  readPlanCode,
  type MadePlan,
} from '../../progress/training/plan-code.ts';
import { planOfTitle, titleOf, type PlanName } from '../../progress/training/places.ts';
import { itemKey, itemsNow } from '../../progress/training/fold.ts';
import { StorageNotice } from '../shared/StorageNotice.tsx';
import { useReady } from '../shared/use-ready.ts';
import StartPlan from '../train/StartPlan.tsx';
import { NotLoaded } from '../shared/NotLoaded.tsx';
import { dayWords, GONE_WORDS } from './plan-words.ts';
import { useLoad } from '../shared/use-load.ts';

interface Props {
  handbooks: readonly { readonly slug: string; readonly title: string }[];
  /** Routes of roles and authored plans. */
  plans: readonly PlanName[];
}

/** What the address holds: a plan, none, or one that cannot be read. */
type Arrived = MadePlan | 'none' | 'damaged' | 'newer';

/** `/train/open/?p=…`: shows the plan in the address, whole or not at all, and begins it. */
export default function PlanOpener({ handbooks, plans }: Props) {
  const [arrived, setArrived] = useState<Arrived | undefined>();
  const ready = useReady(async () => setArrived(await arrivedIn(location.search)));
  const made = typeof arrived === 'object' ? arrived : undefined;
  const load = useLoad(made !== undefined, () => fetchHandbook(made ? referencesOf(made) : []));
  return (
    <div class="plan-opener" data-ready={ready ? '' : undefined}>
      {typeof arrived === 'string' && <Unopened why={arrived} />}
      <NotLoaded load={load} what="手册的目录没有取到，这份计划现在显示不了。" />
      {made && load.value && (
        <Opened made={made} handbook={load.value} handbooks={handbooks} plans={plans} />
      )}
    </div>
  );
}

async function arrivedIn(search: string): Promise<Arrived> {
  const code = planCodeIn(search);
  if (code === '') return 'none';
  const read = await readPlanCode(code);
  return typeof read === 'string' ? read : read.value;
}

/** What a plan names: its items, and what lends its title. */
function referencesOf({ titleFrom, items }: MadePlan): string[] {
  const lends = planOfTitle(titleFrom) === undefined ? [titleFrom] : [];
  return [...items.map(({ ref }) => ref), ...lends];
}

const UNOPENED = {
  none: '链接不完整：里面没有带上计划，可能在聊天软件里被截掉了。',
  damaged: '链接不完整：计划没有带全，可能在聊天软件里被截掉了，也可能复制时少了几个字。',
  newer: '这份计划是新版网站做的，这一版读不懂。请先刷新页面，再试一次。',
} as const;

function Unopened({ why }: { why: keyof typeof UNOPENED }) {
  return (
    <div class="notice notice--warn" role="alert">
      <p>{UNOPENED[why]}</p>
      {why !== 'newer' && (
        <p>
          请发给您的人再发一次；消息里一项一项列着的链接照样打得开。手册里现成的计划在
          <a href={href('/train/')}>我的培训</a>。
        </p>
      )}
    </div>
  );
}

interface OpenedProps extends Props {
  made: MadePlan;
  handbook: HandbookNow;
}

function Opened({ made, handbook, handbooks, plans }: OpenedProps) {
  const { itemOf, nameNow, goneWhy, data } = handbook;
  const isLent = planOfTitle(made.titleFrom) !== undefined;
  const title = titleOf(isLent ? made.titleFrom : nameNow(made.titleFrom), {
    page: (ref) => itemOf(ref)?.text ?? handbooks.find(({ slug }) => slug === ref)?.title,
    plan: (id) => plans.find((plan) => plan.id === id)?.title,
  });
  const items = itemsNow(made.items, nameNow).map((item) => ({ ...item, now: itemOf(item.ref) }));
  const days = [...new Set(items.map(({ day }) => day))];
  const isAny = items.some(({ now }) => now);
  return (
    <>
      <h2>{title}</h2>
      <p>
        {items.length} 项，{dayWords(days.at(-1) ?? 1)}以内。
      </p>
      {made.edition < data.edition && (
        <p class="notice">
          这份计划是第 {made.edition} 版手册时做的，现在是第 {data.edition}{' '}
          版：下面按现在的手册列出。
        </p>
      )}
      {made.edition > data.edition && (
        <p class="notice notice--warn">
          这份计划是按第 {made.edition} 版手册做的，这里还是第 {data.edition}{' '}
          版：请刷新页面；有的内容这里可能还没有。
        </p>
      )}
      {isAny ? (
        <StartPlan plan={planOf(made, title)} former={made.replaces} />
      ) : (
        <>
          <StorageNotice />
          <p class="notice notice--warn">这份计划里的内容，这本手册一项也没有，开始不了。</p>
        </>
      )}
      {days.map((day) => (
        <section key={day} class="plan-day" aria-label={dayWords(day)}>
          <h3 class="heading">{dayWords(day)}</h3>
          <ol class="plan-items">
            {items
              .filter((item) => item.day === day)
              .map(({ ref, need, now }) => (
                <li key={itemKey(ref, need)}>
                  {now ? <a href={href(now.path)}>{now.text}</a> : <span class="quiet">{ref}</span>}
                  <span class="plan-items__kind">
                    {now ? now.kind : (goneWhy(ref) ?? GONE_WORDS)}
                  </span>
                  <span class="tag" data-need={need}>
                    {NEED_LABEL[need]}
                  </span>
                </li>
              ))}
          </ol>
        </section>
      ))}
    </>
  );
}
