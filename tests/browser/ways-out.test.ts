/**
 * Where downloads, the clipboard or printing are refused without an error, as in chat apps: nothing
 * counts as done that is not, and there is another way. `src/README.md` lists each of these calls.
 */
import type { BrowserContext, Locator, Page } from '@playwright/test';
import { findCodes, openCode, type FoundCode } from '../../src/progress/transfer/text-code.ts';
import { readExport } from '../../src/progress/records/export-file.ts';
import { violations } from './axe.ts';
import { expect, PAGES, ready, startRun, test } from './fixtures.ts';
import { asList, boxes, COMPLAINT, fillStorage, openMore, stored } from './run-fixtures.ts';

const PHONE = { viewport: { width: 375, height: 740 }, hasTouch: true, isMobile: true };

/** As in a chat app's browser: a file that is offered does not come, and nobody says so. */
const refuseDownloads = (context: BrowserContext) =>
  context.addInitScript(() => {
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      if (!this.hasAttribute('download')) click.call(this);
    };
  });

const refuseClipboard = (context: BrowserContext) =>
  context.addInitScript(() => {
    const refuse = () => Promise.reject(new DOMException('Write permission denied.'));
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: refuse, write: refuse } });
    document.execCommand = () => false;
  });

async function openRecords(page: Page): Promise<void> {
  await page.goto(PAGES.progress);
  await ready(page, 'records');
}

async function openActions(page: Page): Promise<void> {
  await openMore(page);
  await page.getByText('复制、打印、导出和更多').click();
}

/** When everything was exported, as it is noted. */
const exported = async (page: Page) => (await stored(page))['khb:set:exported'];

const parts = (page: Page) => page.getByRole('textbox', { name: /^第 \d+ 段$/ });

/** What stands in the boxes of the parts. */
async function textIn(page: Page): Promise<string> {
  await expect(parts(page).first()).toBeVisible();
  const all = await parts(page).evaluateAll((fields) =>
    fields.map((field) => (field as HTMLTextAreaElement).value),
  );
  return all.join('\n');
}

/** The values in the one code of a text. */
async function valuesIn(text: string): Promise<[FoundCode['kind'], Record<string, string>]> {
  const [code] = findCodes(text).codes;
  if (!code) throw new Error('no code');
  const opened = await openCode(code);
  const file = typeof opened === 'object' ? readExport(opened.text) : opened;
  if (typeof file === 'string') throw new Error(file);
  return [code.kind, { ...file.values }];
}

/** What of a field is selected. */
const selected = (field: Locator) =>
  field.evaluate((each: HTMLTextAreaElement) =>
    each.value.slice(each.selectionStart, each.selectionEnd),
  );

/** Expects the box from which one copies by hand, with a text selected; closes it. */
async function copiesByHand(page: Page, text: RegExp): Promise<void> {
  const box = page.getByRole('dialog', { name: '这里复制不了，请自己复制' });
  await expect(box).toBeVisible();
  expect(await violations(page)).toEqual([]);
  const field = box.getByRole('textbox');
  await expect(field).toBeFocused();
  expect(await selected(field)).toMatch(text);
  expect(await field.inputValue()).toBe(await selected(field));
  await box.getByRole('button', { name: '再试一次' }).click();
  await expect(box.getByRole('status')).toHaveText('还是复制不了');
  await page.keyboard.press('Escape');
  await expect(box).toHaveCount(0);
}

test.describe('downloads are refused', () => {
  test.beforeEach(({ context }) => refuseDownloads(context));

  test('an export that was offered silences no reminder; one that is kept, or copied as text, does', async ({
    page,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.clock.install({ time: new Date('2026-11-01T10:00:00+08:00') });
    await startRun(page, COMPLAINT, '2026-082');
    await page.clock.setSystemTime(new Date('2026-11-16T10:00:00+08:00'));
    await openRecords(page);
    const exportAll = page.getByRole('button', { name: '导出全部记录' });
    await exportAll.click();
    const asked = page.locator('.ask-saved');
    await expect(asked).toContainText('文件存好了吗？');
    expect(await exported(page)).toBeUndefined();
    await asked.getByRole('button', { name: '没有' }).click();
    await expect(asked).toContainText('请用“做成文字”');
    await expect(asked).toBeFocused();
    expect(await exported(page)).toBeUndefined();
    await page.goto(PAGES.runs);
    await ready(page, 'runs');
    await expect(page.getByText('已经两个星期没有导出')).toBeVisible();

    await openRecords(page);
    await exportAll.click();
    await asked.getByRole('button', { name: '存好了' }).click();
    await expect(asked).toContainText('记下了');
    const at = await exported(page);
    expect(Number(at)).toBeGreaterThan(Date.parse('2026-11-16T09:00:00+08:00'));
    // On a page that loads, the clock is again at what it was set to: before the export.
    await page.clock.setSystemTime(new Date('2026-11-16T11:00:00+08:00'));
    await page.goto(PAGES.runs);
    await ready(page, 'runs');
    await expect(page.getByText('已经两个星期没有导出')).toHaveCount(0);

    // A fortnight later, by text: some of it is not enough.
    await page.clock.setSystemTime(new Date('2026-12-16T10:00:00+08:00'));
    await openRecords(page);
    await page.getByRole('button', { name: '做成文字' }).click();
    await textIn(page);
    const copies = page.getByRole('button', { name: /^复制第/ });
    for (const copy of await copies.all()) {
      expect(await exported(page)).toBe(at);
      await copy.click();
      await expect(copy).toHaveText('已复制');
    }
    await expect(page.getByText('已全部复制')).toBeVisible();
    await page.clock.setSystemTime(new Date('2026-12-16T11:00:00+08:00'));
    await page.goto(PAGES.runs);
    await ready(page, 'runs');
    await expect(page.getByText('已经两个星期没有导出')).toHaveCount(0);
  });

  test('the open runs, or one run, copied as text are not everything', async ({
    page,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await startRun(page, COMPLAINT, '2026-083');
    await startRun(page, COMPLAINT, '2026-084');
    await openRecords(page);
    await page.getByRole('button', { name: '做成文字' }).click();
    for (const [choice, kind, runs] of [
      ['进行中的执行', 'x', 2],
      ['一次执行', 'r', 1],
    ] as const) {
      await page.getByRole('radio', { name: choice }).check();
      // Until it is written, the text before it stands there, or none.
      await expect(async () => {
        const [written, values] = await valuesIn(await textIn(page));
        expect(written).toBe(kind);
        const names = Object.keys(values);
        expect(names.filter((name) => name.startsWith('run:'))).toHaveLength(runs);
        expect(names.filter((name) => name.startsWith('set:'))).toEqual([]);
      }).toPass();
      for (const copy of await page.getByRole('button', { name: /^复制第/ }).all()) {
        await copy.click();
        await expect(copy).toHaveText('已复制');
      }
      await expect(page.getByText('已全部复制')).toBeVisible();
    }
    expect(await exported(page)).toBeUndefined();
    await page
      .getByRole('combobox', { name: '哪一次' })
      .selectOption({ label: '2026-083 投诉处理' });
    await expect
      .poll(async () => JSON.stringify((await valuesIn(await textIn(page)))[1]))
      .toContain('2026-083');
  });

  test('a run goes as text and comes in with another, out of one chat', async ({
    page,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const chat: string[] = [];
    for (const code of ['2026-085', '2026-086']) {
      await startRun(page, COMPLAINT, code);
      await asList(page);
      await boxes(page).nth(0).check();
      await openActions(page);
      await page.getByRole('button', { name: '导出成文件' }).click();
      const asked = page.locator('.ask-saved');
      await asked.getByRole('button', { name: '没有' }).click();
      await expect(asked).toContainText('请用“导出成文字”');
      await page.getByRole('button', { name: '导出成文字' }).click();
      const text = await textIn(page);
      expect(text).toMatch(/^KHB1r\./);
      expect(await violations(page)).toEqual([]);
      await page
        .getByRole('button', { name: /^复制第/ })
        .first()
        .click();
      await expect
        .poll(() => page.evaluate(() => navigator.clipboard.readText()))
        .toBe(text.split('\n')[0]);
      chat.push(text);
      await page.getByRole('button', { name: '关闭' }).click();
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
    expect(await exported(page)).toBeUndefined();
    await openRecords(page);
    await page.getByRole('button', { name: '做成文字' }).click();
    chat.splice(1, 0, await textIn(page));
    const before = await stored(page);

    page.once('dialog', (dialog) => void dialog.accept());
    await page.getByRole('button', { name: '清除全部记录' }).click();
    await expect(page.getByText('全部记录已经清除')).toBeVisible();
    expect(await stored(page)).toEqual({});
    await page.getByLabel('或者粘贴文字').fill(`张三 10:02\n${chat.reverse().join('\n李四：\n')}`);
    await page.getByRole('button', { name: '读这段文字' }).click();
    await expect(page.getByRole('row', { name: /2026-085/ })).toContainText('新的');
    await expect(page.getByRole('row', { name: /2026-086/ })).toContainText('新的');
    await page.getByRole('button', { name: '导入', exact: true }).click();
    await expect(page.getByText(/^已导入/)).toBeVisible();
    const runs = (values: Record<string, string>) =>
      Object.fromEntries(Object.entries(values).filter(([key]) => key.startsWith('khb:run:')));
    expect(runs(await stored(page))).toEqual(runs(before));
    expect(Object.keys(runs(before))).toHaveLength(4);
  });

  test('a calendar file that did not come has another way', async ({ page }) => {
    await startRun(page, COMPLAINT, '2026-087');
    await asList(page);
    await boxes(page).nth(0).check();
    await boxes(page).nth(1).check();
    await openActions(page);
    await page.getByRole('button', { name: '下载日历文件' }).click();
    const asked = page.locator('.ask-saved');
    await asked.getByRole('button', { name: '没有' }).click();
    await expect(asked).toContainText('在手机浏览器里打开');
    await expect(asked).toBeInViewport();
  });

  test('on a full storage everything leaves as text, what is not saved too', async ({ page }) => {
    await startRun(page, COMPLAINT, '2026-088');
    await asList(page);
    await fillStorage(page);
    await boxes(page).nth(0).check();
    const notice = page.locator('.storage-notice');
    await notice.getByRole('button', { name: '导出全部记录' }).click();
    await notice.getByRole('button', { name: '没有' }).click();
    await expect(notice).toContainText('请用“做成文字”');
    await notice.getByRole('button', { name: '做成文字' }).click();
    const [kind, values] = await valuesIn(await textIn(page));
    expect(kind).toBe('x');
    const events = Object.entries(values).filter(([name]) => name.startsWith('run:'));
    expect(events.map(([, event]) => (JSON.parse(event) as { kind: string }).kind).sort()).toEqual([
      'start',
      'tick',
    ]);
    expect(
      Object.keys(await stored(page)).filter((key) => key.startsWith('khb:run:')),
    ).toHaveLength(1);
  });

  test('of what is damaged, a copy is had as text', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await startRun(page, COMPLAINT, '2026-089');
    await page.evaluate(() => localStorage.setItem('khb:aside:run:x:y', '坏的'));
    await openRecords(page);
    const section = page.getByRole('region', { name: '另存的坏记录' });
    await section.getByRole('button', { name: '全部下载' }).click();
    await section.getByRole('button', { name: '没有' }).click();
    await expect(section).toContainText('请用“全部复制”');
    await section.getByRole('button', { name: '全部复制' }).click();
    await expect(section.getByRole('status').filter({ hasText: '已复制' })).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('坏的');
  });
});

/** What the browser itself writes where a script does not come. */
const NOT_LOADED = ['console: Failed to load resource: net::ERR_FAILED'];

test('a locked export whose lock cannot be loaded is not noted, and says so', async ({
  page,
  faults,
}) => {
  await page.route('**/passphrase.*.js', (route) => route.abort());
  await startRun(page, COMPLAINT, '2026-090');
  await openRecords(page);
  let downloads = 0;
  page.on('download', () => (downloads += 1));
  await page.getByLabel('用口令锁上文件').check();
  await page.getByLabel('口令', { exact: true }).fill('秋天的第一杯茶，八分烫');
  await page.getByLabel('再输一次').fill('秋天的第一杯茶，八分烫');
  await page.getByRole('button', { name: '导出全部记录' }).click();
  await expect(page.getByRole('alert').filter({ hasText: '没有导出：上锁的部分' })).toBeVisible();
  await expect(page.locator('.ask-saved')).toHaveCount(0);
  expect(await exported(page)).toBeUndefined();
  expect(downloads).toBe(0);
  // What was typed stays, to try again.
  await expect(page.getByLabel('再输一次')).toHaveValue('秋天的第一杯茶，八分烫');
  expect(faults.splice(0)).toEqual(NOT_LOADED);
});

test('many parts are counted first, and too many are not made', async ({ page }) => {
  test.slow();
  await startRun(page, COMPLAINT, '2026-091');
  const addNotes = (count: number) =>
    page.evaluate((size) => {
      const [key = '', value = ''] =
        Object.entries(localStorage).find(([name]) => name.startsWith('khb:run:')) ?? [];
      const first = JSON.parse(String(value)) as { id: string; at: number };
      let state = 7;
      const noise = () =>
        Array.from({ length: 1500 }, () => {
          state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
          return String.fromCharCode(33 + ((state >>> 16) % 90));
        }).join('');
      for (let n = 0; n < size; n += 1) {
        const event = {
          ...first,
          id: `note${n}`,
          at: first.at + n,
          kind: 'note',
          round: 1,
          step: 'receive-complaint',
          text: noise(),
        };
        localStorage.setItem(key.replace(/[^:]*$/, event.id), JSON.stringify(event));
      }
    }, count);
  await addNotes(8);
  await openRecords(page);
  await page.getByRole('button', { name: '做成文字' }).click();
  const make = page.getByRole('button', { name: /^做成 \d+ 段$/ });
  await expect(make).toBeVisible();
  await expect(page.getByText(/要分成 \d+ 段，一段发一条消息/)).toBeVisible();
  await expect(parts(page)).toHaveCount(0);
  const count = Number(/\d+/.exec(await make.innerText())?.[0]);
  await make.click();
  await expect(parts(page)).toHaveCount(count);
  await addNotes(60);
  await openRecords(page);
  await page.getByRole('button', { name: '做成文字' }).click();
  await expect(page.getByText(/要分成 \d+ 段，太多了：请用文件/)).toBeVisible();
  await expect(make).toHaveCount(0);
  await expect(parts(page)).toHaveCount(0);
});

test.describe('the clipboard is refused', () => {
  test.beforeEach(({ context }) => refuseClipboard(context));

  test('an item’s link opens a box with its address selected', async ({ page }) => {
    await page.goto(PAGES.workflow);
    await page.locator('#client-confirms .self-link').click();
    await copiesByHand(page, /\/agency\/workflows\/win-new-client\/.*#client-confirms$/);
    await expect(page.locator('#page-status')).toHaveText('');
    await expect(page.locator('[data-copied]')).toHaveCount(0);
  });

  test('so do a template and a run', async ({ page }) => {
    await page.goto(PAGES.technique);
    await page.locator('.template').first().getByRole('button', { name: /^复制/ }).click();
    await copiesByHand(page, /^类别\t栏目/);
    await startRun(page, COMPLAINT, '2026-092');
    await openActions(page);
    await page.getByRole('button', { name: '复制文字' }).click();
    await copiesByHand(page, /^2026-092 投诉处理\n/);
    await expect(page.getByText('文字已复制')).toHaveCount(0);
  });

  test('a text that was copied by hand is kept when its reader says so', async ({ page }) => {
    await startRun(page, COMPLAINT, '2026-093');
    await openRecords(page);
    await page.getByRole('button', { name: '做成文字' }).click();
    await page.getByRole('button', { name: '复制第 1 段' }).click();
    await expect(page.getByText('复制不了：文字已经选中')).toBeVisible();
    expect(await exported(page)).toBeUndefined();
    await page.locator('.ask-saved').getByRole('button', { name: '存好了' }).click();
    await expect.poll(() => exported(page)).toBeDefined();
  });

  test('where the box cannot be loaded either, the browser’s own shows the address', async ({
    page,
    faults,
  }) => {
    await page.route('**/copy-otherwise.*.js', (route) => route.abort());
    await page.goto(PAGES.workflow);
    const shown = new Promise<string>((resolve) =>
      page.once('dialog', (dialog) => {
        resolve(dialog.defaultValue());
        void dialog.dismiss();
      }),
    );
    await page.locator('#client-confirms .self-link').click();
    expect(await shown).toMatch(/#client-confirms$/);
    expect(faults.splice(0)).toEqual(NOT_LOADED);
  });
});

test.describe('nothing prints', () => {
  test.beforeEach(({ context }) => context.addInitScript(() => (window.print = () => undefined)));

  test('a run and a template say what to do instead, and the page stays as it was', async ({
    page,
  }) => {
    await startRun(page, COMPLAINT, '2026-094');
    await openActions(page);
    await page.getByRole('button', { name: '打印', exact: true }).click();
    const box = page.getByRole('dialog', { name: '这里打印不了' });
    await expect(box).toBeVisible();
    await expect(box.getByRole('button', { name: '复制网址' })).toBeVisible();
    await box.getByRole('button', { name: '关闭' }).click();
    await page.goto(PAGES.technique);
    const before = await page.locator('main').innerHTML();
    await page.locator('.template').first().getByRole('button', { name: /^打印/ }).click();
    await expect(box).toBeVisible();
    await box.getByRole('button', { name: '关闭' }).click();
    await expect(page.locator('.printed-form')).toHaveCount(0);
    await expect(page.locator('html[data-prints-form]')).toHaveCount(0);
    expect(await page.locator('main').innerHTML()).toBe(before);
  });
});

test('what was done is said in sight, and erasing can be taken back from anywhere', async ({
  page,
}) => {
  await startRun(page, COMPLAINT, '2026-095');
  await openRecords(page);
  const before = Object.keys(await stored(page)).filter((key) => key.includes(':run:'));
  page.once('dialog', (dialog) => void dialog.accept());
  await page.getByRole('button', { name: '清除全部记录' }).click();
  const undo = page.getByRole('button', { name: '撤销' });
  await expect(undo).toBeInViewport({ ratio: 1 });
  await page.evaluate(() => scrollTo(0, 0));
  await expect(undo).toBeInViewport({ ratio: 1 });
  await undo.click();
  await expect(page.getByText('已撤销')).toBeInViewport();
  expect(Object.keys(await stored(page)).filter((key) => key.includes(':run:'))).toEqual(before);
  await page.getByRole('button', { name: /^知道了/ }).click();
  await expect(page.getByText('已撤销')).toHaveCount(0);
});

test('on a run’s page records come in as well', async ({ page }) => {
  await startRun(page, COMPLAINT, '2026-097');
  await openActions(page);
  await page.getByRole('button', { name: '导出成文字' }).click();
  const text = await textIn(page);
  await page.evaluate(() => localStorage.clear());

  await startRun(page, COMPLAINT, '2026-098');
  await openActions(page);
  await page.getByRole('button', { name: '导入', exact: true }).click();
  const box = page.getByRole('dialog', { name: '导入记录' });
  await box.getByRole('textbox').fill(`小周：${text}`);
  await box.getByRole('button', { name: '读这段文字' }).click();
  await expect(box.getByRole('row', { name: /执行 2026-097/ })).toContainText('新的');
  expect(await violations(page)).toEqual([]);
  await box.getByRole('button', { name: '导入', exact: true }).click();
  await expect(box.getByText(/^已导入/)).toBeVisible();
  await box.getByRole('button', { name: '关闭' }).click();
  await page.goto(PAGES.runs);
  for (const code of ['2026-097', '2026-098']) {
    await expect(page.getByRole('main')).toContainText(code);
  }
});

test('a file to import may have any name: nothing hides it', async ({ page }) => {
  await openRecords(page);
  await expect(page.getByLabel('导出的文件')).not.toHaveAttribute('accept');
});

test.describe('in a chat app’s browser', () => {
  test.use({
    ...PHONE,
    userAgent:
      'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/116.0 Mobile MicroMessenger/8.0.49',
  });

  test('one line says that records go with it, until it is put away once', async ({
    page,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const note = page.locator('.chat-note');
    await page.goto(PAGES.technique);
    await expect(note).toHaveCount(0);
    for (const [path, island] of [
      [PAGES.role, 'checklist__head'],
      [PAGES.workflow, 'run-starter'],
      [PAGES.progress, 'records'],
    ] as const) {
      await page.goto(path);
      await ready(page, island);
      await expect(note).toContainText('这里的记录会随聊天软件清掉，请用手机浏览器打开');
      await expect(note).toBeInViewport({ ratio: 1 });
    }
    expect(await violations(page)).toEqual([]);
    // The app it is sent on by may cut the fragment off.
    await page.evaluate(() => history.replaceState(history.state, '', '#import'));
    await note.getByRole('button', { name: '复制网址' }).click();
    await expect(note.getByRole('button', { name: '网址已复制' })).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      page.url().replace('#import', '?at=import#import'),
    );
    await note.getByRole('button', { name: '知道了' }).click();
    await expect(note).toHaveCount(0);
    const module = page.waitForResponse(/StorageTrouble\..*\.js/);
    await page.goto(PAGES.role);
    await ready(page, 'checklist__head');
    await module;
    await page.waitForLoadState('networkidle');
    await expect(note).toHaveCount(0);
  });

  test('nothing on the page moves when it comes', async ({ page }) => {
    await page.goto(PAGES.role);
    await ready(page, 'checklist__head');
    const top = () =>
      page
        .locator('.duty')
        .first()
        .evaluate((each) => each.getBoundingClientRect().top);
    await page.locator('.chat-note').waitFor();
    const [before] = [await top()];
    await page.locator('.chat-note').getByRole('button', { name: '知道了' }).tap();
    await expect(page.locator('.chat-note')).toHaveCount(0);
    expect(await top()).toBe(before);
  });

  test('text comes before the file', async ({ page }) => {
    await startRun(page, COMPLAINT, '2026-096');
    await page.locator('.chat-note').getByRole('button', { name: '知道了' }).tap();
    await openActions(page);
    const ways = page.locator('.run__actions').first().getByRole('button');
    await expect(ways).toHaveText([
      '复制文字',
      '导出成文字',
      '导出成文件',
      '下载日历文件',
      '打印',
      '导入',
    ]);
    await openRecords(page);
    const buttons = page.getByRole('region', { name: '导出', exact: true }).getByRole('button');
    await expect(buttons).toHaveText(['做成文字', '导出全部记录']);
  });
});
