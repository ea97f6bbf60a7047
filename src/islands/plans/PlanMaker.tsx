import { useMemo, useRef, useState } from 'preact/hooks';
import {
  PLANS_PATH,
  trainingPath,
  type ListedPlan,
  type TrainingHandbook,
} from '../../model/plan-data.ts';
import type { PlanItem } from '../../model/plan.ts';
import { presentName } from '../../model/training-data.ts';
import { draftOnPage } from '../../model/storage-names.ts';
import { MAX_PLAN_DAY } from '../../progress/training/event.ts';
import { itemsNow } from '../../progress/training/fold.ts';
import { replacedBy, type MadePlan } from '../../progress/training/plan-code.ts';
import {
  addItems,
  aloneOf,
  EMPTY_DRAFT,
  itemName,
  moveItem,
  PLAN_DRAFT_PAGE,
  readPlanDraft,
  removeItem,
  removeReference,
  setDay,
  setNeed,
  writePlanDraft,
  type PlanDraft,
} from '../../progress/training/plan-draft.ts';
import {
  placesOf,
  planOfTitle,
  titleFromPlan,
  usualNeed,
  type PlanName,
  type TrainingPlace,
} from '../../progress/training/places.ts';
import { StorageNotice } from '../shared/StorageNotice.tsx';
import { UndoToast, type UndoableAction } from '../shared/UndoToast.tsx';
import { useDraft } from '../shared/use-draft.ts';
import { useReady } from '../shared/use-ready.ts';
import { fetchData } from '../shared/fetch-data.ts';
import { fetchTrainingData } from '../train/fetch-data.ts';
import { NotLoaded } from '../shared/NotLoaded.tsx';
import { PlanEarlier } from './PlanEarlier.tsx';
import { PlanOut } from './PlanOut.tsx';
import { PlanPicker } from './PlanPicker.tsx';
import { PlanRows } from './PlanRows.tsx';
import { PlanSource } from './PlanSource.tsx';
import { useLoad } from '../shared/use-load.ts';

interface Props {
  handbooks: readonly { readonly slug: string; readonly title: string }[];
  /** Routes of roles and authored plans. */
  plans: readonly PlanName[];
  /** Number of the edition that is published now. */
  edition: number;
}

/** `/train/new/`: makes a plan out of what the handbooks have. It is kept as it is made, and nothing of it is typed. */
export default function PlanMaker({ handbooks, plans, edition }: Props) {
  const ready = useReady(() => undefined);
  const draft = useDraft(ready ? draftOnPage(PLAN_DRAFT_PAGE, 'plan') : undefined);
  const [isPicking, setPicking] = useState(false);
  const [source, setSource] = useState<string | undefined>();
  const [done, setDone] = useState<UndoableAction | undefined>();
  const turn = useRef(0);

  const read = draft.text === undefined ? { value: EMPTY_DRAFT } : readPlanDraft(draft.text);
  const isReadable = typeof read === 'object';
  const plan = isReadable ? read.value : EMPTY_DRAFT;
  const isAny = plan.items.length > 0;
  const books = useLoad(isPicking || isAny, () =>
    Promise.all(handbooks.map(({ slug }) => fetchData<TrainingHandbook>(trainingPath(slug)))),
  );
  const isOfPlan = plan.titleFrom !== undefined && planOfTitle(plan.titleFrom) !== undefined;
  const published = useLoad(source !== undefined || (isAny && isOfPlan), () =>
    fetchData<readonly ListedPlan[]>(PLANS_PATH),
  );
  const places = useMemo(
    () => new Map(placesOf(books.value ?? []).map((place) => [place.ref, place])),
    [books.value],
  );
  const placeOf = (ref: string) => places.get(ref);
  const present = plan.items.filter(({ ref }) => places.has(ref));
  const chosen = new Set(plan.items.map(({ ref }) => ref));

  const write = (next: PlanDraft) => {
    const text = writePlanDraft(next);
    if (text === undefined) draft.drop();
    else draft.write(text);
  };
  /** Changes the plan, and says so where that can be taken back. */
  const change = (next: PlanDraft, words?: string) => {
    write(next);
    turn.current += 1;
    setDone(words === undefined ? undefined : { words, takeBack: () => write(plan) });
  };
  const say = (words: string) => {
    turn.current += 1;
    setDone({ words });
  };
  const toggle = (place: TrainingPlace) => {
    const { ref, text } = place;
    if (chosen.has(ref)) return change(removeReference(plan, ref), `去掉了：${text}`);
    const day = plan.items.at(-1)?.day ?? 1;
    change(addItems(plan, [{ ref, need: usualNeed(place), day }]), `加上了：${text}`);
  };
  const addPlan = (added: ListedPlan) => {
    setSource(undefined);
    const next = addItems(plan, added.items);
    const count = next.items.length - plan.items.length;
    const title = plan.titleFrom ?? titleFromPlan(added.id);
    if (count === 0) return say(`${added.title}里的都已经在计划里了`);
    change({ ...next, titleFrom: title }, `加上了：${added.title}，${count} 项`);
  };
  const correct = async (made: MadePlan) => {
    const { titleFrom } = made;
    // Without what moved since, what has another name now stands by its old one.
    const data = await fetchTrainingData().catch(() => undefined);
    const items = data ? itemsNow(made.items, (ref) => presentName(data, ref)) : made.items;
    change({ titleFrom, items, replaces: replacedBy(made) }, '换成了发过的那份，接着改就行');
  };
  const on = {
    onMove: (item: PlanItem, by: -1 | 1) => change(moveItem(plan, itemName(item), by)),
    onDay: (item: PlanItem, day: number) => change(setDay(plan, itemName(item), day)),
    onNeed: (item: PlanItem, need: PlanItem['need']) => change(setNeed(plan, itemName(item), need)),
    onRemove: (item: PlanItem, words: string) => change(removeItem(plan, itemName(item)), words),
    onBadDay: () => say(`天数是 1 到 ${MAX_PLAN_DAY} 的整数，没有改`),
  };

  return (
    <div class="plan-maker" data-ready={ready ? '' : undefined}>
      <StorageNotice />
      {!isReadable && (
        <div class="notice notice--warn">
          <p>
            {read === 'newer'
              ? '这里有一份没做完的计划，是新版网站写下的，这一版读不懂：请刷新页面。没有动它。'
              : '这里有一份没做完的计划坏了，读不出来。没有动它。'}
          </p>
          <button type="button" class="button" onClick={() => draft.drop()}>
            不要它，重新做
          </button>
        </div>
      )}
      {isReadable && (
        <>
          <section aria-labelledby="plan-pick">
            <h2 id="plan-pick">挑内容</h2>
            <fieldset class="plan-maker__form" disabled={!ready}>
              <legend class="visually-hidden">挑内容</legend>
              <PlanSource
                handbooks={handbooks}
                plans={plans}
                source={source}
                load={published}
                onSource={setSource}
                onAdd={addPlan}
              />
              <PlanEarlier onRead={(made) => void correct(made)} />
              {books.value ? (
                <PlanPicker handbooks={books.value} chosen={chosen} onToggle={toggle} />
              ) : (
                <>
                  <p>
                    <button
                      type="button"
                      class="button"
                      aria-busy={isPicking && !books.hasFailed}
                      onClick={() => (books.hasFailed ? books.retry() : setPicking(true))}
                    >
                      从手册里一页一页挑
                    </button>
                  </p>
                  <NotLoaded load={books} what="手册的目录没有取到。" />
                </>
              )}
            </fieldset>
          </section>
          <section aria-labelledby="plan-rows">
            <h2 id="plan-rows">{isAny ? `计划里的 ${plan.items.length} 项` : '计划'}</h2>
            {isAny ? (
              <>
                <p data-screen-only="">
                  <a class="button" href="#plan-out">
                    排好了，去发出去
                  </a>
                </p>
                <p class="field__help">
                  天数是工作日：第 1
                  天是开始那天，遇上休息日顺到下一个工作日。改了天数，次序跟着变。
                </p>
                {books.value && <PlanRows items={plan.items} placeOf={placeOf} {...on} />}
                <p data-screen-only="">
                  <button
                    type="button"
                    class="button button--quiet"
                    onClick={() => change(EMPTY_DRAFT, '清空了')}
                  >
                    全部去掉
                  </button>
                </p>
              </>
            ) : (
              <p>还没有内容。从上面挑一条路线，或者一页一页挑。</p>
            )}
          </section>
          {books.value && present.length > 0 && (
            <PlanOut
              items={present}
              placeOf={placeOf}
              handbooks={books.value}
              plans={plans}
              published={published.value ?? []}
              edition={edition}
              titleFrom={plan.titleFrom}
              replaces={plan.replaces}
              onAlone={() => change(aloneOf(plan), '算作另一份新计划')}
              onTitle={(titleFrom) => change({ ...plan, titleFrom })}
            />
          )}
        </>
      )}
      <div class="plan-maker__done" role="status">
        {done && (
          <UndoToast
            key={turn.current}
            action={done}
            onUndone={() => say('已撤销')}
            onDismissed={() => setDone(undefined)}
          />
        )}
      </div>
    </div>
  );
}
