import type { Page } from '@playwright/test';
import { extractText, getDocumentProxy } from 'unpdf';
import { PDF_OPTIONS } from '../../scripts/pdf-options.ts';
import { violations } from './axe.ts';
import { expect, PAGES, PUBLISHED, ready, settled, startRun, test } from './fixtures.ts';
import { HANDBOOKS, pagesOfSection } from './published.ts';
import { sideways } from './sizes.ts';

interface Outline {
  readonly title: string;
  readonly items: readonly Outline[];
}

async function printed(page: Page) {
  const bytes = await page.pdf(PDF_OPTIONS);
  const document = await getDocumentProxy(new Uint8Array(bytes));
  const { text } = await extractText(document, { mergePages: false });
  const outline = ((await document.getOutline()) ?? []) as unknown as Outline[];
  return { sheets: text.map(plain), outline };
}

/** Han characters that a PDF may give back as the radical of the same shape. */
const RADICALS = new Map(
  [
    ...'⻅见⻓长⻔门⻚页⻋车⻢马⻝食⻛风⻜飞⻘青⻣骨⻩黄⻥鱼⻦鸟⻬齐⻰龙⻆角⻄西⺠民⺟母戶户',
  ].flatMap((char, index, all) => (index % 2 ? [] : [[char, all[index + 1] ?? '']])) as [
    string,
    string,
  ][],
);

/** Without the breaks and spaces of setting, every character as it was written. */
const plain = (text: string) =>
  [...text.normalize('NFKC').replace(/\s+/g, '')]
    .map((char) => RADICALS.get(char) ?? char)
    .join('');

const titles = (outline: readonly Outline[]): string[] =>
  outline.flatMap(({ title, items }) => [plain(title), ...titles(items)]);

/** What is on screen only. */
const SCREEN =
  /跳到正文|手册目录|本页内容|上一页|下一页|首页|菜单|开始一次执行|跳过流程图|复制链接/;

test('a workflow prints with its head, its diagram and boxes to tick, without navigation', async ({
  page,
}) => {
  await page.goto(PAGES.workflow);
  const { sheets, outline } = await printed(page);
  const text = sheets.join('\n');
  expect(sheets.length).toBeGreaterThan(4);
  expect(sheets.length).toBeLessThan(14);
  expect(text).not.toMatch(SCREEN);
  for (const [index, sheet] of sheets.entries()) {
    expect(sheet).toContain('广告公司客户部手册');
    expect(sheet).toContain('争取新客户·第1版');
    expect(sheet).toContain(`${index + 1}/${sheets.length}`);
  }
  // A box for each of 28 steps, 12 outcomes and 3 ends.
  expect(text.match(/☐/g)).toHaveLength(28 + 12 + 3);
  expect(titles(outline)).toEqual(expect.arrayContaining(['流程图', '签字批准工作单']));
});

test('the diagram stands on one sheet', async ({ page }) => {
  test.slow(); // the longest of the workflows
  for (const path of [PAGES.workflow, './key-accounts/workflows/large-tender/']) {
    await page.goto(path);
    const nodes = await page.locator('.flow li > a').evaluateAll((all) =>
      all.map((node) => {
        const name = [...node.childNodes].find((child) => child.nodeType === Node.TEXT_NODE);
        return name?.textContent ?? '';
      }),
    );
    const { sheets } = await printed(page);
    const sheet = sheets.find((each) => each.includes('流程图')) ?? '';
    expect(nodes.map(plain).filter((name) => !sheet.includes(name))).toEqual([]);
  }
});

test('what a run has done is ticked on paper too', async ({ page }) => {
  await startRun(page, PAGES.workflow);
  await page.getByRole('radio', { name: '清单' }).check();
  await page.locator('.run-steps input').first().click();
  await expect(page.locator('.run-steps input').first()).toBeChecked();
  await page.goto(PAGES.workflow);
  await ready(page, 'run-starter');
  await expect(page.locator('li.step[data-standing="done"]')).toHaveCount(1);
  const { sheets } = await printed(page);
  expect(sheets.join('').match(/☑/g)).toHaveLength(1);
});

test('a role’s checklist prints with boxes, ticked or not', async ({ page }) => {
  await page.goto(PAGES.role);
  await ready(page, 'checklist');
  const duties = await page.locator('.duty').count();
  await page.locator('.duty input').first().click();
  await expect(page.locator('.duty input').first()).toBeChecked();
  const { sheets } = await printed(page);
  const text = sheets.join('\n');
  expect(text.match(/☑/g)).toHaveLength(1);
  expect(text.match(/☐/g)).toHaveLength(duties - 1);
  expect(text).not.toMatch(SCREEN);
  expect(text).not.toContain('清空本期勾选');
  // What is folded away on the screen stands on paper, with its sources, and nothing of how to fold it.
  const folded = await page
    .locator('.duty__more')
    .evaluateAll((all) =>
      all.flatMap((more) => [...more.querySelectorAll('p')].map((line) => line.textContent ?? '')),
    );
  expect(folded.length).toBeGreaterThan(10);
  expect(folded.map(plain).filter((line) => !text.includes(line))).toEqual([]);
  expect(text.match(/出处/g)).toHaveLength(await page.locator('.duty > .source').count());
  expect(text).not.toMatch(/全部\d+今天|显示出处|每项下面写着/);
});

test.describe('考评表', () => {
  /** What its table is headed by, on each of its sheets. */
  const COLUMNS = '职责做到什么样证据自评上级评';

  test('a role’s page leads to it', async ({ page }) => {
    await page.goto(PAGES.role);
    await page.getByRole('link', { name: '打印考评表' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('客户专员考评表');
    await page.getByRole('link', { name: '回到客户专员的职责' }).click();
    await expect(page).toHaveURL(/\/agency\/roles\/account-executive\/$/);
  });

  test.describe('as published', () => {
    test.use(PUBLISHED);

    test('of every role stands on three sheets at most, with every duty and its columns', async ({
      page,
    }) => {
      test.slow(); // every role of every handbook
      const roles: string[] = [];
      for (const handbook of HANDBOOKS) {
        await page.goto(`./${handbook}/`);
        const links = page.locator(`main a[href*="/${handbook}/roles/"]:not([href*="#"])`);
        roles.push(
          ...(await links.evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href))),
        );
      }
      const all = new Set(roles);
      expect(all.size).toBe(pagesOfSection('roles').length);
      for (const role of all) {
        await page.goto(role);
        const duties = await page.locator('.duty .tick__text').allTextContents();
        await page.getByRole('link', { name: '打印考评表' }).click();
        await expect(page.locator('tbody th[scope="row"]')).toHaveCount(duties.length);
        const { sheets } = await printed(page);
        expect(sheets.length, role).toBeLessThanOrEqual(3);
        const text = sheets.join('');
        expect(
          duties.map(plain).filter((duty) => !text.includes(duty)),
          role,
        ).toEqual([]);
        expect(text, role).not.toMatch(SCREEN);
        expect(text, role).not.toContain('用浏览器的打印功能');
        // Name and period on top, signatures at the end, and something of the table with them.
        expect(sheets[0], role).toMatch(/姓名考评期上级/);
        expect(sheets.at(-1), role).toMatch(/本人签字日期.+签字日期/);
        for (const sheet of sheets) expect(sheet, role).toContain(COLUMNS);
      }
    });
  });

  test('is read without a fault, also in a narrow window', async ({ page }) => {
    await page.goto('./print/agency/roles/account-director/');
    expect(await violations(page)).toEqual([]);
    expect(await sideways(page)).toEqual([]);
  });
});

test('every kind of page prints without navigation, with its head on every sheet', async ({
  page,
}) => {
  test.slow(); // ten kinds
  for (const [kind, path] of Object.entries(PAGES)) {
    if (kind === 'missing' || kind === 'home') continue;
    await page.goto(path);
    await settled(page);
    const { sheets } = await printed(page);
    expect(sheets.join('\n'), kind).not.toMatch(/跳到正文|手册目录|本页内容|菜单|复制链接/);
    for (const sheet of sheets) {
      expect(sheet, kind).toContain('第1版');
      // A sheet has more on it than its head and its number.
      if (kind !== 'runs') expect(sheet.length, kind).toBeGreaterThan(40);
    }
  }
});

test('the whole handbook prints: cover, contents, chapters in order, bookmarks', async ({
  page,
}) => {
  test.slow(); // about a hundred sheets
  await page.goto(PAGES.overview);
  const order = await page
    .locator('.overview__section li > a')
    .evaluateAll((links) => links.map((link) => link.textContent?.trim() ?? ''));
  await page.getByRole('link', { name: '打印整本手册' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('广告公司客户部手册');
  await page.waitForLoadState();

  // Nothing waits for a script, and every link within the handbook has its place.
  expect(await page.locator('[data-island]').count()).toBe(0);
  const lost = await page.locator('main a[href^="#"]').evaluateAll((links) =>
    links.flatMap((link) => {
      const id = decodeURIComponent(link.getAttribute('href')?.slice(1) ?? '');
      return document.getElementById(id) ? [] : [id];
    }),
  );
  expect(lost).toEqual([]);

  const { sheets, outline } = await printed(page);
  expect(sheets.length).toBeGreaterThan(60);
  expect(sheets.length).toBeLessThan(160);
  expect(sheets[0]).toContain('第1版');
  expect(sheets[0]).not.toContain(`1/${sheets.length}`);
  expect(sheets[1]).toContain('目录');
  const text = sheets.join('\n');
  expect(text).not.toMatch(/跳到正文|本页内容|跳过流程图|复制链接|清空本期勾选/);
  // Every duty and every step is there, whole, with a box.
  const items = await page
    .locator('.duty .tick__text, .step .step__title')
    .evaluateAll((all) => all.map((item) => item.textContent ?? ''));
  expect(items.length).toBeGreaterThan(200);
  expect(items.map(plain).filter((item) => !text.includes(item))).toEqual([]);
  expect(text.match(/☐/g)?.length).toBeGreaterThanOrEqual(items.length);

  const named = titles(outline);
  const chapters = order.map(plain);
  expect(named.filter((title) => chapters.includes(title))).toEqual(chapters);
  // Each chapter begins on a sheet of its own, which says its name at its head.
  for (const chapter of chapters) {
    expect(sheets.some((sheet) => sheet.includes(`${chapter}·第1版`))).toBe(true);
  }
});
