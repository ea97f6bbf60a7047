/** 复习: ten questions a day by touch and by keyboard, what was not known again, and what 今天 says of it. */
import type { Page } from '@playwright/test';
import {
  BANK_INDEX_PATH,
  bankPath,
  type BankIndex,
  type QuestionBank,
} from '../../src/model/review-question.ts';
import { violations } from './axe.ts';
import { expect, PAGES, ready, test } from './fixtures.ts';
import { letThrough } from './held-back.ts';
import { stored } from './run-fixtures.ts';

const PRACTICE = './practice/';
const ANSWER = /^khb:ans:/;

async function chooseRole(page: Page): Promise<void> {
  await page.goto(PAGES.role);
  await ready(page, 'checklist__head');
  await page.getByRole('button', { name: '设为我的岗位' }).click();
}

/** The questions that are published about the handbook, by page. */
async function banksOf(page: Page): Promise<QuestionBank[]> {
  const read = async <T>(path: string) => (await (await page.request.get(`.${path}`)).json()) as T;
  const { banks } = await read<BankIndex>(BANK_INDEX_PATH);
  const names = banks.map((bank) => bank.page).filter((name) => name.startsWith('agency/'));
  return Promise.all(names.map((name) => read<QuestionBank>(bankPath(name))));
}

/** By prompt: the right answer, or the right order. */
function rightAnswers(banks: readonly QuestionBank[]): Map<string, readonly string[]> {
  return new Map(
    banks
      .flatMap(({ questions }) => questions)
      .map((question) => [
        question.prompt,
        question.kind === 'order'
          ? question.steps
          : question.choices.filter((choice) => choice.right).map(({ text }) => text),
      ]),
  );
}

const prompt = (page: Page) => page.locator('.question h2');
const choices = (page: Page) => page.locator('.question__choice');
const next = (page: Page) => page.getByRole('button', { name: /^下一题/ });

async function answer(
  page: Page,
  right: ReadonlyMap<string, readonly string[]>,
  isRight: boolean,
): Promise<void> {
  const texts = right.get((await prompt(page).textContent()) ?? '') ?? [];
  expect(texts.length).toBeGreaterThan(0);
  if (texts.length > 1) {
    for (const text of isRight ? texts : [...texts].reverse()) {
      await choices(page).filter({ hasText: text }).click();
    }
    await page.getByRole('button', { name: '就按这个先后' }).click();
  } else {
    const chosen = choices(page).filter(
      isRight ? { hasText: texts[0] ?? '' } : { hasNotText: texts[0] ?? '' },
    );
    await chosen.first().click();
  }
  await expect(page.locator('.question__verdict')).toContainText(isRight ? '对' : '不对');
}

test('nobody in particular is told how to come to questions', async ({ page }) => {
  await page.goto(PRACTICE);
  await ready(page, 'practice');
  await expect(page.getByRole('link', { name: '选岗位' })).toBeVisible();
  await expect(page.locator('.question')).toHaveCount(0);
});

test('ten questions; what was not known comes again; the passage is shown; tomorrow 今天 asks', async ({
  page,
}) => {
  test.slow(); // some thirty presses, each drawn and saved
  await chooseRole(page);
  await page.goto(PRACTICE);
  const right = rightAnswers(await banksOf(page));
  await expect(page.getByText('今天 10 题，还有 10 题')).toBeVisible();
  const first = await prompt(page).textContent();
  await answer(page, right, false);
  await expect(page.locator('.question__passage')).toContainText(/.{4}/);
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: '下一题，这一题等会儿再问' }).click();
  await expect(prompt(page)).toBeFocused();
  // A session that is opened anew has not forgotten it.
  await page.reload();
  await expect(page.getByText('今天 10 题，还有 10 题')).toBeVisible();
  const asked = [first];
  while ((await page.locator('.practice__end').count()) === 0) {
    asked.push(await prompt(page).textContent());
    await answer(page, right, true);
    await next(page).click();
  }
  expect(asked.filter((each) => each === first)).toHaveLength(2);
  expect(new Set(asked).size).toBe(10);
  expect(asked).toHaveLength(11);
  await expect(page.getByRole('heading', { name: '今天的复习做完了' })).toBeFocused();
  await expect(page.getByText('还记得 10 条里的 9 条')).toBeVisible();
  await expect(page.getByText('下一次：11 月 26 日，10 题')).toBeVisible();
  expect(Object.keys(await stored(page)).filter((key) => ANSWER.test(key))).toHaveLength(11);

  await page.goto(PAGES.today);
  await ready(page, 'desk');
  await expect(page.getByRole('link', { name: /^复习 \d+ 题/ })).toHaveCount(0);
  await page.clock.setFixedTime(new Date('2026-11-26T09:00:00+08:00'));
  await page.goto(PAGES.today);
  await page.getByRole('link', { name: '复习 10 题' }).click();
  await expect(page.getByText('今天 10 题，还有 10 题')).toBeVisible();
});

test('what is asked no longer keeps nothing from being asked; what finds no room today comes tomorrow', async ({
  page,
}) => {
  const banks = await banksOf(page);
  const right = rightAnswers(banks);
  const [first, ...others] = banks;
  const real = others.flatMap(({ questions }) => questions).slice(0, 12);
  expect(real).toHaveLength(12);
  const gone = Array.from({ length: 12 }, (_, n) => ({
    id: `${first?.page}~was-asked-${n}`,
    rev: 1,
  }));
  const at = Date.parse('2026-10-01T09:00:00+08:00');
  await page.goto('./editions/');
  await page.evaluate(
    (answers) => {
      for (const answer of answers)
        localStorage.setItem(`khb:ans:${answer.id}`, JSON.stringify(answer));
    },
    [...gone, ...real].map(({ id, rev }, n) => ({
      ...{ v: 1, id: `seeded-answer-${String(n).padStart(4, '0')}`, at: at + n * 86_400_000 },
      ...{ question: id, rev, right: true },
    })),
  );
  await page.goto(PRACTICE);
  await expect(page.getByText('今天 10 题，还有 10 题')).toBeVisible();
  while ((await page.locator('.practice__end').count()) === 0) {
    await answer(page, right, true);
    await next(page).click();
  }
  const answered = Object.values(await stored(page)).filter((text) =>
    real.some(({ id }) => text.includes(`"${id}"`)),
  );
  expect(answered).toHaveLength(12 + 10);
  await page.goto(PAGES.today);
  await ready(page, 'desk');
  await expect(page.getByRole('link', { name: /^复习 \d+ 题/ })).toHaveCount(0);
});

test('by the keyboard alone: digits choose, Enter goes on, and nothing happens outside of a question', async ({
  page,
}) => {
  await chooseRole(page);
  await page.goto(PRACTICE);
  await prompt(page).waitFor();
  await page.keyboard.press('1');
  await expect(page.locator('.question__verdict')).toHaveCount(0);
  for (let question = 0; question < 6; question += 1) {
    await prompt(page).focus();
    const count = await choices(page).count();
    if ((await page.getByRole('button', { name: '就按这个先后' }).count()) > 0) {
      for (let digit = 1; digit <= count; digit += 1) await page.keyboard.press(String(digit));
      await page.getByRole('button', { name: '就按这个先后' }).press('Enter');
    } else {
      await page.keyboard.press('2');
    }
    await expect(next(page)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(prompt(page)).toBeFocused();
  }
  expect(Object.keys(await stored(page)).filter((key) => ANSWER.test(key))).toHaveLength(6);
});

test('questions that do not come are said, and answers can be seen and taken away at 我的记录', async ({
  page,
  faults,
}) => {
  await chooseRole(page);
  await page.goto(PRACTICE);
  await choices(page).first().click();
  await expect(next(page)).toBeVisible();
  await page.route('**/current/**', (route) => route.abort());
  await page.goto(PRACTICE);
  await expect(page.getByRole('alert').filter({ hasText: '今天的题没有取到' })).toBeVisible();
  faults.length = 0; // What was held back.
  await letThrough(page);
  await page.goto(PAGES.progress);
  await ready(page, 'records');
  const answers = page.locator('section', { has: page.locator('#answers-stock') });
  await expect(answers).toContainText('答过 1 次');
  await answers.getByRole('button', { name: '删除复习的回答' }).click();
  await expect(answers).toHaveCount(0);
  expect(Object.keys(await stored(page)).filter((key) => ANSWER.test(key))).toEqual([]);
});
