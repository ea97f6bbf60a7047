/** A plan is made, leaves by the chat, and is opened again: whole, or not at all. */
import type { Locator, Page } from '@playwright/test';
import type { MadePlan } from '../../src/progress/training/plan-code.ts';
import { addressOf, codeOf } from './plan-links.ts';
import { violations } from './axe.ts';
import { expect, PAGES, PUBLISHED, ready, settled, test } from './fixtures.ts';
import { hold, letThrough, passOverRefusals } from './held-back.ts';
import { pagesOfSection } from './published.ts';
import { fillStorage, publishNextEdition, stored } from './run-fixtures.ts';
import { makeTouchScreen, sideways, smallFields, tooSmall } from './sizes.ts';

const PHONE = { viewport: { width: 375, height: 740 }, hasTouch: true, isMobile: true };

/** The fixture's edition. */
const EDITION = 1;

const PLAN: MadePlan = {
  edition: EDITION,
  titleFrom: 'agency/roles/account-executive',
  items: [
    { ref: 'agency/rules/conduct', need: 'read', day: 1 },
    { ref: 'service/workflows/complaint', need: 'practise', day: 5 },
    { ref: 'agency/techniques/client-dossier', need: 'observe', day: 22 },
  ],
};

const search = (page: Page) => page.getByRole('searchbox', { name: '找一页，或者其中一条' });
const rows = (page: Page) => page.locator('.plan-rows__row');
const texts = (page: Page) => page.locator('.plan-rows__text');
const out = (page: Page) => page.getByRole('region', { name: '发出去' });
const messages = (page: Page) => out(page).getByRole('textbox');
const planLink = (page: Page) => page.getByRole('link', { name: '自己先打开看看' });
const toast = (page: Page) => page.locator('.plan-maker__done .toast');

async function make(page: Page): Promise<void> {
  await page.goto(PAGES.makePlan);
  await ready(page, 'plan-maker');
}

/** Adds what a search finds first. */
async function add(page: Page, query: string): Promise<void> {
  const pick = page.getByRole('button', { name: '从手册里一页一页挑' });
  await expect(pick.or(search(page))).toBeVisible();
  if (await pick.isVisible()) await pick.click();
  await search(page).fill(query);
  await page
    .getByRole('button', { name: /^加上：/ })
    .first()
    .click();
}

/** The whole text that is posted. */
const posted = async (page: Page) =>
  (
    await messages(page).evaluateAll((fields) =>
      fields.map((field) => (field as HTMLTextAreaElement).value),
    )
  ).join('\n');

const focusedName = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label'));

test.describe('on a phone', () => {
  test.use(PHONE);

  test('a manager picks, orders, asks and copies; a new hire opens the link as a chat app hands it on', async ({
    page,
    context,
    browser,
    baseURL,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await make(page);
    await add(page, '客户档案');
    await add(page, '投诉');
    await expect(rows(page)).toHaveCount(2);
    const [first = '', second = ''] = await texts(page).allInnerTexts();
    await page
      .getByRole('button', { name: /^下移：/ })
      .first()
      .click();
    expect(await texts(page).allInnerTexts()).toEqual([
      expect.stringContaining(second.replace(/^\d+\. /, '')),
      expect.stringContaining(first.replace(/^\d+\. /, '')),
    ]);
    const days = page.getByRole('spinbutton', { name: /^第几个工作日：/ });
    await days.nth(1).fill('5');
    await days.nth(1).press('Enter');
    await page
      .getByRole('combobox', { name: /^要求：/ })
      .nth(1)
      .selectOption('observe');

    await out(page).getByRole('button', { name: '复制' }).click();
    await expect(out(page).getByRole('status')).toContainText('已复制');
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text).toBe(await posted(page));
    expect(text).toMatch(/^【培训计划】.+ · 2 项\n打开计划：http/);
    expect(text).toContain('1. 第 1 天 读过：');
    expect(text).toContain('2. 第 5 天 带教看着做过：');
    // Each item has its own address, which leads there.
    const links = [...text.matchAll(/^https?:\S+$/gm)].map(([link]) => link);
    expect(links).toHaveLength(2);
    for (const link of links) expect((await page.request.get(link)).ok(), link).toBe(true);

    const [, link = ''] = /打开计划：(\S+)/.exec(text) ?? [];
    expect(link).toMatch(new RegExp(`^${baseURL ?? ''}train/open/\\?p=1\\.[\\w.-]+$`));
    const other = await browser.newContext({ baseURL: baseURL ?? '', ...PHONE });
    const hire = await other.newPage();
    await hire.goto(`${link}&from=singlemessage&isappinstalled=0`);
    await ready(hire, 'plan-opener');
    await expect(hire.locator('.plan-items > li')).toHaveCount(2);
    await expect(hire.getByRole('heading', { name: '第 5 个工作日' })).toBeVisible();
    await expect(hire.locator('.plan-items > li').last()).toContainText('带教看着做过');
    await expect(hire.getByRole('button', { name: '开始这份计划' })).toBeEnabled();
    await hire.locator('.plan-items a').first().click();
    await expect(hire).toHaveURL(/\/(agency|service)\//);
    await other.close();
  });

  test('nothing is small, scrolls sideways or breaks a rule, in light and dark', async ({
    page,
  }) => {
    test.slow(); // two pages, each looked at twice
    await make(page);
    await page.getByRole('button', { name: '整份加上' }).click();
    await expect(rows(page).first()).toBeVisible();
    await search(page).fill('客户');
    await expect(page.locator('.plan-picker__place')).not.toHaveCount(0);
    await makeTouchScreen(page);
    for (const go of [
      () => Promise.resolve(),
      async () => {
        await page.goto(await addressOf(PLAN));
        await expect(page.locator('.plan-items > li')).toHaveCount(3);
      },
    ]) {
      await go();
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        expect(await violations(page), colorScheme).toEqual([]);
      }
      expect(await tooSmall(page, 44)).toEqual([]);
      expect(await smallFields(page)).toEqual([]);
      expect(await sideways(page)).toEqual([]);
    }
  });
});

test.describe('a plan that is not finished', () => {
  test('survives a reload, shows in a second tab, stands at /progress/, and is gone when it is cleared', async ({
    page,
    context,
  }) => {
    await make(page);
    await add(page, '客户档案');
    await page.reload();
    await ready(page, 'plan-maker');
    await expect(rows(page)).toHaveCount(1);
    const second = await context.newPage();
    await make(second);
    await expect(rows(second)).toHaveCount(1);
    await add(second, '投诉');
    await expect(rows(page)).toHaveCount(2);

    await second.goto(PAGES.progress);
    await ready(second, 'records');
    const drafts = second.getByRole('region', { name: '没存的草稿' });
    await expect(drafts).toContainText('培训计划 排到一半的 2 项');
    await drafts.getByRole('link', { name: '培训计划' }).click();
    await expect(second).toHaveURL(/\/train\/new\/$/);

    await page.getByRole('button', { name: '全部去掉' }).click();
    await expect(rows(page)).toHaveCount(0);
    expect(Object.keys(await stored(page)).filter((key) => key.includes('draft:'))).toEqual([]);
    await toast(page).getByRole('button', { name: '撤销' }).click();
    await expect(rows(page)).toHaveCount(2);
  });

  test('of a newer version, or damaged, is left alone until its owner gives it up', async ({
    page,
  }) => {
    await make(page);
    await add(page, '客户档案');
    const key = 'khb:draft:page:train/new:plan';
    for (const [text, words] of [
      ['{"v":2,"items":[]}', '新版网站写下的'],
      ['{"v":1,"items":[7]}', '坏了'],
    ] as const) {
      const draft = JSON.stringify({ v: 1, at: 1, text });
      await page.evaluate(
        ([name = '', value = '']) => localStorage.setItem(name, value),
        [key, draft],
      );
      await page.reload();
      await ready(page, 'plan-maker');
      await expect(page.getByText(words)).toBeVisible();
      expect((await stored(page))[key]).toBe(draft);
    }
    await page.getByRole('button', { name: '不要它，重新做' }).click();
    await expect(page.getByRole('heading', { name: '挑内容' })).toBeVisible();
    expect((await stored(page))[key]).toBeUndefined();
  });

  test('a full storage is said; what was made stays on the screen, and leaves by text', async ({
    page,
  }) => {
    await make(page);
    await fillStorage(page);
    await page.getByRole('button', { name: '整份加上' }).click();
    await expect(rows(page)).not.toHaveCount(0);
    await expect(page.getByText('浏览器的存储空间满了')).toBeVisible();
    expect(await posted(page)).toContain('打开计划：');
  });
});

test('what is done can be taken back, and who works by keyboard stands where they were', async ({
  page,
}) => {
  await make(page);
  for (const query of ['客户档案', '投诉', '行为规范']) await add(page, query);
  await expect(rows(page)).toHaveCount(3);
  const last = (await texts(page).nth(2).innerText()).replace(/^3\. /, '');
  const up = page.getByRole('button', { name: /^上移：/ }).nth(2);
  const name = await up.getAttribute('aria-label');
  await up.focus();
  await page.keyboard.press('Enter');
  await expect(texts(page).nth(1)).toContainText(last);
  expect(await focusedName(page)).toBe(name);
  await page.keyboard.press('Enter');
  await expect(texts(page).nth(0)).toContainText(last);
  // There is no further up.
  expect(await focusedName(page)).toBe(name?.replace('上移', '下移'));

  await page
    .getByRole('button', { name: /^去掉：/ })
    .first()
    .click();
  await expect(rows(page)).toHaveCount(2);
  await expect(toast(page)).toContainText('去掉了：');
  await toast(page).getByRole('button', { name: '撤销' }).click();
  await expect(rows(page)).toHaveCount(3);
  await expect(texts(page).nth(0)).toContainText(last);
});

test('a plan that was sent is corrected, and who follows it takes the corrected one over', async ({
  page,
}) => {
  await page.goto(await addressOf(PLAN));
  await page.getByRole('button', { name: '开始这份计划' }).click();
  await make(page);
  await page.getByText('改一份发过的计划').click();
  const pasted = page.getByRole('textbox', { name: '粘贴它的链接，或者发过的那条消息' });
  const take = page.getByRole('button', { name: '拿来改' });
  await pasted.fill('好的，收到');
  await take.click();
  await expect(page.getByText('这里面没有计划的链接')).toBeVisible();
  await pasted.fill(
    `小王 10:20\n打开计划：https://a.example/${await addressOf(PLAN)}&from=timeline`,
  );
  await take.click();
  await expect(rows(page)).toHaveCount(PLAN.items.length);
  await page
    .getByRole('button', { name: /^去掉：/ })
    .last()
    .click();
  await expect(out(page)).toContainText('这份替换先前发过的');
  // It outlives the page.
  await page.reload();
  await ready(page, 'plan-maker');
  await expect(planLink(page)).toHaveAttribute('href', /\?p=2\./);
  await planLink(page).click();

  await expect(page.getByText('这份计划在您开始以后改过了')).toBeVisible();
  await page.getByRole('button', { name: '换成改过的' }).click();
  await expect(page.getByText('这份计划在您开始以后改过了')).toHaveCount(0);
  await page.goto(PAGES.training);
  await ready(page, 'training');
  await expect(page.locator('.train-plan')).toHaveCount(1);
  await expect(page.locator('.train-plan')).toContainText(`共 ${PLAN.items.length - 1}`);

  // By itself it replaces none.
  await make(page);
  await page.getByRole('button', { name: '不替换，算另一份' }).click();
  await expect(planLink(page)).toHaveAttribute('href', /\?p=1\./);
});

test('days sort what is in the plan; a day that there is not changes nothing and is said', async ({
  page,
}) => {
  await make(page);
  for (const query of ['客户档案', '投诉']) await add(page, query);
  const day = page.getByRole('spinbutton', { name: /^第几个工作日：/ });
  const [first = ''] = await texts(page).allInnerTexts();
  await day.first().fill('9');
  await day.first().press('Tab');
  await expect(texts(page).last()).toContainText(first.replace(/^1\. /, ''));
  await expect(day.last()).toHaveValue('9');
  await day.last().fill('0');
  await day.last().press('Enter');
  await expect(toast(page)).toContainText('没有改');
  await expect(day.last()).toHaveValue('9');
});

test('a route that was not changed has a short address; changed, it is a plan of its own', async ({
  page,
}) => {
  await make(page);
  const routes = page.getByRole('combobox', { name: '整条路线，或者现成的计划' });
  await routes.selectOption('agency-account-executive');
  await page.getByRole('button', { name: '整份加上' }).click();
  await expect(out(page).getByText('没有改过')).toBeVisible();
  const title = out(page).getByRole('combobox', { name: '计划叫什么' });
  await expect(title).toHaveValue('plan:agency-account-executive');
  const short = out(page).getByRole('link', { name: /入职路线/ });
  await expect(short).toHaveAttribute('href', /\/train\/agency-account-executive\/$/);
  await page
    .getByRole('button', { name: /^去掉：/ })
    .last()
    .click();
  await expect(out(page).getByText('没有改过')).toHaveCount(0);
  await title.selectOption('agency/roles/account-executive');
  await expect(messages(page).first()).toHaveValue(/^【培训计划】.+ · 培训 · \d+ 项/);
});

test('the tree leads to a page and to one of its items; a second press takes it out', async ({
  page,
}) => {
  await make(page);
  await page.getByRole('button', { name: '从手册里一页一页挑' }).click();
  const summary = (words: string | RegExp) => page.locator('summary').filter({ hasText: words });
  const picker = page.locator('.plan-picker');
  await picker.locator('summary').first().click();
  await summary('工作流程').first().click();
  await summary('只选其中几条').first().click();
  const items = page.locator('.plan-picker__fold .plan-picker__fold .plan-picker__fold button');
  await items.first().click();
  await expect(rows(page)).toHaveCount(1);
  await expect(items.first()).toHaveText('已加');
  const link = (await posted(page)).split('\n').at(-1) ?? '';
  const [, id = ''] = /\?at=([\w-]+)#\1$/.exec(link) ?? [];
  await items.first().click();
  await expect(rows(page)).toHaveCount(0);
  await page.goto(link);
  await settled(page);
  await expect(page.locator(`[id="${id}"]`)).toBeInViewport();
});

test('a plan too long for a link says that it has to be authored, and leaves as a list', async ({
  page,
}) => {
  await make(page);
  const routes = page.getByRole('combobox', { name: '整条路线，或者现成的计划' });
  const ids = await routes
    .locator('option')
    .evaluateAll((all) => all.map((option) => (option as HTMLOptionElement).value));
  for (const id of ids) {
    await routes.selectOption(id);
    await page.getByRole('button', { name: '整份加上' }).click();
    await expect(toast(page)).toContainText(/加上了|都已经在/);
    await toast(page)
      .getByRole('button', { name: /知道了/ })
      .click();
  }
  await expect(out(page).getByText('一个链接装不下')).toBeVisible();
  await expect(planLink(page)).toHaveCount(0);
  const text = await posted(page);
  expect(text).not.toContain('打开计划');
  expect([...text.matchAll(/^https?:\S+$/gm)]).toHaveLength(await rows(page).count());
  for (const message of await messages(page).all()) {
    expect(Buffer.byteLength(await message.inputValue())).toBeLessThanOrEqual(2_000);
  }
});

test('where the clipboard is refused the text is left selected, and nothing counts as copied', async ({
  page,
  context,
}) => {
  await context.addInitScript(() => {
    const refuse = () => Promise.reject(new DOMException('Write permission denied.'));
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: refuse, write: refuse } });
    document.execCommand = () => false;
  });
  await make(page);
  await add(page, '客户档案');
  await out(page).getByRole('button', { name: '复制' }).click();
  await expect(out(page).getByRole('status')).toContainText('复制不了');
  const field = messages(page);
  await expect(field).toBeFocused();
  const isWhole = await field.evaluate(
    (each: HTMLTextAreaElement) => each.selectionEnd - each.selectionStart === each.value.length,
  );
  expect(isWhole).toBe(true);
  await expect(out(page).getByRole('button', { name: '复制' })).toHaveText('复制');
});

test('分享 hands the text to another app, and says when it did not', async ({ page, context }) => {
  await context.addInitScript(() => {
    let calls = 0;
    Object.defineProperty(navigator, 'share', {
      value: (data: ShareData) => {
        calls += 1;
        document.documentElement.dataset['shared'] = data.text ?? '';
        return calls === 1 ? Promise.resolve() : Promise.reject(new DOMException('Given up'));
      },
    });
  });
  await make(page);
  await add(page, '客户档案');
  const share = out(page).getByRole('button', { name: '分享' });
  await share.click();
  await expect(out(page).getByRole('status')).toContainText('已交给');
  await expect(page.locator('html')).toHaveAttribute('data-shared', await posted(page));
  await share.click();
  await expect(out(page).getByRole('status')).toContainText('没有分享出去');
});

test.describe('a link that arrives', () => {
  async function openRaw(page: Page, query: string): Promise<void> {
    await page.goto(`${PAGES.openPlan}${query}`);
    await ready(page, 'plan-opener');
  }
  const warning = (page: Page): Locator => page.locator('.plan-opener [role=alert]');

  test('cut anywhere says 链接不完整, never half a plan', async ({ page }) => {
    const code = await codeOf(PLAN);
    for (const query of [
      '',
      '?from=singlemessage',
      `?p=${code.slice(0, -1)}`,
      `?p=${code.slice(0, code.length / 2)}`,
      `?p=${code.slice(0, 2)}&from=singlemessage`,
      `?p=${code.slice(1)}`,
    ]) {
      await openRaw(page, query);
      await expect(warning(page), query).toContainText('链接不完整');
      await expect(page.locator('.plan-items')).toHaveCount(0);
      await expect(page.getByRole('button', { name: '开始这份计划' })).toHaveCount(0);
    }
    expect(await violations(page)).toEqual([]);
  });

  test('of a newer version of the site is named as such', async ({ page }) => {
    await openRaw(page, '?p=3.abc.0000000');
    await expect(warning(page)).toContainText('新版网站做的');
  });

  test('of a newer edition says so, and of this one says nothing', async ({ page }) => {
    await page.goto(await addressOf({ ...PLAN, edition: 9 }));
    await expect(page.getByText('按第 9 版手册做的，这里还是第 1 版')).toBeVisible();
    await expect(page.locator('.plan-items > li')).toHaveCount(3);
    await page.goto(await addressOf(PLAN));
    await expect(page.locator('.plan-items > li')).toHaveCount(3);
    await expect(page.getByText('版手册', { exact: false })).toHaveCount(0);
  });

  test('made before the handbook changed says so, and follows what was moved and retired', async ({
    page,
    context,
    baseURL,
  }) => {
    await publishNextEdition(context, baseURL ?? '');
    const items = [
      { ref: 'agency/rules/standing', need: 'read', day: 1 },
      { ref: 'service/workflows/complaint#receive-complaint', need: 'practise', day: 2 },
    ] as const;
    await page.goto(await addressOf({ ...PLAN, items }));
    await expect(page.getByText('第 1 版手册时做的，现在是第 2 版')).toBeVisible();
    const shown = page.locator('.plan-items > li');
    await expect(shown.first().getByRole('link')).toHaveAttribute(
      'href',
      '/agency/rules/our-standing/',
    );
    await expect(shown.last()).toContainText('并入写投诉记录。');
    await expect(shown.last().getByRole('link')).toHaveCount(0);
    // Corrected, it goes by the present names, and what is no more is said.
    const link = page.url();
    await make(page);
    await page.getByText('改一份发过的计划').click();
    await page.getByRole('textbox', { name: '粘贴它的链接，或者发过的那条消息' }).fill(link);
    await page.getByRole('button', { name: '拿来改' }).click();
    await expect(texts(page).first()).toContainText('手册的效力');
    await expect(texts(page).last()).toContainText('receive-complaint');
    await expect(posted(page)).resolves.toContain('our-standing');
  });

  test('shows what the handbook has not, and starts with the rest; a plan of nothing else cannot be begun', async ({
    page,
  }) => {
    const gone = { ref: 'agency/workflows/never-was', need: 'read', day: 30 } as const;
    await page.goto(await addressOf({ ...PLAN, items: [...PLAN.items, gone] }));
    await expect(page.locator('.plan-items > li').last()).toContainText('手册里没有这一条了');
    await expect(page.getByRole('button', { name: '开始这份计划' })).toBeEnabled();
    await page.goto(await addressOf({ ...PLAN, items: [gone] }));
    await expect(page.getByText('一项也没有，开始不了')).toBeVisible();
    await expect(page.getByRole('button', { name: '开始这份计划' })).toHaveCount(0);
  });

  test('is begun, and is there when the page is opened again', async ({ page }) => {
    await page.goto(await addressOf(PLAN));
    await page.getByRole('button', { name: '开始这份计划' }).click();
    await expect(page.locator('.start-plan__words')).toContainText('2026 年 11 月 25 日');
    await page.reload();
    await expect(page.locator('.start-plan__words')).toContainText('2026 年 11 月 25 日');
    expect(Object.keys(await stored(page)).filter((key) => /:train:/.test(key))).toHaveLength(1);
  });
});

for (const [name, path, words] of [
  ['making', PAGES.makePlan, '排计划要用 JavaScript'],
  ['opening', PAGES.openPlan, '点消息里一项一项列着的链接'],
] as const) {
  test.describe(`${name} without JavaScript`, () => {
    test.use({ javaScriptEnabled: false });

    test('says what to do', async ({ page }) => {
      await page.goto(path);
      // Playwright's switch leaves <noscript> undrawn, so its text is read from the markup.
      expect(await page.locator('main noscript').innerHTML()).toContain(words);
    });
  });
}

test.describe('what does not come', () => {
  test.beforeEach(({ faults }) => passOverRefusals(faults));

  test('the handbooks: said, and fetched again', async ({ page, context }) => {
    await make(page);
    await hold(context, 'missing', '**/current/train/*.json');
    await page.getByRole('button', { name: '从手册里一页一页挑' }).click();
    await expect(page.getByRole('alert').filter({ hasText: '手册的目录没有取到' })).toContainText(
      '手册更新过了',
    );
    await letThrough(context);
    await page.getByRole('button', { name: '再试一次' }).click();
    await expect(search(page)).toBeVisible();
  });

  test('the plans: said, and fetched again', async ({ page, context }) => {
    await make(page);
    await hold(context, 'missing', '**/current/plans.json');
    await page.getByRole('button', { name: '整份加上' }).click();
    await expect(page.getByRole('alert').filter({ hasText: '这份计划没有取到' })).toBeVisible();
    await letThrough(context);
    await page.getByRole('button', { name: '再试一次' }).click();
    await expect(rows(page)).not.toHaveCount(0);
  });

  test('what a link names: said, and fetched again', async ({ page, context }) => {
    await hold(context, 'missing', '**/current/t*.json');
    await page.goto(await addressOf(PLAN));
    await expect(page.getByRole('alert').filter({ hasText: '现在显示不了' })).toBeVisible();
    await letThrough(context);
    await page.getByRole('button', { name: '再试一次' }).click();
    await expect(page.locator('.plan-items > li')).toHaveCount(3);
  });
});

test('on paper there is the plan alone', async ({ page }) => {
  await make(page);
  await add(page, '客户档案');
  await expect(messages(page)).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(texts(page).first()).toBeVisible();
  await expect(page.getByText('第 1 天 · 读过')).toBeVisible();
  for (const hidden of [messages(page), search(page), toast(page)]) {
    await expect(hidden).toBeHidden();
  }
  await expect(page.getByRole('button', { name: /^上移/ })).toBeHidden();
});

test('neither page is found by search engines', async ({ page }) => {
  for (const path of [PAGES.makePlan, PAGES.openPlan]) {
    await page.goto(path);
    await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex');
  }
});

test.describe('under a sub-path', () => {
  test.use({ baseURL: process.env['SUB_PATH_URL'] ?? '' });

  test('links lead below it', async ({ page, baseURL }) => {
    await make(page);
    await page.getByRole('button', { name: '整份加上' }).click();
    await expect(planLink(page)).toBeVisible();
    for (const [link] of (await posted(page)).matchAll(/https?:\S+/g)) {
      expect(link.startsWith(baseURL ?? ' ')).toBe(true);
    }
    await planLink(page).click();
    await expect(page.locator('.plan-items > li').first()).toBeVisible();
  });
});

test.describe('with the published handbooks', () => {
  test.use(PUBLISHED);

  test('every route fits a link', async ({ page }) => {
    await make(page);
    const routes = page.getByRole('combobox', { name: '整条路线，或者现成的计划' });
    const ids = await routes
      .locator('option')
      .evaluateAll((all) => all.map((option) => (option as HTMLOptionElement).value));
    // A route for each role, at least.
    expect(ids.length).toBeGreaterThanOrEqual(pagesOfSection('roles').length);
    for (const id of ids) {
      await routes.selectOption(id);
      await page.getByRole('button', { name: '整份加上' }).click();
      await expect(planLink(page), id).toBeVisible();
      await page.getByRole('button', { name: '全部去掉' }).click();
      await expect(rows(page)).toHaveCount(0);
    }
  });
});
