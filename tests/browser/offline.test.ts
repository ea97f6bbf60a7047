/** Handbooks that are kept on the device: read without a network, renewed when the reader wishes. */
import { chromium, test as base, type BrowserContext, type Page } from '@playwright/test';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publishRemover } from '../../src/offline/build/publish.ts';
import { isHashed } from '../../src/offline/shared/manifest.ts';
import { newerValues } from '../support/newer-storage.ts';
import { newestDump } from '../support/stored-dumps.ts';
import { SwitchableHost } from '../support/switchable-host.ts';
import { PARTS } from '../support/parts.ts';
import { NEXT_EDITION_DIR, VARIANTS } from '../support/variants.ts';
import { expect, PAGES, ready, settled, startOn, startRun, TODAY } from './fixtures.ts';
import { asList, boxes, COMPLAINT, stored } from './run-fixtures.ts';

const FIXTURE_DIR = VARIANTS.fixture.outDir;
const AGENCY = '广告公司客户部手册';
const SERVICE = '客户服务部手册';
const NOT_KEPT = '这一页没有存到这台设备';
const WHOLE = '存好了。断网也能打开、搜索、勾选';

/** Opens the reader's browser, whose profile outlives it. */
type Open = (options?: { userAgent?: string; args?: string[] }) => Promise<BrowserContext>;

const test = base.extend<{ host: SwitchableHost; open: Open; violations: string[] }>({
  // eslint-disable-next-line no-empty-pattern
  host: async ({}, use) => {
    const host = await new SwitchableHost().start();
    host.sites.set('/', FIXTURE_DIR);
    await use(host);
    host.stop();
  },
  // eslint-disable-next-line no-empty-pattern
  violations: async ({}, use) => {
    const violations: string[] = [];
    await use(violations);
    expect(violations).toEqual([]);
  },
  open: async ({ host, violations, launchOptions, locale, timezoneId }, use) => {
    const profile = mkdtempSync(join(tmpdir(), 'offline-profile-'));
    let context: BrowserContext | undefined;
    await use(async ({ userAgent, args = [] } = {}) => {
      await context?.close();
      context = await chromium.launchPersistentContext(profile, {
        ...launchOptions,
        args: [...(launchOptions.args ?? []), ...args],
        ...(locale ? { locale } : {}),
        ...(timezoneId ? { timezoneId } : {}),
        ...(userAgent ? { userAgent } : {}),
        reducedMotion: 'reduce',
        baseURL: host.url,
      });
      await startOn(context, TODAY);
      context.on('console', (message) => {
        if (/Content Security Policy/i.test(message.text())) violations.push(message.text());
      });
      return context;
    });
    await context?.close();
    rmSync(profile, { recursive: true, force: true });
  },
});

const section = (page: Page) => page.locator('section', { has: page.locator('#offline') });
const said = (page: Page) => section(page).getByRole('status');

/** Opens `/progress/` where its section says what is kept. */
async function openSection(page: Page, site = './'): Promise<void> {
  await page.goto(`${site}progress/`);
  await settled(page);
  await expect(section(page).getByRole('listitem').first()).toBeVisible();
}

async function keep(page: Page, title = AGENCY, site = './'): Promise<void> {
  await openSection(page, site);
  await section(page)
    .getByRole('button', { name: `把${title}存到这台设备` })
    .click();
  await expect(said(page)).toContainText(WHOLE, { timeout: 60_000 });
}

/** Data that keeps its address from edition to edition, and what a page gets for it. */
const DATA = 'current/training.json';
const dataOf = (page: Page) =>
  page.evaluate((path) => fetch(new URL(`/${path}`, location.href)).then((a) => a.text()), DATA);

const cacheNames = (page: Page) => page.evaluate(() => caches.keys());
const scopes = (page: Page) =>
  page.evaluate(async () =>
    (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => new URL(scope).pathname),
  );

test('nothing is registered or kept before a reader asks for it', async ({ open }) => {
  const page = await (await open()).newPage();
  for (const path of [PAGES.home, PAGES.role, PAGES.runs]) {
    await page.goto(path);
    await settled(page);
  }
  await openSection(page);
  await expect(section(page)).toContainText(/约下载 [\d.]+ [KM]B，占 [\d.]+ [KM]B/);
  expect(await scopes(page)).toEqual([]);
  expect(await cacheNames(page)).toEqual([]);
});

test('what is kept works without a network after a cold start, and can be removed', async ({
  host,
  open,
}) => {
  let page = await (await open()).newPage();
  await keep(page);
  await expect(section(page)).toContainText('存好了，第 1 版，断网也能看');

  host.goDown();
  page = await (await open()).newPage();
  // Reading and ticking, whatever stands behind the question mark.
  await page.goto(`${PAGES.role}?p=1&from=singlemessage&at=first-hand`);
  await ready(page, 'checklist');
  await page.locator('.duty input').first().check();
  await page.reload();
  await ready(page, 'checklist');
  await expect(page.locator('.duty input').first()).toBeChecked();
  // An address without its slash, as hosts redirect it.
  await page.goto('./agency?q=1');
  await expect(page).toHaveURL(/\/agency\/\?q=1$/);
  // A run, by its page and by 今天.
  await startRun(page, PAGES.workflow, '2026-801');
  await asList(page);
  await boxes(page).first().check();
  await page.goto(PAGES.today);
  await settled(page);
  await expect(page.locator('.today')).toContainText('2026-801');
  // Questions about one's own role, and its plan.
  await page.goto(PAGES.role);
  await ready(page, 'checklist');
  await page.getByRole('button', { name: '设为我的岗位' }).click();
  await page.goto(PAGES.practice);
  await page.locator('.question__choice').first().click();
  await expect(page.locator('.question__passage')).toBeVisible();
  await page.goto(PAGES.plan);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('客户专员');
  // A term.
  await page.goto(PAGES.technique);
  const term = page.locator('a.term').first();
  await term.click();
  await expect(page.locator('[popover]:popover-open')).toContainText(/\S/);
  // The search, which leads to a page that is kept.
  await page.goto('./search/?q=x');
  const field = page.getByRole('searchbox').first();
  await field.fill('客户档案');
  await expect(page.locator('.search-output[data-filled="客户档案"]')).toBeVisible();
  const found = page.locator('a.place[href*="/agency/"]').first();
  await expect(found.locator('mark').first()).toBeVisible();
  await found.click();
  await expect(page).toHaveURL(/\/agency\//);
  // What is not kept says so, under its own address.
  await page.goto(COMPLAINT);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(NOT_KEPT);
  await expect(page).toHaveURL(/\/service\/workflows\/complaint\/$/);

  await openSection(page);
  await section(page)
    .getByRole('button', { name: `从这台设备删掉${AGENCY}` })
    .click();
  await expect(said(page)).toContainText('已从这台设备删掉');
  expect(await cacheNames(page)).toEqual([]);
  await page.close();
  host.goUp();
  page = await (await open()).newPage();
  await page.goto(PAGES.progress);
  expect(await scopes(page)).toEqual([]);
});

test('keeping that breaks off goes on where it was', async ({ host, open }) => {
  const page = await (await open()).newPage();
  await openSection(page);
  host.answered.length = 0;
  host.left = 40;
  await section(page)
    .getByRole('button', { name: `把${AGENCY}存到这台设备` })
    .click();
  await expect(said(page)).toContainText('断网了，没有存完');
  await expect(section(page)).toContainText('存到一半：');
  const first = new Set(host.answered);

  // The browser is ended, too; and a page that is kept in part is not taken for a whole one.
  host.goUp();
  const again = await (await open()).newPage();
  await openSection(again);
  host.answered.length = 0;
  await section(again)
    .getByRole('button', { name: `接着存${AGENCY}` })
    .click();
  await expect(said(again)).toContainText(WHOLE);
  const twice = host.answered.filter(
    (path) => first.has(path) && !/^\/(sw\.js|progress\/)?$/.test(path),
  );
  // What was under way when it broke off comes again, no more.
  expect(twice.length).toBeLessThanOrEqual(6);
  expect(first.size).toBeGreaterThan(30);
});

test('a storage without room says so; what was kept before stays', async ({ host, open }) => {
  const page = await (await open()).newPage();
  await keep(page);
  const session = await page.context().newCDPSession(page);
  const origin = host.url.slice(0, -1);
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1000 });
  await section(page)
    .getByRole('button', { name: `把${SERVICE}存到这台设备` })
    .click();
  await expect(said(page)).toContainText('这台设备给网站的地方满了');
  await session.send('Storage.overrideQuotaForOrigin', { origin });
  await section(page)
    .getByRole('button', { name: `接着存${SERVICE}` })
    .click();
  await expect(said(page)).toContainText(WHOLE);
  host.goDown();
  for (const path of [PAGES.role, COMPLAINT]) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(NOT_KEPT);
  }
});

test('a new edition is offered; the other tab goes on with its own, and loses no draft', async ({
  host,
  open,
}) => {
  const context = await open();
  const writing = await context.newPage();
  await keep(writing, SERVICE);
  await startRun(writing, COMPLAINT, '2026-802');
  await writing
    .getByRole('button', { name: /^写备注/ })
    .first()
    .click();
  const note = writing.getByRole('textbox', { name: '备注' });
  await note.fill('客户下午三点');

  // The old edition is gone from the host, its hashed files with it.
  host.sites.set('/', NEXT_EDITION_DIR);
  const reading = await context.newPage();
  await reading.goto(COMPLAINT);
  await expect(reading.getByRole('main')).toContainText('24 小时内首次回复客户');
  await expect(reading.locator('.new-edition')).toContainText('第 2 版来了');
  await expect(writing.locator('.new-edition')).toContainText('第 2 版来了');
  // Nothing has changed by itself.
  await reading.reload();
  await expect(reading.getByRole('main')).toContainText('24 小时内首次回复客户');
  await reading.getByRole('button', { name: '换上' }).click();
  await expect(reading.getByRole('main')).toContainText('12 小时内首次回复客户');

  // The other tab: its draft, and what it loads late, which is the old edition's.
  await expect(note).toHaveValue('客户下午三点');
  await expect(writing.locator('.new-edition')).toContainText('这一页还是换以前的');
  host.goDown();
  await writing.getByRole('button', { name: '先不换' }).click();
  await writing.getByRole('link', { name: '搜索' }).first().click();
  await writing.locator('dialog[open] input').fill('首次回复');
  await expect(writing.locator('.search-output[data-filled="首次回复"]')).toContainText(
    '24 小时内首次回复客户',
  );
  await writing.keyboard.press('Escape');
  const editions = async () =>
    (await cacheNames(writing)).filter((name) => name.includes('edition')).length;
  expect(await editions()).toBe(2);
  // Once it is loaded anew it is the new edition's, and the draft is there.
  await writing.reload();
  await ready(writing, 'runs');
  await expect(writing.getByRole('textbox', { name: '备注' })).toHaveValue('客户下午三点');
  await writing.getByRole('link', { name: '搜索' }).first().click();
  await writing.locator('dialog[open] input').fill('首次回复');
  await expect(writing.locator('.search-output[data-filled="首次回复"]')).toContainText(
    '12 小时内首次回复客户',
  );
});

test('a site that goes back to the edition before: it is offered, and newer records stay', async ({
  host,
  open,
}) => {
  host.sites.set('/', NEXT_EDITION_DIR);
  const page = await (await open()).newPage();
  await keep(page, SERVICE);
  await startRun(page, COMPLAINT, '2026-804');
  await asList(page);
  // A step that the edition before does not have, and one that it has by another name.
  const ticked = ['写明这件投诉由谁负责', '12 小时内首次回复客户'];
  for (const step of ticked) await page.getByRole('checkbox', { name: step }).check();
  const run = page.url();
  const comeBack = async () => {
    await page.goto(run);
    await asList(page);
    for (const step of ticked) {
      await expect(page.getByRole('checkbox', { name: step })).toBeChecked();
    }
  };
  await page.evaluate(
    (entries) => {
      for (const [key, value] of entries) localStorage.setItem(key, value);
    },
    Object.entries(newerValues(newestDump(), 'newerrun00000009')),
  );
  const before = await stored(page);

  host.sites.set('/', FIXTURE_DIR);
  await page.goto(COMPLAINT);
  await expect(page.locator('.new-edition')).toContainText('手册退回到第 1 版');
  await page.reload();
  await expect(page.getByRole('main')).toContainText('12 小时内首次回复客户');
  await page.getByRole('button', { name: '换上' }).click();
  await expect(page.getByRole('main')).toContainText('24 小时内首次回复客户');

  // The edition before, from the device; the run goes on with the text that it began with.
  host.goDown();
  await page.goto(PAGES.home);
  await comeBack();
  await openSection(page);
  await expect(section(page)).toContainText('存好了，第 1 版，断网也能看');
  expect(await stored(page)).toMatchObject(
    Object.fromEntries(
      Object.entries(before).filter(([key]) => !/^khb:set:(last|exported|found)$/.test(key)),
    ),
  );

  // And forth again.
  host.goUp();
  host.sites.set('/', NEXT_EDITION_DIR);
  await page.goto(COMPLAINT);
  await expect(page.locator('.new-edition')).toContainText('第 2 版来了');
  await page.getByRole('button', { name: '换上' }).click();
  await expect(page.getByRole('main')).toContainText('12 小时内首次回复客户');
  await comeBack();
});

test('an edition that does not come whole is not put in place; the old one stays', async ({
  host,
  open,
}) => {
  const context = await open();
  const page = await context.newPage();
  await keep(page, SERVICE);
  host.sites.set('/', NEXT_EDITION_DIR);
  // The host has one page of another edition still.
  const stale = '/service/techniques/calm-complaints/';
  const altered = mkdtempSync(join(tmpdir(), 'offline-stale-'));
  writeFileSync(join(altered, 'index.html'), '<!doctype html><title>stale</title>');
  host.instead.set(stale, join(altered, 'index.html'));
  host.instead.set('/service/workflows/complaint/', join(altered, 'index.html'));
  await page.goto(PAGES.home);
  await page.waitForFunction(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration?.update().catch(() => undefined);
    return !registration?.installing;
  });
  expect(
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting),
  ).toBeNull();
  host.goDown();
  await page.goto(COMPLAINT);
  await expect(page.getByRole('main')).toContainText('24 小时内首次回复客户');
  rmSync(altered, { recursive: true });
});

test('a worker of the last edition serves pages of this one whole', async ({ host, open }) => {
  const context = await open();
  const page = await context.newPage();
  await keep(page);
  // Its list is all that the host still has of the edition before.
  host.sites.set('/', NEXT_EDITION_DIR);
  host.instead.set('/sw.js', join(FIXTURE_DIR, 'sw.js'));
  const failed: string[] = [];
  context.on('response', (response) => {
    if (response.status() >= 400) failed.push(response.url());
  });
  context.on('requestfailed', (request) => {
    // What was fetched ahead is given up when its page is left.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') failed.push(request.url());
  });

  // Not kept: from the network, with styles, scripts, search and a run of the new edition.
  await page.goto(COMPLAINT);
  await expect(page.getByRole('main')).toContainText('12 小时内首次回复客户');
  await page.getByRole('link', { name: '搜索' }).first().click();
  await page.locator('dialog[open] input').fill('首次回复');
  await expect(page.locator('.search-output[data-filled="首次回复"]')).toContainText(
    '12 小时内首次回复客户',
  );
  await page.getByRole('button', { name: '关闭' }).click();
  expect(failed).toEqual([]);
  expect(await dataOf(page)).toBe(readFileSync(join(NEXT_EDITION_DIR, DATA), 'utf8'));
  await page.getByLabel('项目编号').fill('2026-803');
  await page.getByRole('button', { name: '开始一次执行' }).click();
  await ready(page, 'runs');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('2026-803');
  // Kept: of the old one.
  failed.length = 0;
  await page.goto(PAGES.role);
  await ready(page, 'checklist');
  await page.locator('.duty input').first().check();
  expect(await dataOf(page)).toBe(readFileSync(join(FIXTURE_DIR, DATA), 'utf8'));
  expect(failed).toEqual([]);
});

test('what is kept for good is the same in every edition that has it', () => {
  const files = readdirSync(FIXTURE_DIR, { recursive: true, encoding: 'utf8' }).filter(
    (name) => isHashed(name) && statSync(join(FIXTURE_DIR, name)).isFile(),
  );
  const both = files.filter((name) => existsSync(join(NEXT_EDITION_DIR, name)));
  expect(both.length).toBeGreaterThan(20);
  expect(files.length).toBeGreaterThan(both.length);
  const differing = both.filter(
    (name) =>
      !readFileSync(join(FIXTURE_DIR, name)).equals(readFileSync(join(NEXT_EDITION_DIR, name))),
  );
  expect(differing).toEqual([]);
});

test('OFFLINE=0 removes the worker and all that it kept, and leaves open pages alone', async ({
  host,
  open,
}) => {
  const context = await open();
  const page = await context.newPage();
  await keep(page);
  await page.goto(PAGES.role);
  await ready(page, 'checklist');
  await page.locator('.duty input').first().check();

  const folder = mkdtempSync(join(tmpdir(), 'offline-removed-'));
  await publishRemover(folder, {
    project: '.',
    base: '/',
    siteKey: 'khb',
    edition: 1,
    handbooks: ['agency'],
  });
  host.instead.set('/sw.js', join(folder, 'sw.js'));
  const other = await context.newPage();
  await other.goto(PAGES.home);
  await expect.poll(() => cacheNames(other)).toEqual([]);
  await expect.poll(() => scopes(other)).toEqual([]);
  await page.locator('.duty input').nth(1).check();
  await page.reload();
  await ready(page, 'checklist');
  await expect(page.locator('.duty input').first()).toBeChecked();
  expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
  rmSync(folder, { recursive: true });
});

test('two sites on one origin keep and remove their own', async ({ host, open }) => {
  host.sites.set('/kehubu/', VARIANTS.subPath.outDir);
  const context = await open();
  const page = await context.newPage();
  await keep(page);
  await openSection(page, './kehubu/');
  const keepButton = section(page).getByRole('button', { name: /^把.*存到这台设备$/ });
  // The site above has a worker; this one has none, and nothing is kept.
  expect(await keepButton.count()).toBeGreaterThan(0);
  await expect(section(page)).not.toContainText('存好了，');
  await keepButton.first().click();
  await expect(said(page)).toContainText(WHOLE);
  expect((await scopes(page)).sort()).toEqual(['/', '/kehubu/']);
  const below = (await cacheNames(page)).filter((name) => name.startsWith('khb.kehubu:'));
  expect(below).toHaveLength(2);

  host.goDown();
  await page.goto('./kehubu/');
  await expect(page.locator('a[href^="/kehubu/"]').first()).toBeVisible();
  await page.goto(PAGES.role);
  await ready(page, 'checklist');
  await openSection(page);
  await section(page)
    .getByRole('button', { name: `从这台设备删掉${AGENCY}` })
    .click();
  await expect(said(page)).toContainText('已从这台设备删掉');
  expect(await cacheNames(page)).toEqual(below);
  await page.goto('./kehubu/');
  await expect(page.locator('a[href^="/kehubu/"]').first()).toBeVisible();
});

test('where nothing can be kept, the page says so and what to do', async ({ host, open }) => {
  const { port } = new URL(host.url);
  const intranet = await open({ args: ['--host-resolver-rules=MAP intranet.example 127.0.0.1'] });
  const page = await intranet.newPage();
  await page.goto(`http://intranet.example:${port}/progress/`);
  await settled(page);
  await expect(section(page)).toContainText('网址以 http:// 开头');
  await expect(section(page).getByRole('button')).toHaveCount(0);

  const chat = await open({ userAgent: 'Mozilla/5.0 (Linux; Android 14) MicroMessenger/8.0.50' });
  const inChat = await chat.newPage();
  await inChat.goto(PAGES.progress);
  await settled(inChat);
  await expect(section(inChat)).toContainText('请用手机自己的浏览器打开');

  // A host that answers without the worker, as in the middle of a deploy; and one that is gone.
  const unserved = await (await open()).newPage();
  await openSection(unserved);
  host.instead.set('/sw.js', 'no-such-file.js');
  const keepAgency = section(unserved).getByRole('button', { name: `把${AGENCY}存到这台设备` });
  await keepAgency.click();
  await expect(said(unserved)).toContainText('网站没有给出存手册要用的文件');
  host.goDown();
  await keepAgency.click();
  await expect(said(unserved)).toContainText('断网了');
  expect(await scopes(unserved)).toEqual([]);
  host.goUp();
  host.instead.clear();

  // A site that was built with OFFLINE=0.
  host.sites.set('/', PARTS.one.outDir);
  const plain = await (await open()).newPage();
  await plain.goto(PAGES.progress);
  await settled(plain);
  await expect(section(plain)).toContainText('管网站的人没有开放这一项');
  await expect(section(plain).getByRole('button')).toHaveCount(0);
});

test('workers come from the site alone', async ({ host, open }) => {
  const page = await (await open()).newPage();
  await page.goto(host.url);
  const policy = page.locator('meta[http-equiv="content-security-policy"]');
  await expect(policy).toHaveAttribute('content', /(^|;)\s*worker-src 'self'/);
});
