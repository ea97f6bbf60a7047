import { useState } from 'preact/hooks';
import { href } from '../../model/address.ts';
import { formatIsoDay, isoDay } from '../../model/format-day.ts';
import { NEED_LABEL } from '../../model/plan.ts';
import { draftOnPage } from '../../model/storage-names.ts';
import { countItems, type DueItem } from '../../progress/training/agenda.ts';
import { itemKey, type StartedPlan } from '../../progress/training/fold.ts';
import { learnerLabel, setLearnerLabel } from '../../stores/learner.ts';
import { Late } from '../shared/Late.tsx';
import { StorageNotice } from '../shared/StorageNotice.tsx';
import { useDraft } from '../shared/use-draft.ts';
import { useReady } from '../shared/use-ready.ts';
import { NameField } from './NameField.tsx';
import { countWords, startWords } from './train-words.ts';
import { useTraining, type Training } from './use-training.ts';

/** `/train/print/`: what was confirmed of one's own plans, with lines for signatures. What counts is this paper. */
export default function TrainSheet() {
  const ready = useReady(() => undefined);
  const { training, failed } = useTraining(ready);
  const saved = ready ? learnerLabel() : '';
  const label = useDraft(ready ? draftOnPage('train', 'label') : undefined, saved);
  const [failures, setFailures] = useState(0);
  const name = label.text ?? saved;
  const printSheet = async () => {
    if (name.trim() !== '') {
      setLearnerLabel(name);
      label.drop();
    }
    await import('../shared/print-page.ts').then(
      (m) => m.printPage(),
      () => setFailures(failures + 1),
    );
  };
  const starts = training?.state.starts ?? [];
  return (
    <div class="training" data-ready={ready && (training || failed) ? '' : undefined}>
      <StorageNotice />
      {failed && <Late what="计划还在，手册的目录没有取到，现在打印不了。" />}
      {!training && !failed && <p class="awaited__words">正在读取这个浏览器里的计划……</p>}
      {training && starts.length === 0 && (
        <p class="notice">
          还没有开始的计划，没有记录可打印。<a href={href('/train/')}>去挑一份</a>
        </p>
      )}
      {training && starts.length > 0 && (
        <>
          <div class="train-sheet__tools">
            <NameField label="姓名或工号" value={name} onType={label.write} />
            <button type="button" class="button button--primary" onClick={() => void printSheet()}>
              打印
            </button>
            <a class="button" href={href('/train/')}>
              回我的培训
            </a>
          </div>
          {failures > 0 && <Late key={failures} what="没有打印成。" isAsked />}
          {starts.map((start) => (
            <Sheet key={start.id} start={start} training={training} name={name.trim()} />
          ))}
        </>
      )}
    </div>
  );
}

interface SheetProps {
  start: StartedPlan;
  training: Training;
  name: string;
}

/** One plan on paper. */
function Sheet({ start, training, name }: SheetProps) {
  const { items, handbook, today } = training;
  const mine = items.filter(({ plans }) => plans.includes(start.id));
  return (
    <section class="train-sheet" aria-labelledby={`sheet-${start.id}`}>
      <h2 id={`sheet-${start.id}`}>{start.plan.title}</h2>
      <p class="train-sheet__facts">
        学的人：{name || '＿＿＿＿＿＿＿＿'}；{startWords(start.day)}；手册第{' '}
        {handbook.data.edition} 版；{formatIsoDay(today)}打印；
        {countWords(countItems(items, start.id))}
      </p>
      <div class="table-scroll" role="group" tabIndex={0} aria-label={start.plan.title}>
        <table>
          <thead>
            <tr>
              <th scope="col">序</th>
              <th scope="col">内容</th>
              <th scope="col">要求</th>
              <th scope="col">哪天前</th>
              <th scope="col">确认的日期和版次</th>
              <th scope="col">带教签字</th>
            </tr>
          </thead>
          <tbody>
            {mine.map((item, index) => (
              <Row
                key={itemKey(item.ref, item.need)}
                item={item}
                number={index + 1}
                training={training}
              />
            ))}
          </tbody>
        </table>
      </div>
      <p class="train-sheet__declared">
        日期和带教的名字是本人在自己的设备上填的，没有人核对；签了字才算数。
      </p>
      <ul class="train-sheet__signatures">
        {['学的人', '带教', '主管'].map((who) => (
          <li key={who}>{who}签字：＿＿＿＿＿＿＿＿ 日期：＿＿＿＿＿＿</li>
        ))}
      </ul>
    </section>
  );
}

interface RowProps {
  item: DueItem;
  number: number;
  training: Training;
}

function Row({ item, number, training: { handbook } }: RowProps) {
  const { ref, need, due, rev, state, confirmed } = item;
  const now = handbook.itemOf(ref);
  return (
    <tr>
      <td>{number}</td>
      <td>
        {now?.text ?? ref}
        {now && <span class="quiet">（{now.kind}）</span>}
        {state === 'retired' && <span class="quiet">（手册里没有这一条了）</span>}
      </td>
      <td>{NEED_LABEL[need]}</td>
      <td>{due}</td>
      <td>
        {confirmed && `${isoDay(new Date(confirmed.at))}，第 ${confirmed.rev} 版`}
        {state === 'changed' && rev !== undefined && `（第 ${rev} 版改了，还没有再确认）`}
      </td>
      <td>{confirmed?.by !== undefined && `${confirmed.by}（自行声明）`}</td>
    </tr>
  );
}
