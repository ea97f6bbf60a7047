import { useState } from 'preact/hooks';
import { href } from '../../model/address.ts';
import { NEED_LABEL } from '../../model/plan.ts';
import { isAsked, type DueItem } from '../../progress/training/agenda.ts';
import { confirm, withdraw } from '../../stores/training.ts';
import type { UndoableAction } from '../shared/UndoToast.tsx';
import { Changes } from './Changes.tsx';
import { MentorForm } from './MentorForm.tsx';
import { confirmedWords, CONFIRM_LABEL, dueWords } from './train-words.ts';
import type { Training } from './use-training.ts';

interface Props {
  item: DueItem;
  training: Training;
  /** Where the page is that very one: its title is not said again, and leads nowhere. */
  isHere?: boolean;
  /** True below a heading that says the day. */
  isUnderDay?: boolean;
  /** Whose plans it is of, where there are several. */
  plans?: string | undefined;
  onAction: (action: UndoableAction) => void;
}

/** An item of one's plans: where it is read, by when, what has changed of it, and how it is confirmed. */
export function TrainRow({
  item,
  training,
  isHere = false,
  isUnderDay = false,
  plans,
  onAction,
}: Props) {
  const [signing, setSigning] = useState(false);
  const { handbook, today } = training;
  const { ref, need, state, confirmed, rev, isLate } = item;
  const now = handbook.itemOf(ref);
  const text = now?.text ?? ref;
  const earlier = training.state
    .history(ref)
    .filter((each) => each.need === need && each.id !== confirmed?.id);
  const note = (by?: string) => {
    if (rev === undefined) return;
    const id = confirm(ref, need, rev, by);
    setSigning(false);
    onAction({ words: `${NEED_LABEL[need]}：${text}`, takeBack: () => withdraw(id) });
  };
  const takeBack = () => {
    if (!confirmed) return;
    withdraw(confirmed.id);
    const { rev: then, by, at } = confirmed;
    onAction({ words: `不算了：${text}`, takeBack: () => confirm(ref, need, then, by, at) });
  };
  return (
    <li class="train-item" data-handbook={ref.split('/')[0]} data-state={state}>
      <p class="train-item__text">
        {isHere ? (
          text
        ) : now ? (
          <a href={href(now.path)}>{text}</a>
        ) : (
          <span class="quiet">{ref}</span>
        )}
      </p>
      <p class="train-item__meta">
        <span class="tag">{NEED_LABEL[need]}</span>
        {now && !isHere && <span>{now.kind}</span>}
        {state === 'open' && !isUnderDay && (
          <span class="train-item__due" data-late={isLate ? '' : undefined}>
            {dueWords(item, today)}
          </span>
        )}
        {plans && <span>{plans}</span>}
        {confirmed && <span>{confirmedWords(confirmed)}</span>}
        {earlier.length > 0 && (
          <span class="quiet">以前：{earlier.map(confirmedWords).join('；')}</span>
        )}
        {state === 'retired' && (
          <span>手册里没有这一条了{goneWords(handbook.goneWhy(ref))}，不用再做</span>
        )}
      </p>
      {state === 'changed' && (
        <div class="train-item__changed">
          <p>手册改了，请看过改动再确认一次；原来的确认留着。</p>
          <Changes item={item} />
        </div>
      )}
      {isAsked(item) && !signing && (
        <div class="train-item__actions">
          <button
            type="button"
            class="button"
            aria-label={`${confirmLabel(item)}：${text}`}
            onClick={() => (need === 'observe' ? setSigning(true) : note())}
          >
            {confirmLabel(item)}
          </button>
        </div>
      )}
      {signing && (
        <MentorForm
          text={text}
          lastBy={lastMentor(training)}
          onSign={note}
          onCancel={() => setSigning(false)}
        />
      )}
      {state === 'done' && confirmed && (
        <div class="train-item__actions">
          <button
            type="button"
            class="button button--quiet"
            aria-label={`不算了：${text}`}
            onClick={takeBack}
          >
            不算了
          </button>
        </div>
      )}
    </li>
  );
}

function confirmLabel({ need, state }: DueItem): string {
  return state === 'changed' && need !== 'observe' ? '改的看过了' : CONFIRM_LABEL[need];
}

const goneWords = (why: string | undefined) => (why === undefined ? '' : `（${why}）`);

/** The mentor who signed last on this device; empty: none yet. */
function lastMentor({ events }: Training): string {
  const signed = events.flatMap((event) => (event.kind === 'observe' ? event : []));
  return signed.sort((a, b) => b.at - a.at)[0]?.by ?? '';
}
