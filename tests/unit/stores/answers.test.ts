import { beforeEach, expect, test } from 'vitest';
import { FakeBrowser, type Tab } from '../fixtures/browser.ts';

type Module = typeof import('../../../src/stores/answers.ts');
const load = () => import('../../../src/stores/answers.ts');
const loadDue = () => import('../../../src/stores/review-due.ts');

const RIGHT = { question: 'agency/workflows/x#y~next', rev: 1, right: true };

let browser: FakeBrowser;
let tab: Tab<Module>;

const answersIn = (where: Tab<Module>) =>
  where.do(({ $answers }) => {
    $answers.subscribe(() => undefined);
    return () => [...$answers.get().values()];
  });

beforeEach(async () => {
  browser = new FakeBrowser();
  tab = await browser.openTab(load);
});

test('each answer is a key of its own, and is there again in the next page', async () => {
  tab.do(({ addAnswer }) => addAnswer(RIGHT));
  tab.do(({ addAnswer }) => addAnswer({ ...RIGHT, right: false }));
  expect(browser.keys('khb:ans:')).toHaveLength(2);
  const next = await browser.openTab(load);
  const answers = answersIn(next)();
  expect(answers.map(({ right }) => right).sort()).toEqual([false, true]);
  expect(new Set(answers.map(({ at }) => at)).size).toBe(2);
});

test('two tabs add up, and an erased answer goes from both', async () => {
  const other = await browser.openTab(load);
  const [here, there] = [answersIn(tab), answersIn(other)];
  tab.do(({ addAnswer }) => addAnswer(RIGHT));
  other.do(({ addAnswer }) => addAnswer(RIGHT));
  browser.deliver();
  expect([here().length, there().length]).toEqual([2, 2]);
  browser.clear();
  browser.deliver();
  expect([here().length, there().length]).toEqual([0, 0]);
});

test('what 今天 looks at adds up the days until now, ten at most, and believes nothing it cannot read', async () => {
  const due = await browser.openTab(loadDue);
  due.do(({ noteReviewDue }) => {
    noteReviewDue(['2026-11-28', '2026-11-26', '2026-11-26', '2026-12-24']);
  });
  expect(due.do(({ reviewDue }) => reviewDue('2026-11-25'))).toBe(0);
  expect(due.do(({ reviewDue }) => reviewDue('2026-11-26'))).toBe(2);
  expect(due.do(({ reviewDue }) => reviewDue('2026-11-30'))).toBe(3);
  due.do(({ noteReviewDue }) => noteReviewDue(Array.from({ length: 40 }, () => '2026-11-26')));
  expect(due.do(({ reviewDue }) => reviewDue('2026-11-26'))).toBe(10);
  due.do(({ noteReviewDue }) => noteReviewDue([]));
  expect(browser.keys('khb:set:review')).toEqual([]);
  browser.storage.setItem('khb:set:review', 'x:3,2026-11-26:-4,2026-02-30:5,2026-11-26:2');
  expect(due.do(({ reviewDue }) => reviewDue('2026-11-26'))).toBe(2);
});
