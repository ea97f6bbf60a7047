import { useState } from 'preact/hooks';
import { href } from '../../model/address.ts';
import type { DueItem } from '../../progress/training/agenda.ts';
import { Late } from '../shared/Late.tsx';
import { StorageNotice } from '../shared/StorageNotice.tsx';
import { UndoToast, type UndoableAction } from '../shared/UndoToast.tsx';
import { useReady } from '../shared/use-ready.ts';
import { LazyFold } from './LazyFold.tsx';
import { PlanHead } from './PlanHead.tsx';
import { settledItems, trainSections } from './train-sections.ts';
import { TrainRow } from './TrainRow.tsx';
import { UNCOVERED } from './train-words.ts';
import { useTraining, type Training } from './use-training.ts';

/** `/train/`: what is to be read, practised and shown of one's own plans; receipts; the mentor's part. */
export default function TrainApp() {
  const isRead = useReady(() => undefined);
  const { training, failed } = useTraining(isRead);
  const [action, setAction] = useState<UndoableAction | undefined>();
  const isThere = training !== undefined || failed;
  return (
    <div class="training" data-ready={isRead && isThere ? '' : undefined}>
      <StorageNotice />
      {failed && <Late what="计划还在，手册的目录没有取到，现在列不出来。" />}
      {!isThere && <p class="awaited__words">正在读取这个浏览器里的计划……</p>}
      {training && (
        <>
          <Agenda training={training} onAction={setAction} />
          <p class="visually-hidden" role="status">
            {action?.words}
          </p>
          {action && <UndoToast action={action} onUndone={() => setAction(undefined)} />}
          <Plans training={training} onAction={setAction} />
          <section class="training__ways" aria-labelledby="receipts">
            <h2 id="receipts">回执和带教</h2>
            {training.state.starts.length > 0 && (
              <LazyFold
                id="receipt"
                summary="把做到哪里告诉带您的人：做一份回执"
                load={() => import('./ReceiptMaker.tsx')}
                late="回执没有取到。"
              >
                {({ ReceiptMaker }) => <ReceiptMaker training={training} />}
              </LazyFold>
            )}
            <LazyFold
              id="mentor"
              summary="粘贴回执：带教签别人的，或收下签好的"
              load={() => import('./MentorPaste.tsx')}
              late="粘贴的地方没有取到。"
            >
              {({ MentorPaste }) => <MentorPaste onAction={setAction} />}
            </LazyFold>
            <p>
              {training.state.starts.length > 0 && (
                <>
                  <a href={href('/train/print/')}>打印一张有签字栏的培训记录</a>；
                </>
              )}
              带几个人的，看<a href={href('/team/')}>团队</a>。
            </p>
          </section>
        </>
      )}
    </div>
  );
}

interface PartProps {
  training: Training;
  onAction: (action: UndoableAction) => void;
}

function Agenda({ training, onAction }: PartProps) {
  const { items, state, today } = training;
  const settled = settledItems(items);
  const rows = (list: readonly DueItem[], isUnderDay: boolean) => (
    <ul class="train-list">
      {list.map((item) => (
        <TrainRow
          key={`${item.need} ${item.ref}`}
          item={item}
          training={training}
          isUnderDay={isUnderDay}
          plans={plansOf(item, training)}
          onAction={onAction}
        />
      ))}
    </ul>
  );
  if (state.starts.length === 0) {
    return (
      <p class="notice">
        还没有开始的计划。在下面挑一份，或者打开带您的人发来的链接，定下从哪天开始。
      </p>
    );
  }
  const sections = trainSections(items, today);
  return (
    <>
      {sections.length === 0 && <p class="notice">计划里的都做完了，手册也没有要您再看的改动。</p>}
      {sections.map(({ id, title, items: list }) => (
        <section
          key={id}
          class="train-section"
          data-section={id}
          aria-labelledby={`training-${id}`}
        >
          <h2 id={`training-${id}`}>{title}</h2>
          {id !== 'changed' && list[0]?.isUncovered && <p class="quiet">{UNCOVERED}</p>}
          {rows(list, id !== 'late')}
        </section>
      ))}
      {settled.length > 0 && (
        <details class="train-fold" id="settled">
          <summary>做完了 {settled.length} 项</summary>
          {rows(settled, false)}
        </details>
      )}
    </>
  );
}

/** The titles of an item's plans, where one follows several. */
function plansOf({ plans }: DueItem, { state }: Training): string | undefined {
  if (state.starts.length < 2) return undefined;
  const titles = state.starts.filter(({ id }) => plans.includes(id)).map(({ plan }) => plan.title);
  return titles.join('、');
}

function Plans({ training, onAction }: PartProps) {
  const { starts } = training.state;
  if (starts.length === 0) return null;
  return (
    <section aria-labelledby="my-plans">
      <h2 id="my-plans">我的计划</h2>
      <ul class="train-plans">
        {starts.map((start) => (
          // A plan that begins on another day is another start: what was typed for it is done with.
          <PlanHead key={start.id} start={start} training={training} onAction={onAction} />
        ))}
      </ul>
    </section>
  );
}
