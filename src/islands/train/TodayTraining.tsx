import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { href } from '../../model/address.ts';
import { NEED_LABEL } from '../../model/plan.ts';
import { itemKey } from '../../progress/training/fold.ts';
import type { DueItem } from '../../progress/training/agenda.ts';
import { confirm, withdraw } from '../../stores/training.ts';
import { Late } from '../shared/Late.tsx';
import type { UndoableAction } from '../shared/UndoToast.tsx';
import { todayItems } from './today-items.ts';
import { dueWords } from './train-words.ts';
import { useTraining, type Training } from './use-training.ts';

/** Most items that the home page lists. */
const MOST = 5;

interface Props {
  isPage: boolean;
  /** Called with how many items are asked for today, when it is known and whenever it changes. */
  onListed: (count: number) => void;
  onAction: (action: UndoableAction) => void;
}

/** What training asks for today, in 今天: what is read or practised is ticked in place. */
export function TodayTraining({ isPage, onListed, onAction }: Props) {
  const { training, failed } = useTraining();
  // What was ticked here stays where it is: the next one must not come under the finger.
  const [held, setHeld] = useState<readonly string[]>([]);
  const today = training && todayItems(training.items, training.today);
  const count = failed ? 0 : today?.asked.length;
  useLayoutEffect(() => {
    if (count !== undefined) onListed(count);
  }, [count]);
  useEffect(() => setHeld([]), [training?.today]);
  if (failed) return <Late what="培训里要做的没有取到，可以打开“我的培训”。" />;
  if (!training || !today) return null;
  const isHeld = (item: DueItem) => held.includes(itemKey(item.ref, item.need));
  const open = training.items.filter(
    (item) => today.asked.includes(item) || item === today.next || isHeld(item),
  );
  const done = today.done.filter((item) => !isHeld(item));
  if (open.length + done.length === 0) return null;
  const shown = isPage ? open : open.slice(0, MOST);
  const tick = (item: DueItem, isDone: boolean) => {
    const { ref, need, rev, confirmed } = item;
    const text = training.handbook.itemOf(ref)?.text ?? ref;
    if (!isDone) {
      if (confirmed) withdraw(confirmed.id);
      return onAction({ words: `已取消：${text}` });
    }
    if (rev === undefined) return;
    setHeld([...held, itemKey(ref, need)]);
    const id = confirm(ref, need, rev);
    onAction({ words: `${NEED_LABEL[need]}：${text}`, takeBack: () => withdraw(id) });
  };
  const Heading = isPage ? 'h2' : 'h3';
  const rows = (items: readonly DueItem[]) =>
    items.map((item) => (
      <TodayRow
        key={itemKey(item.ref, item.need)}
        item={item}
        training={training}
        onTick={(isDone) => tick(item, isDone)}
      />
    ));
  return (
    <section class="today__section" data-section="training" aria-labelledby="today-training">
      <Heading id="today-training">培训</Heading>
      <ul class="today__list">{rows(shown)}</ul>
      {done.length > 0 && (
        <details class="today__fold">
          <summary>培训今天做完了 {done.length} 项</summary>
          <ul class="today__list">{rows(done)}</ul>
        </details>
      )}
      <p class="today__all">
        <a href={href('/train/')}>
          {open.length > shown.length ? `培训今天一共 ${open.length} 项` : '我的培训'}
        </a>
      </p>
    </section>
  );
}

interface RowProps {
  item: DueItem;
  training: Training;
  onTick: (isDone: boolean) => void;
}

function TodayRow({ item, training: { handbook, today }, onTick }: RowProps) {
  const { ref, need, state, isLate } = item;
  const now = handbook.itemOf(ref);
  const text = now?.text ?? ref;
  const isTickable = need !== 'observe' && state !== 'changed';
  return (
    <li
      class="today__item"
      data-handbook={ref.split('/')[0]}
      data-done={state === 'done' ? '' : undefined}
    >
      {isTickable ? (
        <label class="tick">
          <input
            type="checkbox"
            class="tick__box"
            checked={state === 'done'}
            onChange={(event) => onTick(event.currentTarget.checked)}
          />
          <span class="tick__text">{text}</span>
        </label>
      ) : (
        <a class="today__open" href={href('/train/')}>
          <span class="today__gate" aria-hidden="true" />
          <span>{text}</span>
        </a>
      )}
      <p class="today__meta">
        <span class="tag">{state === 'changed' ? '手册改了' : NEED_LABEL[need]}</span>
        {state === 'open' && (
          <span class="today__due" data-late={isLate ? '' : undefined}>
            {dueWords(item, today)}
          </span>
        )}
        {now && isTickable && (
          <a class="today__run" href={href(now.path)}>
            {need === 'read' ? '去读' : '看怎么做'}：{now.kind}
          </a>
        )}
      </p>
    </li>
  );
}
