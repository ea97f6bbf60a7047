/**
 * What loads later and does not come: the page says beside what was pressed whether nothing arrives or
 * the file is gone since a newer edition was published. The list is that of `src/README.md`.
 */
import type { Page, Route } from '@playwright/test';
import type { PlanItem } from '../../src/model/plan.ts';
import { PARTS } from '../support/parts.ts';
import { expect, PAGES, ready, startRun, test } from './fixtures.ts';
import { hold, letThrough, passOverRefusals, WAYS } from './held-back.ts';
import { addressOf } from './plan-links.ts';
import { openTeam, paste, receipt, textOf } from './receipts.ts';
import { COMPLAINT, fillStorage, publishFolder, publishNextEdition } from './run-fixtures.ts';

/** All scripts and styles with a hash in their names. */
const HASHED = '**/_astro/*';

/** What is said, by what it says; without words, whatever is said. */
const said = (page: Page, words: string) =>
  page.getByRole('alert').filter({ hasText: words || /./ });

/** It says what did not happen and why; a reload is offered where it helps. */
async function says(page: Page, what: string, why: string): Promise<void> {
  const alert = said(page, what);
  await expect(alert).toContainText(why);
  await expect(alert).toBeInViewport();
  await expect(alert.getByRole('button', { name: '刷新页面' })).toHaveCount(
    why === '断网了' ? 0 : 1,
  );
}

/** Nothing is said, now and a moment later; an error that nobody caught would be a fault. */
async function isSilent(page: Page): Promise<void> {
  await page.waitForTimeout(300);
  await expect(said(page, '')).toHaveCount(0);
}

/** Begins a plan of some items. */
async function beginPlan(page: Page, ...items: readonly PlanItem[]): Promise<void> {
  await page.goto(await addressOf({ edition: 1, titleFrom: 'agency', items }));
  await page.getByRole('button', { name: '开始这份计划' }).click();
  await expect(page.locator('.start-plan__words')).toBeVisible();
}

/** What any plan may ask for. */
const RULES: PlanItem = { ref: 'agency/rules/conduct', need: 'read', day: 1 };

test.beforeEach(({ faults }) => passOverRefusals(faults));

for (const [way, why] of WAYS) {
  test.describe(way, () => {
    test('starting a run: what was typed stays, and the next try succeeds', async ({ page }) => {
      await page.goto(COMPLAINT);
      await ready(page, 'run-starter');
      await page.getByLabel('项目编号').fill('2026-090');
      await hold(page, way, HASHED);
      await page.getByRole('button', { name: '开始一次执行' }).click();
      await says(page, '执行还没有开始', why);
      await expect(page.getByLabel('项目编号')).toHaveValue('2026-090');
      await letThrough(page);
      if (way === 'missing') await page.getByRole('button', { name: '刷新页面' }).click();
      await expect(page.getByLabel('项目编号')).toHaveValue('2026-090');
      await ready(page, 'run-starter');
      await page.getByRole('button', { name: '开始一次执行' }).click();
      await page.waitForURL(/\/runs\/#[a-z0-9]+$/);
      await expect(page.getByRole('heading', { level: 1 })).toContainText('2026-090');
    });

    test('starting a run: the workflow’s text', async ({ page }) => {
      await page.goto(COMPLAINT);
      await ready(page, 'run-starter');
      await hold(page, way, '**/data/**');
      await page.getByRole('button', { name: '开始一次执行' }).click();
      await says(page, '执行还没有开始', why);
      await expect(page).toHaveURL(/complaint\/$/);
    });

    test('the runs of a workflow’s page', async ({ page }) => {
      await startRun(page, COMPLAINT, '2026-091');
      await hold(page, way, '**/_astro/{lazy-runs,runs}*.js');
      await page.goto(COMPLAINT);
      await expect(said(page, '进行中的执行没有取到')).toContainText(why);
    });

    test('the search: by key, by its link, once more when it comes', async ({ page }) => {
      await page.goto(PAGES.home);
      await ready(page, 'desk');
      await hold(page, way, HASHED);
      const { length } = await page.evaluate(() => history);
      await page.keyboard.press('/');
      await says(page, '搜索没有取到', why);
      await page.getByRole('heading', { level: 1 }).click();
      await expect(said(page, '搜索没有取到')).toBeHidden();
      await page.getByRole('banner').getByRole('link', { name: '搜索' }).click();
      await says(page, '搜索没有取到', why);
      expect(await page.evaluate(() => history)).toEqual({ length });
      await letThrough(page);
      if (way === 'missing') {
        await page.getByRole('button', { name: '刷新页面' }).click();
        await expect(said(page, '搜索没有取到')).toBeHidden();
        await ready(page, 'desk');
      }
      await page.keyboard.press('/');
      await expect(page.getByRole('searchbox', { name: '搜索手册' })).toBeFocused();
      await page.getByRole('button', { name: '关闭', exact: true }).click();
      await expect(said(page, '搜索没有取到')).toBeHidden();
    });

    for (const [files, query] of [
      ['**/search/table.json', '工作单'],
      ['**/engine.pagefind', '工作单'],
      ['**/glue.js', '工作单'],
      ['**/*.pf_index', '工作单'],
      ['**/_astro/answers*', '谁签字'],
      ['**/pinyin.pack', 'kehudangan'],
      ['**/traditional.pack', '客戶檔案'],
    ] as const) {
      test(`the search’s ${files}`, async ({ page }) => {
        await page.goto(PAGES.search);
        await hold(page, way, files);
        await page.getByRole('searchbox').fill(query);
        await says(page, '搜索的索引没有取到', why);
        await letThrough(page);
        await page.getByRole('button', { name: '再试一次' }).click();
        // A script that failed once may stay so until the page is loaded anew.
        if (!files.endsWith('js') && !files.includes('answers')) {
          await expect(page.locator('a[data-match]').first()).toBeVisible();
        }
      });
    }

    test('the text of a place that was found: the place is still led to', async ({ page }) => {
      await page.goto(PAGES.search);
      await hold(page, way, '**/data/search/**/texts*');
      await page.getByRole('searchbox').fill('工作单');
      await expect(page.getByText('这一处的文字没有取到，可以点开看。').first()).toBeVisible();
      await page.locator('a[data-match]').first().click();
      await expect(page).not.toHaveURL(/search/);
    });

    test('the definition of a term', async ({ page }) => {
      await page.goto('./agency/techniques/job-order/');
      const term = page.locator('a.term').first();
      const address = await term.getAttribute('href');
      await hold(page, way, '**/glossary/*.json');
      await term.click();
      // Where the site answers, the glossary has it.
      if (way === 'missing') return expect(page).toHaveURL(new RegExp(`${address}$`));
      await says(page, '', why);
      await letThrough(page);
      await term.click();
      await expect(page.locator('.term-card')).toBeVisible();
    });

    test('a template’s buttons', async ({ page }) => {
      await page.goto(PAGES.technique);
      await hold(page, way, HASHED);
      for (const name of [/^复制：/, /^打印空白表：/]) {
        await page.getByRole('button', { name }).first().click();
        await says(page, '', why);
      }
      await expect(page.locator('figcaption + .late')).toHaveCount(1);
    });

    test('the styles of a printed form: nothing is printed', async ({ page }) => {
      await page.addInitScript(() => {
        Object.assign(window, { printed: 0, print: () => (window.printed += 1) });
      });
      await page.goto(PAGES.technique);
      await hold(page, way, '**/_astro/printed-form*.css');
      await page
        .getByRole('button', { name: /^打印空白表：/ })
        .first()
        .click();
      await says(page, '', why);
      expect(await page.evaluate(() => window.printed)).toBe(0);
      await letThrough(page);
      await page
        .getByRole('button', { name: /^打印空白表：/ })
        .first()
        .click();
      await expect.poll(() => page.evaluate(() => window.printed)).toBe(1);
    });

    test('the filter of the glossary', async ({ page }) => {
      await page.goto(PAGES.glossary);
      await hold(page, way, HASHED);
      await page.getByLabel('找一个词').fill('工作单');
      await says(page, '', why);
      await expect(page.locator('.glossary__entry').last()).toBeAttached();
      await letThrough(page);
      if (way === 'missing') return;
      await page.getByLabel('找一个词').fill('工作');
      await expect(page.locator('.glossary__entry:visible').nth(20)).toBeHidden();
    });

    test('the periods before', async ({ page }) => {
      await page.goto(PAGES.role);
      await ready(page, 'checklist__head');
      await hold(page, way, HASHED);
      await page.getByText('以往各期').click();
      await says(page, '以前各期没有取到', why);
    });

    test('今天, and a role’s duties', async ({ page }) => {
      await page.goto(PAGES.role);
      await ready(page, 'checklist__head');
      await page.getByRole('button', { name: '设为我的岗位' }).click();
      await hold(page, way, '**/duties.json');
      await page.goto(PAGES.today);
      await says(page, '职责没有取到', why);
      await letThrough(page);
      await hold(page, way, '**/_astro/TodayList*');
      await page.goto(PAGES.home);
      await says(page, '今天要做的没有取到', why);
    });

    test('what else is done with a run: calendar, copy, new text', async ({
      page,
      context,
      baseURL,
    }) => {
      await startRun(page, COMPLAINT, '2026-092');
      await page.getByText('复制、打印、导出和更多').click();
      await hold(page, way, '**/{_astro/calendar*,data/**}');
      await page.getByRole('button', { name: '下载日历文件' }).click();
      await says(page, '日历文件没有做成', why);
      await page.getByRole('button', { name: '复制为新的执行' }).click();
      await says(page, '没有复制成新的执行', why);
      await expect(said(page, '日历文件没有做成')).toHaveCount(0);
      await letThrough(page);
      await publishNextEdition(context, baseURL ?? '');
      await hold(page, way, '**/data/**');
      await page.reload();
      await ready(page, 'runs');
      await says(page, '新的文字没有取到，照现在的文字做下去也不碍事', why);
    });

    test('what else is done with a run: text, print, import', async ({ page }) => {
      await startRun(page, COMPLAINT, '2026-094');
      await page.getByText('复制、打印、导出和更多').click();
      await hold(page, way, '**/_astro/{text-dialog,print-page,import-dialog}*');
      await page.getByRole('button', { name: '导出成文字' }).click();
      await says(page, '文字没有做成', why);
      await page.getByRole('button', { name: '打印', exact: true }).click();
      await says(page, '没有打印成', why);
      await page.getByRole('button', { name: '导入', exact: true }).click();
      await says(page, '还没有导入', why);
    });

    test('a run’s text: what writes it, and the styles of its box', async ({ page }) => {
      await startRun(page, COMPLAINT, '2026-095');
      await page.getByText('复制、打印、导出和更多').click();
      await hold(page, way, '**/_astro/{text-code*.js,pop*.css}');
      await page.getByRole('button', { name: '导出成文字' }).click();
      const box = page.getByRole('dialog', { name: '把这次执行做成文字' });
      await says(page, '做文字的部分没有取到', why);
      await expect(box).not.toContainText('太旧的浏览器');
      await letThrough(page);
      if (way === 'missing') return;
      await box.getByRole('button', { name: '再试一次' }).click();
      await expect(box.getByRole('textbox', { name: '第 1 段' })).toHaveValue(/^KHB1r\./);
      await expect(said(page, '')).toHaveCount(0);
    });

    test('records as text: what offers it, what writes it', async ({ page }) => {
      await startRun(page, COMPLAINT, '2026-096');
      await page.goto(PAGES.progress);
      await ready(page, 'records');
      const write = page.getByRole('button', { name: '做成文字' });
      await hold(page, way, '**/_astro/TextOut*');
      await write.click();
      await says(page, '文字没有做成', why);
      await letThrough(page);
      await page.reload();
      await ready(page, 'records');
      await hold(page, way, '**/_astro/text-code*');
      await write.click();
      const alert = said(page, '做文字的部分没有取到');
      await expect(alert).toContainText(why);
      // What else is chosen asks again.
      const asked = page.waitForRequest('**/_astro/text-code*');
      await page.getByRole('radio', { name: '进行中的执行' }).check();
      await asked;
      await expect(alert).toContainText(why);
    });

    test('what is not saved, as text', async ({ page }) => {
      await page.goto(PAGES.role);
      await ready(page, 'checklist__head');
      await fillStorage(page);
      await page.locator('.duty .tick__box').first().check();
      await hold(page, way, '**/_astro/text-dialog*');
      await page.getByRole('button', { name: '做成文字' }).click();
      // The notice that stays is an alert around it.
      await expect(said(page, '文字没有做成，可以先导出成文件').last()).toContainText(why);
    });

    test('what is kept on the device, and how much there is to fetch', async ({ page }) => {
      const section = page.locator('section', { has: page.locator('#offline') });
      await hold(page, way, '**/_astro/OfflineSection*');
      await page.goto(PAGES.progress);
      const unlisted = said(page, '存下了什么，现在列不出来');
      await expect(unlisted).toContainText(why);
      await letThrough(page);
      const again = way === 'offline' ? '再试一次' : '刷新页面';
      await section.getByRole('button', { name: again }).click();
      await expect(section).toContainText('约下载');
      await expect(unlisted).toHaveCount(0);
      await hold(page, way, '**/offline.json');
      await page.reload();
      const unknown = said(page, '要下载多少没有取到');
      await expect(unknown).toContainText(why);
      await expect(section.getByRole('button', { name: /存到这台设备$/ }).first()).toBeDisabled();
      await letThrough(page);
      await section.getByRole('button', { name: '再试一次' }).click();
      await expect(section).toContainText('约下载');
      await expect(unknown).toHaveCount(0);
    });

    test('a receipt: what else it tells of, what packs it', async ({ page }) => {
      await beginPlan(page, RULES);
      await page.goto(PAGES.training);
      await ready(page, 'training');
      await page.locator('#receipt > summary').click();
      await page.locator('#receipt').getByLabel('姓名或工号').fill('小王');
      await hold(page, way, '**/_astro/{receipt-extras,text-code}*');
      const runs = page.getByRole('checkbox', { name: /^进行中的执行/ });
      await runs.click();
      await says(page, '执行、职责或复习没有取到', why);
      await expect(runs).not.toBeChecked();
      await page.getByRole('button', { name: '做成回执' }).click();
      await says(page, '做回执的部分没有取到', why);
      await expect(page.locator('#receipt')).not.toContainText('浏览器太旧');
    });

    test('a receipt that a mentor pastes: what reads it', async ({ page }) => {
      await page.goto(PAGES.training);
      await ready(page, 'training');
      await page.locator('#mentor > summary').click();
      const text = await textOf(receipt('devicea0', '小王', 1));
      await page.getByLabel(/回执的文字/).fill(text);
      await hold(page, way, '**/_astro/text-code*');
      await page.getByRole('button', { name: '读出来' }).click();
      await says(page, '读的部分没有取到', why);
      await expect(page.getByLabel(/回执的文字/)).toHaveValue(text);
    });

    test('a receipt that a mentor pastes: what it names', async ({ page }) => {
      await page.goto(PAGES.training);
      await ready(page, 'training');
      await page.locator('#mentor > summary').click();
      await page.getByLabel(/回执的文字/).fill(await textOf(receipt('devicea0', '小王', 1)));
      await hold(page, way, '**/current/**');
      await page.getByRole('button', { name: '读出来' }).click();
      await expect(said(page, '手册的目录没有取到，现在签不了')).toContainText(why);
    });

    for (const file of ['receipt-text', 'text-code']) {
      test(`receipts that a manager pastes: ${file}`, async ({ page }) => {
        await openTeam(page);
        await hold(page, way, `**/_astro/${file}*`);
        const text = await textOf(receipt('devicea0', '小王', 1));
        await paste(page, text);
        await says(page, '读回执的部分没有取到', why);
        await expect(page.getByRole('textbox', { name: /回执的文字/ })).toHaveValue(text);
      });
    }

    test('the team’s table and the sheet of a training, on paper', async ({ page }) => {
      await openTeam(page, receipt('devicea0', '小王', 1));
      await hold(page, way, '**/_astro/print-page*');
      await page.getByRole('button', { name: '打印', exact: true }).click();
      await says(page, '没有打印成', why);
      await beginPlan(page, RULES);
      await page.goto('./train/print/');
      await ready(page, 'training');
      await page.getByRole('button', { name: '打印', exact: true }).click();
      await says(page, '没有打印成', why);
    });

    test('what has changed of an item: it is confirmed all the same', async ({
      page,
      context,
      baseURL,
    }) => {
      await beginPlan(page, { ref: 'service/workflows/complaint', need: 'read', day: 1 });
      await page.goto(PAGES.training);
      await page.getByRole('button', { name: '读过了：投诉处理' }).click();
      await publishNextEdition(context, baseURL ?? '');
      await hold(page, way, '**/current/changes.json');
      await page.goto(PAGES.training);
      await expect(said(page, '改了什么没有取到')).toContainText(why);
      await page.getByRole('button', { name: '改的看过了：投诉处理' }).click();
      await expect(page.locator('#settled > summary')).toHaveText('做完了 1 项');
    });

    test('whether a plan was corrected since: it goes on as it was begun', async ({ page }) => {
      await page.goto(PAGES.plan);
      await page.getByRole('button', { name: '开始这份计划' }).click();
      await expect(page.locator('.start-plan__words')).toBeVisible();
      await hold(page, way, '**/current/training.json');
      const asked = page.waitForRequest('**/current/training.json');
      await page.reload();
      await asked;
      await isSilent(page);
      await expect(page.locator('.start-plan__words')).toBeVisible();
    });

    test('the end of a page: whether it is on a plan, and its styles', async ({ page }) => {
      await beginPlan(page, RULES);
      await hold(page, way, '**/{current/training.json,_astro/page-end*.css}');
      const data = page.waitForRequest('**/current/training.json');
      await page.goto('./service/techniques/time-management/');
      await data;
      await isSilent(page);
      await expect(page.locator('.page-end')).toHaveCount(0);
      await letThrough(page);
      await hold(page, way, '**/_astro/page-end*.css');
      const styles = page.waitForRequest('**/_astro/page-end*.css');
      await page.goto(PAGES.rules);
      await styles;
      await expect(page.locator('.page-end')).toContainText('读过了');
      await isSilent(page);
    });

    test('records that are taken in: a locked file, a text', async ({ page }) => {
      await page.goto(PAGES.progress);
      await ready(page, 'records');
      await hold(page, way, '**/_astro/{passphrase,text-code}*');
      await page.getByLabel('导出的文件').setInputFiles({
        name: 'locked.age',
        mimeType: 'application/octet-stream',
        buffer: Buffer.from('age-encryption.org/v1\n-> scrypt x 18\n'),
      });
      await page.getByLabel('这个文件用口令锁着').fill('秋天的第二杯茶');
      await page.getByRole('button', { name: '打开' }).click();
      await says(page, '文件还没有打开', why);
      await expect(page.getByText('口令不对')).toHaveCount(0);
      await page.getByLabel('或者粘贴文字').fill('KHB1x.1.1.abc');
      await page.getByRole('button', { name: '读这段文字' }).click();
      await says(page, '文字还在框里', why);
      await expect(page.getByLabel('或者粘贴文字')).toHaveValue('KHB1x.1.1.abc');
    });

    test('what counts acts done whenever something happens', async ({ page, context, baseURL }) => {
      await publishFolder(context, baseURL ?? '', PARTS.own.outDir);
      await hold(page, way, '**/_astro/EventDuties*.js');
      await page.goto('./sales/roles/account-rep/');
      const alert = said(page, '“做了一次”的按钮没有取到');
      await expect(alert).toContainText(why);
      const box = page.locator('.duty .tick__box').first();
      // What the folder answers is not waited for by what lets through.
      const focus = page.waitForResponse('**/_astro/keep-focus*');
      await box.check();
      await expect(box).toBeChecked();
      await focus;
      await letThrough(page);
      await page.reload();
      await expect(page.getByRole('button', { name: /^做了一次/ }).first()).toBeEnabled();
    });

    test('the words of what is not saved: a short line stands in their place', async ({ page }) => {
      await page.goto(PAGES.role);
      await ready(page, 'checklist__head');
      await hold(page, way, '**/_astro/StorageTrouble*.js');
      await fillStorage(page);
      const box = page.locator('.duty .tick__box').first();
      await box.check();
      await expect(said(page, '有记录没有存下，或者读不出来')).toBeVisible();
      await expect(box).toBeChecked();
    });

    test('styles of the search: it works without, and asks again', async ({ page }) => {
      await page.goto(PAGES.technique);
      await hold(page, way, '**/_astro/search*.css');
      const query = page.getByRole('searchbox', { name: '搜索手册' });
      await page.keyboard.press('/');
      await query.fill('工作单');
      await expect(page.locator('a[data-match]').first()).toBeVisible();
      await expect(page.getByRole('alert').filter({ hasText: /./ })).toHaveCount(0);
      await letThrough(page);
      await page.keyboard.press('Escape');
      const styles = page.waitForResponse(/_astro\/search.*\.css$/);
      await page.reload();
      await page.keyboard.press('/');
      expect((await styles).ok()).toBe(true);
    });

    for (const [kind, path, what] of [
      ['a workflow', PAGES.workflow, '现在还不能开始执行'],
      ['a role', PAGES.role, '现在还不能勾选'],
      ['the runs', PAGES.runs, '执行的记录还在'],
      ['the records', PAGES.progress, '记录还在，这一页没有取全'],
      ['今天', PAGES.today, '今天要做的没有取到'],
      ['the search', PAGES.search, '搜索没有取到'],
      ['any page', PAGES.rules, '这一页没有取全，有的按钮还不能用'],
    ] as const) {
      test(`the scripts of ${kind}`, async ({ page }) => {
        await hold(page, way, '**/_astro/*.js');
        await page.goto(path);
        const alert = said(page, what);
        await expect(alert).toContainText(why);
        await expect(page.getByText('正在读取')).toBeHidden();
        await expect(page.locator('main fieldset:not([disabled]) button')).toHaveCount(0);
        await letThrough(page);
        if (way === 'missing') await alert.getByRole('button', { name: '刷新页面' }).click();
        else await page.reload();
        await expect(alert).toHaveCount(0);
        await expect(page.locator('[data-late]')).toHaveCount(0);
      });
    }

    test('what nobody asked for goes without a word: the page reads as ever', async ({ page }) => {
      await page.goto(PAGES.role);
      await ready(page, 'checklist__head');
      await hold(page, way, HASHED);
      const asked = Promise.all(
        ['bar-in-use', 'keep-focus'].map((file) => page.waitForRequest(`**/_astro/${file}*`)),
      );
      await page.mouse.wheel(0, 900);
      await page.locator('.duty .tick__box').first().check();
      await expect(page.locator('.duty .tick__box').first()).toBeChecked();
      await asked;
      await isSilent(page);
    });

    test('nor of a newer edition, where handbooks are kept on the device', async ({ page }) => {
      await page.addInitScript(() =>
        Object.defineProperty(navigator.serviceWorker, 'controller', { value: {} }),
      );
      await hold(page, way, '**/_astro/new-edition*.js');
      const asked = page.waitForRequest('**/_astro/new-edition*.js');
      await page.goto(PAGES.rules);
      await asked;
      await isSilent(page);
    });

    test('nor of marks of what was searched: the place is led to', async ({ page }) => {
      await page.goto(PAGES.search);
      await page.getByRole('searchbox').fill('工作单');
      const place = page.locator('a[data-match]:not([data-waiting])').first();
      await expect(place).toBeVisible();
      await hold(page, way, '**/_astro/found-phrase*');
      const asked = page.waitForRequest('**/_astro/found-phrase*');
      await place.click();
      await expect(page).not.toHaveURL(/search/);
      await asked;
      await isSilent(page);
      await expect(page.locator('.found-bar')).toHaveCount(0);
    });

    for (const file of ['list-styles*.js', 'today-list*.css']) {
      test(`nor of the styles of 今天 on the home page: ${file}`, async ({ page }) => {
        await page.goto(PAGES.role);
        await ready(page, 'checklist__head');
        await page.getByRole('button', { name: '设为我的岗位' }).click();
        await hold(page, way, `**/_astro/${file}`);
        const asked = page.waitForRequest(`**/_astro/${file}`);
        await page.goto(PAGES.home);
        await asked;
        await expect(page.locator('.desk__date')).toBeVisible();
        await isSilent(page);
      });
    }

    test.describe('on a phone', () => {
      test.use({ viewport: { width: 375, height: 812 }, hasTouch: true, isMobile: true });

      test('nor of 分享: the address is copied', async ({ page, context }) => {
        await context.grantPermissions(['clipboard-read', 'clipboard-write']);
        await page.addInitScript(() =>
          Object.defineProperty(navigator, 'share', { value: () => Promise.resolve() }),
        );
        await page.goto(PAGES.workflow);
        await hold(page, way, '**/_astro/share-link*');
        const asked = page.waitForRequest('**/_astro/share-link*');
        await page.locator('.self-link').first().tap();
        await asked;
        await expect(page.locator('#page-status')).toHaveText('链接已复制');
        await isSilent(page);
        await expect(page.getByRole('button', { name: '分享' })).toHaveCount(0);
      });
    });
  });
}

test('an old browser that writes no text is told so, not of the network', async ({ page }) => {
  await startRun(page, COMPLAINT, '2026-097');
  await page.addInitScript(() => Reflect.deleteProperty(window, 'CompressionStream'));
  await page.goto(PAGES.progress);
  await ready(page, 'records');
  await page.getByRole('button', { name: '做成文字' }).click();
  await expect(page.getByText('太旧的浏览器做不成')).toBeVisible();
  await isSilent(page);
});

test('the network is gone in truth: a run is not started, a search not begun, a term not opened', async ({
  page,
  context,
}) => {
  await page.goto(PAGES.workflow);
  await ready(page, 'run-starter');
  await context.setOffline(true);
  await page.getByRole('button', { name: '开始一次执行' }).click();
  await says(page, '执行还没有开始', '断网了');
  await page.keyboard.press('/');
  await says(page, '搜索没有取到', '断网了');
  await page.locator('a.term').first().click();
  await expect(page.locator('p:has(a.term) + .late').first()).toContainText('断网了');
  await context.setOffline(false);
  await page.getByRole('button', { name: '开始一次执行' }).click();
  await page.waitForURL(/\/runs\/#[a-z0-9]+$/);
});

test('an open tab after the next edition: a reload is offered, and what was typed is kept', async ({
  page,
  context,
  baseURL,
}) => {
  await page.goto(COMPLAINT);
  await ready(page, 'run-starter');
  await page.getByLabel('项目编号').fill('2026-093');
  await publishNextEdition(context, baseURL ?? '');
  // As on a host that does not keep the files of the edition before.
  const gone = (route: Route) => route.fulfill({ status: 404 });
  await context.route(HASHED, gone);
  await page.getByRole('button', { name: '开始一次执行' }).click();
  await says(page, '执行还没有开始', '手册更新过了，请刷新页面');
  await context.unroute(HASHED, gone);
  await page.getByRole('button', { name: '刷新页面' }).click();
  await ready(page, 'run-starter');
  await expect(page.getByLabel('项目编号')).toHaveValue('2026-093');
  await page.getByRole('button', { name: '开始一次执行' }).click();
  await page.waitForURL(/\/runs\/#[a-z0-9]+$/);
});

declare global {
  interface Window {
    printed: number;
  }
}
