/**
 * What a receipt says beside the plans, if its reader ticks it: open runs, duties of the periods that run, and
 * what of the plans is probably still known.
 */
import { dayOf, type Day } from '../../model/day.ts';
import { bankNameOf, revisionsIn } from '../../model/review-question.ts';
import { parseReference } from '../../model/reference.ts';
import { periodLabel } from '../../model/period-label.ts';
import { periodOf } from '../../model/period.ts';
import type { Holidays } from '../../model/workdays.ts';
import { runningMark } from '../../progress/duties/duty-marks.ts';
import { selectSteps, type TodayStep } from '../../progress/today/steps.ts';
import { retentionOf, standingsOf } from '../../progress/review/schedule.ts';
import type { StartedPlan } from '../../progress/training/fold.ts';
import type { ReceiptDuties, ReceiptReview, ReceiptRun } from '../../progress/training/receipt.ts';
import { answersNow } from '../../stores/answers.ts';
import { loadRuns } from '../../stores/runs/load.ts';
import { $openRuns } from '../../stores/runs/summaries.ts';
import { $myRoles } from '../../stores/settings.ts';
import { fetchBank, fetchBankIndex } from '../practice/banks.ts';
import { loadDuties } from '../today/use-role-duties.ts';
import { fetchHandbook, type HandbookNow } from './handbook-now.ts';

/** The open runs in words: neither notes nor who signed. */
export function receiptRuns(holidays: Holidays, now: Date): ReceiptRun[] {
  loadRuns('open');
  const runs = $openRuns.get();
  const { overdue, due, next } = selectSteps(runs, holidays, now);
  const asked: readonly TodayStep[] = [...overdue, ...due, ...next];
  return runs.map((run): ReceiptRun => {
    const first = asked.find((each) => each.run.id === run.id);
    const day = first?.due && (first.due.day ?? dayOf(first.due.at));
    return {
      code: run.code,
      workflow: run.template?.title ?? '',
      step: first?.visit?.step.title ?? '',
      isLate: first?.due !== undefined && first.due.at <= +now,
      ...(day ? { due: day } : {}),
    };
  });
}

/** The cadences that a receipt tells of. */
const CADENCES = ['daily', 'weekly', 'monthly'] as const;

/** How many duties of one's own roles are done, by period. @throws Error when a list cannot be had */
export async function receiptDuties(now: Date): Promise<ReceiptDuties[]> {
  const roles = $myRoles.get();
  const handbook = await fetchHandbook(roles);
  const lists = await Promise.all(roles.map((reference) => loadDuties({ reference })));
  return lists.flatMap((list) => {
    if (!list) throw new Error('the duties of a role are missing');
    const marks = list.store.$marks.get();
    const role = handbook.itemOf(handbook.nameNow(list.role))?.text ?? list.role;
    return CADENCES.flatMap((cadence): ReceiptDuties[] => {
      const duties = list.duties.filter((duty) => duty.cadence === cadence);
      if (duties.length === 0) return [];
      const done = duties.filter((duty) => runningMark(duty, marks, now)?.done).length;
      return [{ role, period: periodLabel(periodOf(cadence, now)), done, total: duties.length }];
    });
  });
}

/**
 * What of the questions about each plan's pages is probably still known; plans that were not asked about are left
 * out. What is asked no longer, or changed since it was answered, only the questions themselves say.
 *
 * @throws Error when they cannot be had
 */
export async function receiptReview(
  starts: readonly StartedPlan[],
  { nameNow }: HandbookNow,
  today: Day,
): Promise<ReceiptReview[]> {
  const answers = answersNow(nameNow);
  const planned = new Set(
    starts.flatMap(({ plan }) => plan.items.map(({ ref }) => parseReference(ref).page)),
  );
  const answered = new Set(answers.map(({ question }) => bankNameOf(question)));
  const index = answered.size > 0 ? (await fetchBankIndex()).banks : [];
  const wanted = index.filter(({ page }) => planned.has(page) && answered.has(page));
  const banks = await Promise.all(wanted.map(({ page }) => fetchBank(page)));
  const revs = revisionsIn(banks);
  const standings = [...standingsOf(answers, (question) => revs.get(question)).values()];
  return starts.flatMap(({ id, plan }): ReceiptReview[] => {
    const pages = new Set(plan.items.map(({ ref }) => parseReference(ref).page));
    const own = standings.filter(({ question }) => pages.has(bankNameOf(question)));
    const { asked, remembered } = retentionOf(own, today);
    return asked > 0 ? [{ plan: id, asked, remembered }] : [];
  });
}
