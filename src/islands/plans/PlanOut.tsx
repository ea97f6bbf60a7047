import { useEffect, useMemo, useState } from 'preact/hooks';
import { href } from '../../model/address.ts';
import { addressForOthers } from '../../model/item-address.ts';
import type { ListedPlan, TrainingHandbook } from '../../model/plan-data.ts';
import type { PlanItem } from '../../model/plan.ts';
import type { ListedItem } from '../../progress/training/plan-message.ts';
import {
  canonicalPlan,
  openPath,
  PLAN_CODE_MAX,
  writePlanCode,
  type MadePlan,
} from '../../progress/training/plan-code.ts';
import { planMessages } from '../../progress/training/plan-message.ts';
import {
  PLAIN_TITLE,
  planOfTitle,
  titleGroups,
  usualTitle,
  type PlanName,
  type TrainingPlace,
} from '../../progress/training/places.ts';
import { PlanMessages } from './PlanMessages.tsx';

interface Props {
  /** Those of which the handbook has something, one or more. */
  items: readonly PlanItem[];
  placeOf: (ref: string) => TrainingPlace | undefined;
  handbooks: readonly TrainingHandbook[];
  /** Names of the published plans. */
  plans: readonly PlanName[];
  /** The published plans themselves, once they were fetched. */
  published: readonly ListedPlan[];
  edition: number;
  /** What lends the title, as it was chosen. */
  titleFrom: string | undefined;
  /** Ids of the plans that were sent before and that it replaces. */
  replaces: readonly string[] | undefined;
  /** Called when it is to replace none. */
  onAlone: () => void;
  onTitle: (titleFrom: string) => void;
}

/** What comes out: the title, the link, and what is posted into the chat. */
export function PlanOut(props: Props) {
  const { items, placeOf, handbooks, plans, published, edition, replaces, onAlone, onTitle } =
    props;
  const places = items.flatMap(({ ref }) => placeOf(ref) ?? []);
  const groups = titleGroups(places, handbooks, plans);
  const offered = groups.flatMap(({ titles }) => titles);
  const wanted = offered.find(({ titleFrom }) => titleFrom === props.titleFrom);
  const titleFrom = wanted?.titleFrom ?? usualTitle(places);
  const title = offered.find((each) => each.titleFrom === titleFrom)?.title ?? PLAIN_TITLE;
  const made: MadePlan = { edition, titleFrom, items, ...(replaces ? { replaces } : {}) };
  const name = canonicalPlan(made);
  const [written, setWritten] = useState<{ name: string; code: string | undefined } | undefined>();
  useEffect(() => {
    let isOver = false;
    void writePlanCode(made).then((code) => {
      if (!isOver) setWritten({ name, code: typeof code === 'object' ? code.code : undefined });
    });
    return () => {
      isOver = true;
    };
  }, [name]);
  const isWritten = written?.name === name;
  const link = written?.code === undefined ? undefined : addressOf(openPath(written.code));
  const messages = useMemo(() => {
    const listed = items.map((item): ListedItem => {
      const place = placeOf(item.ref);
      const address = addressForOthers(addressOf(place?.path ?? '/'));
      return { ...item, text: place?.text ?? item.ref, address };
    });
    return planMessages({ title, link, items: listed });
  }, [name, link, title]);
  const same = published.find(
    ({ id, items: own }) =>
      id === planOfTitle(titleFrom) && JSON.stringify(own) === JSON.stringify(items),
  );
  return (
    <section aria-labelledby="plan-out">
      <h2 id="plan-out">发出去</h2>
      <label class="field">
        <span class="field__label">计划叫什么</span>
        <select value={titleFrom} onChange={(event) => onTitle(event.currentTarget.value)}>
          {groups.map(({ label, titles }) => (
            <optgroup key={label} label={label}>
              {titles.map((each) => (
                <option key={each.titleFrom} value={each.titleFrom}>
                  {each.title}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </label>
      <p class="field__help">名字从手册里挑：链接会经过网站的服务器，所以里面不放自己打的字。</p>
      {replaces && (
        <div class="notice">
          <p>这份替换先前发过的：在跟那一份的人打开它，按一下就换过来，确认过的都留着。</p>
          <p class="notice__actions">
            <button type="button" class="button" onClick={onAlone}>
              不替换，算另一份
            </button>
          </p>
        </div>
      )}
      {same && (
        <p class="notice">
          没有改过：<a href={href(same.path)}>{same.title}</a>
          有自己的短链接，直接发那一页的网址就行。
        </p>
      )}
      {isWritten && written.code === undefined && (
        <p class="notice notice--warn">
          这份计划太长，一个链接装不下（最多 {PLAN_CODE_MAX}{' '}
          个字符）：去掉几项，或者请编辑把它写进手册。下面逐条的链接照样可以发。
        </p>
      )}
      {isWritten && (
        <>
          <PlanMessages title={title} messages={messages} />
          {link !== undefined && (
            <p>
              <a href={link}>自己先打开看看</a>
            </p>
          )}
        </>
      )}
    </section>
  );
}

/** A whole address. @param path root-relative, without the base */
const addressOf = (path: string) => new URL(href(path), location.href).href;
