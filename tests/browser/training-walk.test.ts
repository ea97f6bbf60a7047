/** Training from end to end: a manager, a new hire and a mentor, each in a browser of their own, and chats between. */
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { expect, PAGES, ready, startOn, test, TODAY } from './fixtures.ts';
import { publishNextEdition, stored } from './run-fixtures.ts';

/** What is asked for; the next edition changes the second in a way that matters, the third in one that does not. */
const ITEMS = [
  { query: '行为规范', need: 'read' },
  { query: '投诉处理', need: 'practise' },
  { query: '手册的效力', need: 'read' },
  { query: '客户档案', need: 'observe' },
] as const;

const SCREENS = {
  desktop: { viewport: { width: 1280, height: 800 } },
  phone: { viewport: { width: 375, height: 740 }, hasTouch: true, isMobile: true },
};

/** Of the text in the boxes of a part of the page. */
async function textIn(page: Page, place: string): Promise<string> {
  const fields = page.locator(`${place} textarea[readonly]`);
  await expect(fields.first()).toBeVisible();
  const all = await fields.evaluateAll((each) =>
    each.map((field) => (field as HTMLTextAreaElement).value),
  );
  return all.join('\n');
}

/** As a chat shows it that somebody copies whole: names and times between, lines broken. */
const asChat = (...texts: readonly string[]) =>
  texts
    .map(
      (text, index) =>
        `小王 10:0${index}\n${text.replace(/.{70}/g, '$&\n')}\n李姐 10:1${index}\n收到，谢谢！`,
    )
    .join('\n');

async function makePlan(page: Page): Promise<string> {
  await page.goto(PAGES.makePlan);
  await ready(page, 'plan-maker');
  await page.getByRole('button', { name: '从手册里一页一页挑' }).click();
  for (const [index, { query, need }] of ITEMS.entries()) {
    await page.getByRole('searchbox').fill(query);
    await page.getByRole('button', { name: `加上：${query}`, exact: true }).click();
    // A rule is read, and nothing else.
    if (need !== 'read') {
      await page.getByRole('combobox', { name: `要求：${query}` }).selectOption(need);
    }
    await page.getByRole('spinbutton', { name: `第几个工作日：${query}` }).fill(String(index + 1));
    await page.getByRole('spinbutton', { name: `第几个工作日：${query}` }).press('Enter');
  }
  await expect(page.locator('.plan-rows__row')).toHaveCount(ITEMS.length);
  return textIn(page, '.plan-messages');
}

/** Opens `/train/`. */
async function openTraining(page: Page): Promise<void> {
  await page.goto('./train/');
  await ready(page, 'training');
}

const item = (page: Page, text: string) =>
  page.locator('.train-item').filter({ has: page.locator('.train-item__text', { hasText: text }) });

async function makeReceipt(page: Page, label: string): Promise<string> {
  await openTraining(page);
  await page.locator('#receipt > summary').click();
  await page.getByRole('textbox', { name: '姓名或工号' }).fill(label);
  await page.getByRole('button', { name: '做成回执' }).click();
  const text = await textIn(page, '.receipt__out');
  expect(text).toMatch(/^【回执】/);
  return text;
}

async function pasteReceipt(page: Page, text: string): Promise<void> {
  await openTraining(page);
  await page.locator('#mentor > summary').click();
  await page.getByRole('textbox', { name: /回执的文字/ }).fill(text);
  await page.getByRole('button', { name: '读出来' }).click();
}

async function pasteInTeam(page: Page, text: string): Promise<void> {
  await page.goto('./team/');
  await ready(page, 'team');
  await page.getByRole('textbox', { name: /回执的文字/ }).fill(text);
  await page.getByRole('button', { name: '读进来' }).click();
}

/** Expects what the only row of the team's table says, item by item. */
async function tableSays(page: Page, marks: readonly string[]): Promise<void> {
  await expect(page.locator('.team-table tbody tr')).toHaveCount(1);
  await expect(page.locator('.team-table tbody td')).toHaveText([...marks]);
}

for (const [name, screen] of Object.entries(SCREENS)) {
  test.describe(`on a ${name}`, () => {
    /** Somebody's own browser. */
    async function browserOf(browser: Browser, baseURL: string): Promise<[BrowserContext, Page]> {
      const context = await browser.newContext({ ...screen, baseURL, reducedMotion: 'reduce' });
      await startOn(context, TODAY);
      return [context, await context.newPage()];
    }

    test('a plan goes out, comes back as receipts, and only a material change asks again', async ({
      browser,
      baseURL,
    }) => {
      const base = baseURL ?? '';
      test.setTimeout(300_000); // three browsers, some thirty pages
      const [managers, manager] = await browserOf(browser, base);
      const [hires, hire] = await browserOf(browser, base);
      const [mentors, mentor] = await browserOf(browser, base);

      await test.step('the manager makes a plan', async () => {
        const posted = await makePlan(manager);
        const [, link = ''] = /打开计划：(\S+)/.exec(posted) ?? [];
        await hire.goto(`${link}&from=singlemessage&isappinstalled=0`);
      });

      await test.step('the new hire opens it as a chat app hands it on, and begins', async () => {
        await expect(hire.locator('.plan-items > li')).toHaveCount(ITEMS.length);
        await hire.getByRole('button', { name: '开始这份计划' }).click();
        await expect(hire.locator('.start-plan__words')).toContainText('2026 年 11 月 25 日');
        await openTraining(hire);
        await expect(hire.locator('.train-item')).toHaveCount(ITEMS.length);
      });

      await test.step('reads, practises, and confirms', async () => {
        await hire.goto(PAGES.rules);
        await hire.getByRole('button', { name: '读过了：行为规范' }).click();
        await openTraining(hire);
        await hire.getByRole('button', { name: '练过了：投诉处理' }).click();
        await hire.getByRole('button', { name: '读过了：手册的效力' }).click();
        await expect(hire.locator('#settled > summary')).toHaveText('做完了 3 项');
      });

      await test.step('the mentor countersigns a pasted receipt, which comes back', async () => {
        await pasteReceipt(mentor, asChat(await makeReceipt(hire, '小王')));
        const signing = mentor.getByRole('region', { name: '小王的回执' });
        await signing.getByRole('checkbox', { name: '客户档案' }).check();
        await signing.getByRole('textbox', { name: '您的姓名或称呼' }).fill('李姐');
        await signing.getByRole('button', { name: '签好，做成回执发回去' }).click();
        await pasteReceipt(hire, asChat(await textIn(mentor, '.receipt__out')));
        await expect(hire.getByText('收下了带教签的 1 项').first()).toBeVisible();
        await openTraining(hire);
        await expect(hire.locator('#settled > summary')).toHaveText('做完了 4 项');
        await hire.locator('#settled > summary').click();
        await expect(item(hire, '客户档案')).toContainText('李姐');
      });

      await test.step('the manager reads the table, and takes it away', async () => {
        const last = await makeReceipt(hire, '小王');
        await pasteInTeam(manager, asChat(last, last));
        await tableSays(manager, ['有', '有', '有', '带教']);
        await manager.getByRole('button', { name: '表格做成文字' }).click();
        const text = await manager.getByLabel('复制了粘进表格软件，一格是一格').inputValue();
        expect(text).toContain('小王');
        expect(text).toContain('客户档案');
        const [file] = await Promise.all([
          manager.waitForEvent('download'),
          manager.getByRole('button', { name: '存成表格（CSV）', exact: true }).click(),
        ]);
        const csv = await readFile(await file.path(), 'utf8');
        expect(csv.startsWith('\uFEFF')).toBe(true);
        expect(csv).toContain('小王');
        await manager.emulateMedia({ media: 'print' });
        await expect(manager.locator('.team-table')).toBeVisible();
        await manager.emulateMedia({ media: 'screen' });
      });

      const events = async () =>
        Object.entries(await stored(hire)).filter(([key]) => key.startsWith('khb:train:'));
      const before = await events();

      await test.step('in the next edition, the manager sees who confirmed the one before', async () => {
        await publishNextEdition(managers, base);
        await manager.goto('./team/');
        await ready(manager, 'team');
        await tableSays(manager, ['有', '旧版', '有', '带教']);
      });

      await test.step('the next edition asks again for what it changed materially, and keeps what was confirmed', async () => {
        await publishNextEdition(hires, base);
        await openTraining(hire);
        await expect(item(hire, '投诉处理')).toHaveAttribute('data-state', 'changed');
        await expect(item(hire, '投诉处理')).toContainText('投诉处理改了几步');
        await expect(hire.locator('#settled > summary')).toHaveText('做完了 3 项');
        await hire.getByRole('button', { name: '改的看过了：投诉处理' }).click();
        await expect(hire.locator('#settled > summary')).toHaveText('做完了 4 项');
        const after = await events();
        expect(after).toHaveLength(before.length + 1);
        expect(after).toEqual(expect.arrayContaining(before));
      });

      await test.step('the manager takes the new receipt, and all is of this edition', async () => {
        await pasteInTeam(manager, asChat(await makeReceipt(hire, '小王')));
        await tableSays(manager, ['有', '有', '有', '带教']);
      });

      await Promise.all([managers, hires, mentors].map((context) => context.close()));
    });
  });
}
