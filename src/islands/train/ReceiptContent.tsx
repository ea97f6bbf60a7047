import { formatIsoDay } from '../../model/format-day.ts';
import { countItems, type DueItem } from '../../progress/training/agenda.ts';
import type { StartedPlan, TrainingState } from '../../progress/training/fold.ts';
import type { ReceiptDuties, ReceiptReview, ReceiptRun } from '../../progress/training/receipt.ts';
import type { HandbookNow } from './handbook-now.ts';
import { confirmedWords, countWords, startWords } from './train-words.ts';

interface Props {
  label: string;
  starts: readonly StartedPlan[];
  items: readonly DueItem[];
  /** What is confirmed on this device. */
  state: TrainingState;
  handbook: HandbookNow;
  edition: number;
  runs?: readonly ReceiptRun[];
  duties?: readonly ReceiptDuties[];
  review?: readonly ReceiptReview[];
}

/** All that a receipt will say, before it is made. */
export function ReceiptContent(props: Props) {
  const { label, starts, items, state, handbook, edition, runs, duties, review } = props;
  // Older revisions too: all of it goes.
  const refs = [...new Set(items.map(({ ref }) => ref))];
  const confirmed = refs.flatMap((ref) => state.history(ref).map((each) => ({ ref, ...each })));
  return (
    <div class="receipt__content">
      <p class="receipt__title">交出去的是</p>
      <ul>
        <li>
          {label || '（还没写姓名或工号）'}，这台设备的一个随机编号，第 {edition} 版，现在的时间
        </li>
        {starts.map(({ id, plan, day }) => (
          <li key={id}>
            {plan.title}，{startWords(day)}：{countWords(countItems(items, id))}
          </li>
        ))}
        {runs?.map((run) => (
          <li key={run.code}>
            执行 {run.code} {run.workflow}
            {run.step && `：${run.step}`}
            {run.due && `，${run.isLate ? '已过期，应在' : ''}${formatIsoDay(run.due)}前`}
          </li>
        ))}
        {runs?.length === 0 && <li>没有进行中的执行</li>}
        {duties?.map(({ role, period, done, total }) => (
          <li key={`${role} ${period}`}>
            {role}，{period}：做了 {done} 项，共 {total} 项
          </li>
        ))}
        {review?.map(({ plan, asked, remembered }) => (
          <li key={plan}>
            复习 {starts.find(({ id }) => id === plan)?.plan.title ?? ''}：还记得 {asked} 条里的{' '}
            {remembered} 条
          </li>
        ))}
        {review?.length === 0 && <li>计划里的页还没有复习过</li>}
        {duties?.length === 0 && <li>还没有选岗位，没有职责可说</li>}
      </ul>
      {confirmed.length > 0 && (
        <details class="train-fold">
          <summary>确认过的 {confirmed.length} 次，逐次看</summary>
          <ul>
            {confirmed.map(({ ref, ...each }) => (
              <li key={each.id}>
                {handbook.itemOf(ref)?.text ?? ref}：{confirmedWords(each)}
              </li>
            ))}
          </ul>
        </details>
      )}
      <p class="field__help">备注、签字人、结束了的执行和别的记录不在里面。</p>
    </div>
  );
}
