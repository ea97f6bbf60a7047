import { useEffect, useState } from 'preact/hooks';
import { href } from '../../model/address.ts';
import { isDay } from '../../model/day.ts';
import { formatIsoDay, isoDay } from '../../model/format-day.ts';
import type { Plan } from '../../model/plan.ts';
import { draftOnPage } from '../../model/storage-names.ts';
import { presentName, type TrainingData } from '../../model/training-data.ts';
import { foldTraining, itemsNow, type StartedPlan } from '../../progress/training/fold.ts';
import { $training, leavePlan, startPlan, withdraw } from '../../stores/training.ts';
import { StorageNotice } from '../shared/StorageNotice.tsx';
import { UndoToast, type UndoableAction } from '../shared/UndoToast.tsx';
import { useDraft } from '../shared/use-draft.ts';
import { useLiveStore } from '../shared/use-live-store.ts';
import { useReady } from '../shared/use-ready.ts';
import { fetchTrainingData } from './fetch-data.ts';

interface Props {
  plan: Plan;
  /** Ids under which it, or a plan that it replaces, was begun before, the newest first. */
  former?: readonly string[] | undefined;
}

/** Since when. */
const startWords = (day: string) => `${formatIsoDay(day)}开始`;

const NONE: ReadonlyMap<string, never> = new Map<string, never>();

/** On the page of a plan: begins it on a day, says since when one follows it, and takes a corrected one over. */
export default function StartPlan({ plan, former = [] }: Props) {
  const events = useLiveStore($training, NONE);
  const ready = useReady(() => undefined);
  const [data, setData] = useState<TrainingData | undefined>();
  const [action, setAction] = useState<UndoableAction | undefined>();
  const typed = useDraft(ready ? draftOnPage('train', `start:${plan.id}`) : undefined);
  const { starts } = foldTraining(events.values());
  const start = [plan.id, ...former]
    .map((id) => starts.find((each) => each.plan.id === id))
    .find((each) => each !== undefined);
  useEffect(() => {
    // Whether the plan was corrected since cannot be known without it; nothing else stands on it.
    if (start) fetchTrainingData().then(setData, () => undefined);
  }, [start?.id]);
  const today = isoDay(new Date());
  const day = typed.text ?? (ready ? today : '');

  const begin = (event: Event) => {
    event.preventDefault();
    if (!isDay(day)) return;
    typed.drop();
    const id = startPlan(plan, day);
    const words = `${startWords(day)}：${plan.title}`;
    setAction({ words, takeBack: () => leavePlan(id) });
  };
  const leave = (id: string) => {
    const left = leavePlan(id);
    setAction({
      words: '不再跟这份计划；确认过的都留着',
      takeBack: () => withdraw(left),
    });
  };
  const takeOver = (before: StartedPlan) => {
    const id = startPlan(plan, before.day, before.id);
    setAction({
      words: '换成了改过的计划；确认过的都留着',
      takeBack: () => startPlan(before.plan, before.day, id),
    });
  };

  return (
    <div class="start-plan" data-search="off" data-ready={ready ? '' : undefined}>
      {start && (
        <div class="start-plan__begun">
          <p class="start-plan__words">
            您在跟这份计划，{startWords(start.day)}。<a href={href('/train/')}>打开我的培训</a>
          </p>
          {data && isCorrected(plan, start, data) && (
            <div class="notice">
              <p>这份计划在您开始以后改过了：您跟的还是开始时的那份。</p>
              <p class="notice__actions">
                <button type="button" class="button" onClick={() => takeOver(start)}>
                  换成改过的
                </button>
              </p>
            </div>
          )}
          <button type="button" class="button button--quiet" onClick={() => leave(start.id)}>
            不跟了
          </button>
        </div>
      )}
      {/* It keeps its room while the plan is followed: what stands below is not moved. */}
      <form class="start-plan__start" onSubmit={begin} inert={start !== undefined}>
        <fieldset class="start-plan__form" disabled={!ready}>
          <legend class="visually-hidden">开始这份计划</legend>
          <label class="field">
            <span class="field__label">从哪天开始</span>
            <input
              type="date"
              required
              value={day}
              aria-describedby="start-plan-help"
              onInput={(event) => typed.write(event.currentTarget.value)}
            />
          </label>
          <button type="submit" class="button button--primary">
            开始这份计划
          </button>
        </fieldset>
        <p id="start-plan-help" class="field__help">
          到期的日子从这天数起，只数工作日。记录只存在这台设备的这个浏览器里。
        </p>
      </form>
      <StorageNotice />
      <p class="visually-hidden" role="status">
        {action?.words}
      </p>
      {action && <UndoToast action={action} onUndone={() => setAction(undefined)} />}
    </div>
  );
}

/** True when the plan as it is published asks for something else than the one that was begun. */
function isCorrected(plan: Plan, start: StartedPlan, data: TrainingData): boolean {
  const asked = (items: Plan['items']) =>
    JSON.stringify(
      itemsNow(items, (ref) => presentName(data, ref)).map(({ ref, need, day }) => [
        ref,
        need,
        day,
      ]),
    );
  return asked(plan.items) !== asked(start.plan.items);
}
