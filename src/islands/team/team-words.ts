/** What the team's page says. */
import { NEED_LABEL, type Need } from '../../model/plan.ts';
import type { DueItem } from '../../progress/training/agenda.ts';
import type { AddedReceipts } from '../../stores/team.ts';

/** What a cell of the table says, and what that means. */
export const MARKS = {
  done: ['有', '确认了现在这一版'],
  mentor: ['带教', '带教看着做过'],
  changed: ['旧版', '确认的是旧版，手册改了'],
  open: ['欠', '还没有，日子没到'],
  late: ['晚', '还没有，日子过了'],
  retired: ['停', '手册里不用了'],
} as const;

export type Mark = keyof typeof MARKS;

/** How an item stands, for its cell. */
export function markOf({ state, isLate, confirmed }: DueItem): Mark {
  if (state === 'open') return isLate ? 'late' : 'open';
  return state === 'done' && confirmed?.by !== undefined ? 'mentor' : state;
}

/** A need in one word, for the head of a column. */
export const NEED_SHORT: Readonly<Record<Need, string>> = {
  read: '读',
  practise: '练',
  observe: '带教',
};

/** How a person's item is named: `投诉处理（读过）`. */
export const itemWords = (title: string, need: Need) => `${title}（${NEED_LABEL[need]}）`;

/** How old a receipt is. @param at when it was made @param now the present moment */
export function ageWords(at: number, now: Date): string {
  const dayOf = (moment: Date) =>
    Date.UTC(moment.getFullYear(), moment.getMonth(), moment.getDate()) / 86_400_000;
  const days = dayOf(now) - dayOf(new Date(at));
  if (days < 0) return '日期在以后';
  return days === 0 ? '今天' : `${days} 天前`;
}

/** What became of the receipts that were pasted. */
export function addedWords({ added, known }: Pick<AddedReceipts, 'added' | 'known'>): string {
  if (added + known === 0) return '';
  if (added === 0) return `${known} 份回执这里都有了，没有新的。`;
  return `读进来 ${added} 份回执${known > 0 ? `；另外 ${known} 份这里已经有了` : ''}。`;
}
