import { useLayoutEffect, useRef } from 'preact/hooks';
import { MAX_PLAN_DAY, isPlanDay } from '../../progress/training/event.ts';
import { NEEDS, NEED_LABEL, type Need, type PlanItem } from '../../model/plan.ts';
import { itemName } from '../../progress/training/plan-draft.ts';
import { needsOf, type TrainingPlace } from '../../progress/training/places.ts';
import { GONE_WORDS, kindWords } from './plan-words.ts';

interface Props {
  items: readonly PlanItem[];
  /** What an item is; `undefined` for one that the handbook has not. */
  placeOf: (ref: string) => TrainingPlace | undefined;
  onMove: (item: PlanItem, by: -1 | 1) => void;
  onDay: (item: PlanItem, day: number) => void;
  onNeed: (item: PlanItem, need: Need) => void;
  onRemove: (item: PlanItem, words: string) => void;
  /** Says that a day was typed that no plan can have. */
  onBadDay: () => void;
}

/** What is in the plan, in order. What moves keeps the focus. */
export function PlanRows(props: Props) {
  const { items, placeOf } = props;
  const list = useRef<HTMLOListElement>(null);
  const held = useRef<HTMLElement | null>(null);
  // A row that is put elsewhere in the page lets the focus fall.
  useLayoutEffect(() => {
    const { current } = held;
    if (document.activeElement !== document.body || !current?.isConnected) return;
    const next = current.matches(':disabled')
      ? current.parentElement?.querySelector<HTMLElement>('button:not(:disabled)')
      : current;
    next?.focus({ preventScroll: true });
    next?.scrollIntoView({ block: 'nearest' });
  }, [items]);
  return (
    <ol
      class="plan-rows"
      ref={list}
      onFocusIn={(event) => {
        held.current = event.target as HTMLElement;
      }}
      onFocusOut={({ relatedTarget }) => {
        if (relatedTarget) held.current = null;
      }}
    >
      {items.map((item, index) => (
        <Row
          key={itemName(item)}
          {...props}
          item={item}
          place={placeOf(item.ref)}
          isFirst={index === 0}
          isLast={index === items.length - 1}
        />
      ))}
    </ol>
  );
}

interface RowProps extends Props {
  item: PlanItem;
  place: TrainingPlace | undefined;
  isFirst: boolean;
  isLast: boolean;
}

function Row({ item, place, isFirst, isLast, ...act }: RowProps) {
  const text = place?.text ?? item.ref;
  const setDay = (event: Event & { currentTarget: HTMLInputElement }) => {
    const day = event.currentTarget.valueAsNumber;
    if (isPlanDay(day)) return act.onDay(item, day);
    event.currentTarget.value = String(item.day);
    act.onBadDay();
  };
  // What is asked already of the same item in another row cannot be asked twice.
  const isTaken = (need: Need) =>
    need !== item.need &&
    act.items.some((other) => itemName(other) === itemName({ ...item, need }));
  const fitting = place ? needsOf(place) : [item.need];
  const needs = NEEDS.filter((need) => fitting.includes(need) || need === item.need);
  return (
    <li class="plan-rows__row">
      <p class="plan-rows__text">
        {text}{' '}
        {place ? (
          <span class="quiet">{kindWords(place)}</span>
        ) : (
          <span class="tag tag--critical">{GONE_WORDS}</span>
        )}
      </p>
      <div class="plan-rows__tools" data-screen-only="">
        <span class="field">
          第{' '}
          <input
            type="number"
            inputMode="numeric"
            min={1}
            max={MAX_PLAN_DAY}
            value={item.day}
            aria-label={`第几个工作日：${text}`}
            onChange={setDay}
          />{' '}
          天
        </span>
        <span class="field">
          <select
            value={item.need}
            aria-label={`要求：${text}`}
            disabled={needs.length < 2}
            onChange={(event) => act.onNeed(item, event.currentTarget.value as Need)}
          >
            {needs.map((need) => (
              <option key={need} value={need} disabled={isTaken(need)}>
                {NEED_LABEL[need]}
              </option>
            ))}
          </select>
        </span>
        <span class="plan-rows__buttons">
          <button
            type="button"
            class="button"
            aria-label={`上移：${text}`}
            disabled={isFirst}
            onClick={() => act.onMove(item, -1)}
          >
            ↑
          </button>
          <button
            type="button"
            class="button"
            aria-label={`下移：${text}`}
            disabled={isLast}
            onClick={() => act.onMove(item, 1)}
          >
            ↓
          </button>
          <button
            type="button"
            class="button plan-rows__remove"
            aria-label={`去掉：${text}`}
            onClick={() => act.onRemove(item, `去掉了：${text}`)}
          >
            ×
          </button>
        </span>
      </div>
      <p class="plan-rows__printed">
        第 {item.day} 天 · {NEED_LABEL[item.need]}
      </p>
    </li>
  );
}
