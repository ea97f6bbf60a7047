/**
 * Pages of earlier versions that are still open, or come out of a cache, over the storage of a newer
 * one: they set nothing aside, delete nothing and overwrite nothing, while both are worked with.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { unpackRun } from '../../src/progress/runs/packed.ts';
import { NEWER_MARKS, newerValues } from '../support/newer-storage.ts';
import { newestDump, pagesOf, storedDumps } from '../support/stored-dumps.ts';
import { expect, PAGES, ready, settled, startRun, test } from './fixtures.ts';
import { asList, boxes, COMPLAINT, stored } from './run-fixtures.ts';

const dump = newestDump();
/** The open run that has every kind of event. */
const CODE = '2026-101 乙';
const [, RUN = ''] =
  Object.entries(dump.storage)
    .filter(([key, text]) => /^khb:run:/.test(key) && text.includes('"2026-101"'))
    .map(([key]) => key.split(':').slice(1))[0] ?? [];
const newer = newerValues(dump, RUN);

/** What changes by reading alone: which page was read last, when was exported, what led here. */
const CHANGING = /^khb:set:(last|exported|found)$/;

/** A tab that gets all pages and scripts from a folder, at the same origin as the present ones. */
async function oldTab(context: BrowserContext, folder: string, missing: string[]): Promise<Page> {
  const page = await context.newPage();
  await page.route('**/*', async (route) => {
    const { pathname } = new URL(route.request().url());
    const path = join(folder, pathname.endsWith('/') ? `${pathname}index.html` : pathname);
    if (existsSync(path)) return route.fulfill({ path });
    // Icons are not kept.
    if (/\.(svg|png|ico|webmanifest)$/.test(pathname)) return route.fulfill({ status: 204 });
    missing.push(pathname);
    return route.fulfill({ status: 404 });
  });
  return page;
}

/** Fills the storage before any page of the site is opened. */
async function fill(context: BrowserContext, base: string): Promise<Record<string, string>> {
  const values = { ...dump.storage, ...newer };
  const { now } = JSON.parse(readFileSync(join(dump.folder, 'expected.json'), 'utf8')) as {
    now: number;
  };
  // An hour later: what was ticked in the current periods still counts.
  await context.clock.setFixedTime(new Date(now + 3_600_000));
  const page = await context.newPage();
  await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: '' }));
  await page.goto(base);
  await page.evaluate((entries) => {
    for (const [key, value] of entries) localStorage.setItem(key, value);
  }, Object.entries(values));
  const kept = Object.fromEntries(
    Object.entries(values).filter(([key]) => key.startsWith('khb:') && !CHANGING.test(key)),
  );
  // A tab that is closed at once takes along what the browser has not been told yet.
  const other = await context.newPage();
  await other.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: '' }));
  await other.goto(base);
  await expect.poll(() => stored(other)).toMatchObject(kept);
  await page.close();
  await other.close();
  return kept;
}

/** All keys that are there now and were not before. */
const added = (before: Record<string, string>, now: Record<string, string>) =>
  Object.keys(now).filter((key) => !(key in before) && !CHANGING.test(key));

/** Opens the run with every kind of event, as a list. */
async function openRun(page: Page): Promise<void> {
  await page.goto(`${PAGES.runs}#${RUN}`);
  await ready(page, 'runs');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(CODE);
  await asList(page);
}

/** The box of a duty. */
const dutyBox = (page: Page, id: string) => page.locator(`#${id} .tick__box`);

const versions = storedDumps().flatMap((each) => {
  const folder = pagesOf(each);
  const knowsFurtherRoles = 'khb:set:also' in each.storage;
  return folder ? [{ name: each.name, folder, knowsFurtherRoles }] : [];
});

test('the pages of an earlier version are kept', () => {
  expect(versions.length).toBeGreaterThan(0);
  expect(RUN).not.toBe('');
});

for (const { name, folder, knowsFurtherRoles } of versions) {
  test(`pages of ${name} read a newer storage and leave it as it is`, async ({
    context,
    baseURL,
  }) => {
    const before = await fill(context, baseURL ?? '');
    const missing: string[] = [];
    const old = await oldTab(context, folder, missing);
    for (const path of [PAGES.home, PAGES.role, COMPLAINT, PAGES.runs, PAGES.progress]) {
      await old.goto(path);
      await settled(old);
    }
    await expect(old.getByText('这个版本不认识的记录')).toBeVisible();
    await openRun(old);
    expect(await stored(old)).toMatchObject(before);
    expect(added(before, await stored(old))).toEqual([]);
    expect(missing).toEqual([]);
  });

  test(`pages of ${name} work beside the present ones over a newer storage`, async ({
    context,
    baseURL,
  }) => {
    const before = await fill(context, baseURL ?? '');
    const missing: string[] = [];
    const old = await oldTab(context, folder, missing);
    const now = await context.newPage();

    // A run: each ticks a box, and both see both.
    await openRun(old);
    await openRun(now);
    const open = await boxes(old).evaluateAll((list) =>
      list.flatMap((box, index) =>
        (box as HTMLInputElement).checked || (box as HTMLInputElement).disabled ? [] : [index],
      ),
    );
    const [first = -1, second = -1] = open;
    await boxes(old).nth(first).check();
    await expect(boxes(now).nth(first)).toBeChecked();
    await boxes(now).nth(second).check();
    await expect(boxes(old).nth(second)).toBeChecked();

    // Duties: each ticks one; the old page does not touch the mark that it cannot read.
    await old.goto(PAGES.role);
    await now.goto(PAGES.role);
    for (const page of [old, now]) await ready(page, 'checklist');
    await expect(dutyBox(old, NEWER_MARKS.field)).toBeChecked();
    await dutyBox(old, 'first-hand').check();
    await expect(dutyBox(now, 'first-hand')).toBeChecked();
    await dutyBox(now, 'know-the-rules').check();
    await expect(dutyBox(old, 'know-the-rules')).toBeChecked();
    await dutyBox(old, NEWER_MARKS.version).check();
    // A page with a plan says it at its list and at its end.
    await expect(old.getByText(/新版网站写下的记录，这一页不去覆盖它/).first()).toBeVisible();

    // A new run, and an export of everything.
    await startRun(old, COMPLAINT, '2026-301');
    await old.goto(PAGES.progress);
    await settled(old); // the island has had other names
    const [download] = await Promise.all([
      old.waitForEvent('download'),
      old.getByRole('button', { name: '导出全部记录' }).click(),
    ]);
    const { values } = JSON.parse(readFileSync(await download.path(), 'utf8')) as {
      values: Record<string, string>;
    };
    for (const [key, value] of Object.entries(newer)) {
      expect(values[key.slice('khb:'.length)], key).toBe(value);
    }

    const after = await stored(old);
    const ticked = /#first-hand@/;
    const untouched = Object.entries(before).filter(
      ([key]) => !(ticked.test(key) && key.endsWith(dump.day)),
    );
    expect(after).toMatchObject(Object.fromEntries(untouched));
    expect(added(before, after).filter((key) => !/^khb:(run|mark):/.test(key))).toEqual([]);
    expect(added(before, after)).toHaveLength(4); // two ticks, one duty, one start
    expect(missing).toEqual([]);
  });

  if (!knowsFurtherRoles) {
    test(`pages of ${name} that know of one own role leave the further ones alone`, async ({
      context,
      baseURL,
    }) => {
      const before = await fill(context, baseURL ?? '');
      const now = await context.newPage();
      await now.goto('./agency/roles/account-manager/');
      await ready(now, 'checklist');
      await now.getByRole('button', { name: '加为我的岗位' }).click();
      const further = (await stored(now))['khb:set:also'];
      expect(further).toBe(`${before['khb:set:also']} agency/roles/account-manager`);
      const old = await oldTab(context, folder, []);
      await old.goto(PAGES.role);
      await ready(old, 'checklist');
      await old.getByRole('button', { name: '这是我的岗位' }).click();
      await now.goto(PAGES.today);
      await expect(now.getByText('我的岗位：客户服务代表、客户经理')).toBeVisible();
      await old.getByRole('button', { name: '设为我的岗位' }).click();
      await expect(now.getByText('我的岗位：客户专员、客户服务代表、客户经理')).toBeVisible();
      expect((await stored(now))['khb:set:also']).toBe(further);
    });
  }

  test(`pages of ${name} finish a run that a newer version wrote to, and lose none of its events`, async ({
    context,
    baseURL,
  }) => {
    const before = await fill(context, baseURL ?? '');
    const missing: string[] = [];
    const old = await oldTab(context, folder, missing);
    await openRun(old);
    await old.getByRole('button', { name: '提前结束……' }).click();
    await old.getByLabel('为什么提前结束').fill('客户撤诉');
    await old.getByRole('button', { name: '提前结束', exact: true }).click();
    await expect(old.locator('.run__meta')).toContainText('已结束');

    const after = await stored(old);
    const packedKey = `khb:done:${RUN}`;
    const packed = unpackRun(JSON.parse(after[packedKey] ?? 'null'));
    const events = new Map(
      [...(packed?.events ?? []), ...(packed?.foreign ?? [])].map((event) => [
        (event as { id: string }).id,
        event,
      ]),
    );
    for (const [key, text] of Object.entries(before)) {
      if (after[key] === text) continue;
      const [, kind, run] = key.split(':');
      expect([kind, run], key).toEqual(['run', RUN]);
      const event = JSON.parse(text) as { id: string };
      expect(events.get(event.id), key).toEqual(event);
    }
    expect(after[`khb:run:${RUN}:newerkind0000002`]).toBe(newer[`khb:run:${RUN}:newerkind0000002`]);
    expect(after[`khb:run:${RUN}:newerversion0001`]).toBe(newer[`khb:run:${RUN}:newerversion0001`]);
    expect(added(before, after)).toEqual([packedKey]);
    expect(missing).toEqual([]);

    // The present pages show it as finished, with everything on it.
    const now = await context.newPage();
    await now.goto(`${PAGES.runs}#${RUN}`);
    await ready(now, 'runs');
    await expect(now.locator('.run__meta')).toContainText('已结束');
  });
}
