/** 拿去就用: a template is copied as a table, and its blank form is printed alone. */
import type { Locator, Page } from '@playwright/test';
import { expect, PAGES, test } from './fixtures.ts';

/** A table with a worked example, a list of questions, a letter with gaps. */
const TABLE = PAGES.technique;
const LIST = './service/techniques/solve-not-burden/';
const LETTER = './service/workflows/email/';

const template = (page: Page): Locator => page.locator('.template').first();

/** Copies the page's first template and pastes it: what another program would get, kind by kind. */
async function copied(page: Page): Promise<Record<'html' | 'text', string>> {
  await template(page).getByRole('button', { name: /^复制/ }).click();
  await expect(page.locator('#page-status')).toContainText('已复制');
  await page.evaluate(() => {
    const place = document.createElement('div');
    place.contentEditable = 'true';
    place.id = 'paste-here';
    document.body.append(place);
    place.focus();
    place.addEventListener('paste', (event) => {
      event.preventDefault();
      place.dataset['html'] = event.clipboardData?.getData('text/html');
      place.dataset['text'] = event.clipboardData?.getData('text/plain');
    });
  });
  await page.keyboard.press('ControlOrMeta+V');
  const place = page.locator('#paste-here[data-text]');
  const [html, text] = await Promise.all(
    ['data-html', 'data-text'].map((name) => place.getAttribute(name)),
  );
  return { html: html ?? '', text: (text ?? '').replaceAll('\r\n', '\n') };
}

/** The cells of the tables in some HTML, row by row. */
const cellsIn = (page: Page, html: string) =>
  page.evaluate(
    (source) =>
      [...new DOMParser().parseFromString(source, 'text/html').querySelectorAll('tr')].map((row) =>
        [...row.cells].map((cell) => cell.textContent ?? ''),
      ),
    html,
  );

for (const hasClipboard of [true, false]) {
  test.describe(hasClipboard ? 'with the clipboard’s own interface' : 'without it', () => {
    test.beforeEach(async ({ page, context }) => {
      if (hasClipboard) await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      else
        await page.addInitScript(() =>
          Object.defineProperty(navigator, 'clipboard', { value: undefined }),
        );
    });

    test('a form is copied as a table, as HTML and as lines, without its example', async ({
      page,
    }) => {
      await page.goto(TABLE);
      const { html, text } = await copied(page);
      const rows = await cellsIn(page, html);
      expect(rows[0]).toEqual(['类别', '栏目', '怎么填', '填写']);
      const shown = template(page).locator('table').first().locator('tr');
      expect(rows).toHaveLength(await shown.count());
      expect(rows[1]?.slice(0, 2)).toEqual(['基本', '客户名称']);
      for (const row of rows.slice(1)) expect(row.at(3)).toBe('');
      expect(text.split('\n').map((line) => line.split('\t'))).toEqual(rows);
      expect(html).not.toContain('清禾');
      await expect(template(page)).toContainText('清禾');
    });
  });
}

test('a list of questions is copied as a table with room for the answers', async ({ page }) => {
  await page.goto(LIST);
  const { html, text } = await copied(page);
  const rows = await cellsIn(page, html);
  const items = template(page).locator('li');
  expect(rows).toHaveLength(await items.count());
  expect(rows[0]).toEqual(['客户的问题（用他的原话）', '']);
  expect(text.split('\n')[0]).toBe('客户的问题（用他的原话）\t');
});

test('a letter is copied as a text', async ({ page }) => {
  await page.goto(LETTER);
  const { html, text } = await copied(page);
  expect(html).toMatch(/<p>主题：/);
  expect(html).toMatch(/<ol><li>〔第一问〕/);
  expect(html).not.toContain('<table');
  expect(text).toMatch(/^主题：[^\n]+\n\n/);
  expect(text).toMatch(/\n1\. 〔第一问〕[^\n]+\n2\. /);
});

test.describe('printing', () => {
  test.beforeEach(async ({ page }) => {
    await page.addInitScript(() => {
      window.print = () => {
        dispatchEvent(new Event('beforeprint'));
        document.documentElement.setAttribute('data-printed', '');
      };
    });
  });

  test('prints the blank form and nothing else, and leaves the page as it was', async ({
    page,
  }) => {
    await page.goto(TABLE);
    const before = await page.getByRole('main').innerHTML();
    await template(page)
      .getByRole('button', { name: /^打印空白表/ })
      .click();
    await expect(page.locator('html[data-printed]')).toHaveCount(1);
    await page.emulateMedia({ media: 'print' });
    const printed = await page.locator('body').innerText();
    expect(printed.trim()).toMatch(/^客户档案（一个客户一份）/);
    expect(printed).toContain('往来文件');
    expect(printed).not.toContain('清禾');
    await expect(page.getByRole('main')).toBeHidden();
    const sheet = page.locator('.printed-form');
    const blank = await sheet.locator('tbody td[data-blank]').first().boundingBox();
    const whole = await sheet.boundingBox();
    expect(blank?.width).toBeGreaterThan((whole?.width ?? 0) * 0.3);
    expect(blank?.height).toBeGreaterThan(30);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await page.emulateMedia({ media: 'screen' });
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await page.getByRole('main').innerHTML()).toBe(before);
    await expect(page.locator('.printed-form')).toHaveCount(0);
  });

  test('prints a letter as it stands', async ({ page }) => {
    await page.goto(LETTER);
    await template(page)
      .getByRole('button', { name: /^打印空白表/ })
      .click();
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.printed-form')).toContainText('〔姓名〕，客户服务部');
    await expect(page.getByRole('main')).toBeHidden();
  });

  test('the page as a whole is printed without the buttons, with the example', async ({ page }) => {
    await page.goto(TABLE);
    await page.emulateMedia({ media: 'print' });
    await expect(template(page).getByRole('button').first()).toBeHidden();
    await expect(template(page)).toContainText('清禾');
    await expect(template(page).locator('.template__example')).toBeVisible();
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a template is read, and offers nothing that does not work', async ({ page }) => {
    await page.goto(TABLE);
    await expect(template(page).locator('table')).toHaveCount(2);
    await expect(template(page).locator('.template__tools')).toBeHidden();
  });
});
