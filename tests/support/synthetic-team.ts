/** Receipts of a team that does not exist: every person at another point of one plan. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TrainingHandbook } from '../../src/model/plan-data.ts';
import type { Plan, PlanItem } from '../../src/model/plan.ts';
import type { ConfirmEvent } from '../../src/progress/training/event.ts';
import type { Receipt, ReceiptRun } from '../../src/progress/training/receipt.ts';

/** 2026-11-24 18:00 in Shanghai. */
const MADE = Date.UTC(2026, 10, 24, 10);
const DAY = 86_400_000;

/**
 * Receipts of so many people with a plan of so many items of one handbook.
 *
 * @param folder a built site
 */
export function syntheticTeam(
  folder: string,
  handbook: string,
  { people, items }: { readonly people: number; readonly items: number },
): Receipt[] {
  const file = readFileSync(join(folder, `current/train/${handbook}.json`), 'utf8');
  const { pages } = JSON.parse(file) as TrainingHandbook;
  const refs = pages.flatMap((page) => [
    page.ref,
    ...page.items.map(({ id }) => `${page.ref}#${id}`),
  ]);
  if (refs.length < items) throw new Error(`${handbook} has ${refs.length} items, not ${items}`);
  const plan: Plan = {
    id: 'first-quarter',
    title: '第一个季度',
    items: refs.slice(0, items).map((ref, index): PlanItem => {
      const need = index % 7 === 3 ? 'observe' : index % 3 === 1 ? 'practise' : 'read';
      return { ref, need, day: 1 + Math.floor(index / 2) };
    }),
  };
  return Array.from({ length: people }, (_, person) => receiptOf(plan, person));
}

function receiptOf(plan: Plan, person: number): Receipt {
  const id = `device${String(person).padStart(10, '0')}`;
  const at = MADE - (person % 9) * DAY;
  const done = plan.items.slice(0, (person * 7) % (plan.items.length + 1));
  const events = done.map(({ ref, need }, index): ConfirmEvent => {
    const event = { v: 1 as const, id: `e${person}x${index}`, at: at - DAY, ref, rev: 1 };
    return need === 'observe' ? { ...event, kind: need, by: '王敏' } : { ...event, kind: need };
  });
  const run: ReceiptRun = {
    code: `2026-${String(person).padStart(3, '0')}`,
    workflow: '投诉处理',
    step: '回访',
    due: `2026-11-${String(15 + (person % 15)).padStart(2, '0')}`,
    isLate: false,
  };
  return {
    v: 1,
    learner: { id, label: `${NAMES[person % NAMES.length]}${person < NAMES.length ? '' : person}` },
    at,
    edition: 1,
    plans: [{ id: `start${person}`, plan, day: '2026-11-02' }],
    events: events.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)),
    gone: [],
    ...(person % 3 === 0 ? { runs: [run] } : {}),
    ...(person % 4 === 0
      ? { duties: [{ role: '客户专员', period: '2026 年 11 月', done: 3, total: 5 }] }
      : {}),
  };
}

const NAMES = ['王小明', '李静', '张伟', '刘洋', '陈晨', '007', '赵一诺', '周舟', '吴桐', '郑好'];
