import { expect, test } from 'vitest';
import { dayOf } from '../../../src/model/day.ts';
import type { DueItem, ItemState } from '../../../src/progress/training/agenda.ts';
import { todayItems } from '../../../src/islands/train/today-items.ts';
import { settledItems, trainSections } from '../../../src/islands/train/train-sections.ts';
import { dueWords, placeWords } from '../../../src/islands/train/train-words.ts';

const TODAY = '2026-11-25';
const NOON = new Date(2026, 10, 25, 12).getTime();

function item(ref: string, due: string, state: ItemState = 'open', at?: number): DueItem {
  return {
    ref,
    need: 'read',
    plans: ['p'],
    due,
    isUncovered: false,
    state,
    isLate: state === 'open' && due < TODAY,
    rev: 2,
    ...(at === undefined ? {} : { confirmed: { id: ref, need: 'read', rev: 2, at } }),
  };
}

const LATE = item('late', '2026-11-20');
const DUE = item('due', TODAY);
const CHANGED = item('changed', '2026-11-20', 'changed', NOON - 86_400_000);
const LATER = item('later', '2026-11-27');
const LAST = item('last', '2026-12-21');
const DONE = item('done', '2026-11-20', 'done', NOON);
const EARLIER = item('earlier', '2026-11-20', 'done', NOON - 86_400_000);
const GONE = item('gone', '2026-11-20', 'retired');
const ALL = [LATE, CHANGED, DONE, EARLIER, GONE, DUE, LATER, LAST];

test('the list has what is late first, then today, what changed, and day by day', () => {
  expect(trainSections(ALL, TODAY).map(({ title, items }) => [title, items])).toEqual([
    ['晚了', [LATE]],
    ['今天', [DUE]],
    ['手册改了', [CHANGED]],
    ['11 月 27 日 星期五前', [LATER]],
    ['12 月 21 日 星期一前', [LAST]],
  ]);
  expect(settledItems(ALL)).toEqual([DONE, EARLIER, GONE]);
});

test('every item stands in one place', () => {
  const listed = trainSections(ALL, TODAY).flatMap(({ items }) => items);
  expect([...listed, ...settledItems(ALL)].map(({ ref }) => ref).sort()).toEqual(
    ALL.map(({ ref }) => ref).sort(),
  );
});

test('今天 has what is asked for today, and what was done today', () => {
  expect(dayOf(NOON)).toBe(TODAY);
  expect(todayItems(ALL, TODAY)).toEqual({ asked: [LATE, CHANGED, DUE], done: [DONE] });
});

test('where nothing is asked for, the next one', () => {
  expect(todayItems([DONE, LATER, LAST], TODAY)).toEqual({ asked: [], next: LATER, done: [DONE] });
  expect(todayItems([DONE], TODAY)).toEqual({ asked: [], done: [DONE] });
});

test('by when, in words', () => {
  expect(dueWords(LATE, TODAY)).toBe('已晚：应在 11 月 20 日 星期五前');
  expect(dueWords(DUE, TODAY)).toBe('今天到期');
  expect(dueWords(item('x', '2026-11-26'), TODAY)).toBe('明天前');
  expect(dueWords({ ...item('x', '2027-02-19'), isUncovered: true }, TODAY)).toContain(
    '2027 年 2 月 19 日 星期五前（数到的那一年假期还没有公布',
  );
  expect(placeWords({ done: 3, total: 12, late: 0, changed: 0 })).toBe('3/12');
});
