/** The list of `/train/`: what is late, due today, changed, then day by day. Pure. */
import type { Day } from '../../model/day.ts';
import type { DueItem } from '../../progress/training/agenda.ts';
import { nearDay } from './train-words.ts';

export interface TrainSection {
  /** `late`, `today`, `changed`, or the day: ids of headings. */
  readonly id: string;
  readonly title: string;
  readonly items: readonly DueItem[];
}

/** The sections that have something in them, the most pressing first. */
export function trainSections(items: readonly DueItem[], today: Day): TrainSection[] {
  const open = items.filter(({ state }) => state === 'open');
  const later = open.filter(({ due }) => due > today);
  const days = [...new Set(later.map(({ due }) => due))];
  const sections: TrainSection[] = [
    { id: 'late', title: '晚了', items: open.filter(({ isLate }) => isLate) },
    { id: 'today', title: '今天', items: open.filter(({ due }) => due === today) },
    { id: 'changed', title: '手册改了', items: items.filter(({ state }) => state === 'changed') },
    ...days.map((day) => ({
      id: `by-${day}`,
      title: `${nearDay(day, today)}前`,
      items: later.filter(({ due }) => due === day),
    })),
  ];
  return sections.filter((section) => section.items.length > 0);
}

/** What is not asked for any more, what was done last first. */
export function settledItems(items: readonly DueItem[]): DueItem[] {
  return items
    .filter(({ state }) => state === 'done' || state === 'retired')
    .sort((a, b) => (b.confirmed?.at ?? 0) - (a.confirmed?.at ?? 0));
}
