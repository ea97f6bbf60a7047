/** Links to items as they arrive from chats: whole, cut, with parameters and fragments of the chat. */
import type { Locator, Page } from '@playwright/test';
import { PARTS } from '../support/parts.ts';
import { expect, PAGES, ready, startRun, test } from './fixtures.ts';
import { COMPLAINT, publishFolder, publishNextEdition } from './run-fixtures.ts';

const STEP = 'fill-job-order';
const OTHER = 'client-confirms';
const CHAT = 'from=singlemessage&isappinstalled=0';
const MISSING = '链接里说的那一条，这一页没有';
/** An address for others, of which no link of the site is one. */
const TWICE = /[?&]at=/;

/** The item is in sight and marked, both by the browser and by us. */
async function arrivedAt(page: Page, id: string): Promise<void> {
  await expect(page.locator(`#${id}`)).toBeInViewport();
  await expect(page.locator(`#${id}`)).toHaveAttribute('data-arrived', '');
  await expect(page.locator(`#${id}:target`)).toBeVisible();
}

const hrefs = (links: Locator) =>
  links.evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''));

/** What of the address stands behind the path. */
const rest = (page: Page) => new URL(page.url()).search + new URL(page.url()).hash;

for (const [kind, address, id, tidy] of [
  ['whole', `?at=${STEP}#${STEP}`, STEP, `#${STEP}`],
  ['without its fragment', `?at=${STEP}`, STEP, `#${STEP}`],
  ['without its fragment, with parameters', `?at=${STEP}&${CHAT}`, STEP, `?${CHAT}#${STEP}`],
  ['with parameters before', `?${CHAT}&at=${STEP}#${STEP}`, STEP, `?${CHAT}#${STEP}`],
  ['without its query', `#${STEP}`, STEP, `#${STEP}`],
  ['without its query, with parameters', `?${CHAT}#${STEP}`, STEP, `?${CHAT}#${STEP}`],
  ['with a fragment of the chat', `?at=${STEP}#wechat_redirect`, STEP, `#${STEP}`],
  ['with half a fragment', `?at=${STEP}#${STEP.slice(0, 6)}`, STEP, `#${STEP}`],
  ['with half a query', `?at=${STEP.slice(0, 6)}#${STEP}`, STEP, `#${STEP}`],
  ['with two ids, of which the fragment wins', `?at=${OTHER}#${STEP}`, STEP, `#${STEP}`],
] as const) {
  test(`a link ${kind} leads to its item, and the address is tidied`, async ({ page }) => {
    await page.goto(PAGES.workflow + address);
    await arrivedAt(page, id);
    await expect.poll(() => rest(page)).toBe(tidy);
    await expect(page.getByText(MISSING)).toHaveCount(0);
    // Going on within the page marks anew.
    await page.evaluate((next) => location.assign(`#${next}`), OTHER);
    await arrivedAt(page, OTHER);
  });
}

for (const [kind, address] of [
  ['an id that is not there', '?at=no-such-step'],
  ['an id that is not there, twice', '?at=no-such-step#no-such-step'],
  ['an id that is not there, with parameters', `?at=no-such-step&${CHAT}`],
  ['an id that is not there, in the fragment', '#no-such-step'],
  ['nothing where the id should be', '?at='],
] as const) {
  test(`a link with ${kind} says so at the head of the page`, async ({ page }) => {
    await page.goto(PAGES.workflow + address);
    await expect(page.getByRole('alert').filter({ hasText: MISSING })).toBeInViewport();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('争取新客户');
    await expect(page).not.toHaveURL(/at=/);
  });
}

for (const address of ['', `?${CHAT}`, '#wechat_redirect', `?${CHAT}#wechat_redirect`]) {
  test(`a link of which only the page is left (“${address}”) opens the page`, async ({ page }) => {
    await page.goto(PAGES.workflow + address);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('争取新客户');
    await ready(page, 'run-starter');
    await expect(page.getByText(MISSING)).toHaveCount(0);
  });
}

test('a filter of a checklist arrives by either', async ({ page }) => {
  for (const address of ['#daily', '?at=daily', `?at=daily&${CHAT}`, '?at=daily#daily']) {
    await page.goto(PAGES.home);
    await page.goto(PAGES.role + address);
    await ready(page, 'checklist__head');
    await expect(page.locator('.duty:visible').first()).toHaveAttribute('data-cadence', 'daily');
    await expect(page.locator('.duty[data-cadence="weekly"]').first()).toBeHidden();
    await expect(page).toHaveURL(/#daily$/);
    await expect(page.getByText(MISSING)).toHaveCount(0);
  }
});

test('a duty of a checklist arrives by the query alone', async ({ page }) => {
  await page.goto(PAGES.role);
  const id = (await page.locator('.duty').last().getAttribute('id')) ?? '';
  await page.goto(`${PAGES.role}?at=${id}&${CHAT}`);
  await ready(page, 'checklist__head');
  await arrivedAt(page, id);
});

test('what is copied has its id twice and nothing of the chat; links keep the fragment', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${PAGES.workflow}?${CHAT}`);
  const link = page.locator(`#${STEP} .self-link`);
  await expect(link).toHaveAttribute('href', `#${STEP}`);
  await link.click();
  await expect(page.locator('#page-status')).toHaveText('链接已复制');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(new RegExp(`/agency/workflows/win-new-client/\\?at=${STEP}#${STEP}$`));
  const other = await context.newPage();
  await other.goto(copied.replace(/#.*/, ''));
  await arrivedAt(other, STEP);
  // Nothing else of the page knows the query.
  expect(await hrefs(other.locator('a'))).not.toContainEqual(expect.stringMatching(TWICE));
});

test('where the site knows its address, a page has one, whichever link opened it', async ({
  page,
  context,
  baseURL,
}) => {
  await publishFolder(context, baseURL ?? '', PARTS.one.outDir);
  await page.goto(`${PAGES.workflow}?at=${STEP}&${CHAT}`);
  await arrivedAt(page, STEP);
  const address = `${PARTS.one.env.SITE_URL}${PAGES.workflow.slice(1)}`;
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute('href', address);
  await expect(page.locator('meta[property="og:url"]')).toHaveAttribute('content', address);
  await expect(page.locator('.print-head')).toHaveText(new RegExp(`${address}$`));
});

test('results of the search and links of the printed handbook name their item once', async ({
  page,
}) => {
  await page.goto(`${PAGES.search}#q=${encodeURIComponent('工作单')}`);
  await expect(page.locator('[data-search-output]')).toHaveAttribute('data-filled', '工作单');
  const expectOnce = async (links: Locator) => {
    const toItems = (await hrefs(links)).filter((href) => href.includes('#'));
    expect(toItems.length).toBeGreaterThan(5);
    expect(toItems.filter((href) => TWICE.test(href))).toEqual([]);
  };
  await expectOnce(page.locator('main a[data-match]'));
  await page.goto('./print/agency/');
  await expectOnce(page.locator('main a'));
  await expect(page.locator('body')).not.toContainText(TWICE);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 375, height: 812 }, hasTouch: true, isMobile: true });

  for (const offers of [true, false]) {
    test(`a link is ${offers ? '' : 'not '}shared where the browser ${offers ? 'does' : 'does not'}`, async ({
      page,
      context,
    }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.addInitScript((isOffered) => {
        Object.assign(window, { shared: [] });
        const share = (data: ShareData) => {
          (window as unknown as { shared: ShareData[] }).shared.push(data);
          return Promise.resolve();
        };
        if (isOffered) Object.defineProperty(navigator, 'share', { value: share });
        else Reflect.deleteProperty(Navigator.prototype, 'share');
      }, offers);
      await page.goto(PAGES.workflow);
      await page.locator(`#${STEP} .self-link`).tap();
      await expect(page.locator('#page-status')).toHaveText('链接已复制');
      const button = page.getByRole('button', { name: '分享' });
      if (!offers) return expect(button).toHaveCount(0);
      await expect(button).toBeInViewport();
      await button.tap();
      const shared = await page.evaluate(
        () => (window as unknown as { shared: ShareData[] }).shared,
      );
      expect(shared).toHaveLength(1);
      expect(shared[0]?.title).toContain('争取新客户');
      expect(shared[0]?.url).toMatch(new RegExp(`/\\?at=${STEP}#${STEP}$`));
      // There is one, beside the link that was copied last.
      await page.locator(`#${OTHER} .self-link`).tap();
      await expect(page.locator(`#${OTHER}`).getByRole('button', { name: '分享' })).toBeVisible();
      await expect(button).toHaveCount(1);
    });
  }
});

test.describe('after the next edition', () => {
  test.beforeEach(async ({ context, baseURL }) => {
    await publishNextEdition(context, baseURL ?? '');
  });

  for (const [kind, address] of [
    ['the fragment', '#log-complaint'],
    ['the query', `?at=log-complaint&${CHAT}`],
    ['both', '?at=log-complaint#log-complaint'],
  ] as const) {
    test(`a step that was renamed is found by ${kind}`, async ({ page }) => {
      await page.goto(COMPLAINT + address);
      const step = page.locator('#write-complaint-log');
      await expect(step).toBeInViewport();
      await expect(step).toHaveAttribute('data-arrived', '');
      await expect(page.getByText(MISSING)).toHaveCount(0);
    });
  }

  for (const address of [
    '#receive-complaint',
    '?at=receive-complaint',
    `?at=receive-complaint&${CHAT}`,
  ]) {
    test(`a step that was retired is told of (${address})`, async ({ page }) => {
      await page.goto(COMPLAINT + address);
      await expect(page.getByText('已停用：并入写投诉记录。')).toBeInViewport();
      await expect(page.getByText(MISSING)).toHaveCount(0);
    });
  }

  for (const [kind, address, path, id] of [
    ['a page that moved', '', 'agency/rules/our-standing/', undefined],
    ['a page that moved, with parameters', `?${CHAT}`, 'agency/rules/our-standing/', undefined],
    ['its item', '#current-edition', 'agency/rules/our-standing/', 'current-edition'],
    ['its item, cut', '?at=current-edition', 'agency/rules/our-standing/', 'current-edition'],
    [
      'its item, twice',
      '?at=current-edition#current-edition',
      'agency/rules/our-standing/',
      'current-edition',
    ],
    ['its item that went elsewhere', '#not-covered', 'agency/rules/conduct/', 'speak-inside'],
    ['that item, cut', `?at=not-covered&${CHAT}`, 'agency/rules/conduct/', 'speak-inside'],
  ] as const) {
    test(`the old address of ${kind} leads on (${address})`, async ({ page }) => {
      await page.goto(`./agency/rules/standing/${address}`);
      await page.waitForURL(new RegExp(path));
      if (id) await arrivedAt(page, id);
      await expect(page).not.toHaveURL(/at=/);
      await expect(page.getByText(MISSING)).toHaveCount(0);
    });
  }

  test('an item that is on neither page is told of on the new one', async ({ page }) => {
    await page.goto('./agency/rules/standing/?at=no-such-item');
    await page.waitForURL(/our-standing/);
    await expect(page.getByText(MISSING)).toBeInViewport();
  });
});

test('a run is found by the query where it was started, and elsewhere one is told why not', async ({
  page,
  browser,
  baseURL,
}) => {
  await startRun(page, COMPLAINT, '2026-070');
  const id = new URL(page.url()).hash.slice(1);
  await page.goto(`${PAGES.runs}?at=${id}&${CHAT}`);
  await ready(page, 'runs');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('2026-070');
  await expect(page.getByText(MISSING)).toHaveCount(0);

  const away = await browser.newContext({ baseURL: baseURL ?? '' });
  const other = await away.newPage();
  for (const address of [`#${id}`, `?at=${id}&${CHAT}`]) {
    await other.goto(PAGES.home);
    await other.goto(PAGES.runs + address);
    await ready(other, 'runs');
    await expect(other.getByRole('heading', { level: 1 })).toHaveText('这里没有这次执行');
    await expect(other.getByText('执行只存在开始它的那台设备')).toBeVisible();
  }
  await away.close();
});

test('a run’s link without the run says so, and shows the board', async ({ page }) => {
  await startRun(page, COMPLAINT, '2026-071');
  await page.goto(`${PAGES.runs}?${CHAT}`);
  await ready(page, 'runs');
  await expect(page.getByText('这个链接没有带上是哪一次执行')).toBeVisible();
  await expect(page.getByRole('region', { name: '进行中' })).toContainText('2026-071');
  await page.goto(PAGES.runs);
  await ready(page, 'runs');
  await expect(page.getByText('这个链接没有带上是哪一次执行')).toHaveCount(0);
});

test('a search’s link without its words says so, until something is searched', async ({ page }) => {
  const words = page.getByText('这个链接没有带上要找的字');
  await page.goto(`${PAGES.search}?${CHAT}`);
  await expect(words).toBeVisible();
  await page.getByRole('searchbox').fill('工作单');
  await expect(words).toHaveCount(0);
  for (const address of ['', '#q=%E5%B7%A5%E4%BD%9C%E5%8D%95', '?q=%E5%B7%A5%E4%BD%9C%E5%8D%95']) {
    await page.goto(PAGES.home);
    await page.goto(PAGES.search + address);
    await expect(page.getByRole('searchbox')).toBeVisible();
    await expect(words).toHaveCount(0);
  }
});

test.describe('in a chat app’s browser', () => {
  test.use({ userAgent: 'Mozilla/5.0 (Linux; Android 14) Chrome/116.0 Mobile MicroMessenger/8.0' });

  test('what opens first was a link: what it lacks is said, though nothing of it is left', async ({
    page,
  }) => {
    await page.goto(PAGES.home);
    const openFirst = async (path: string) => {
      const opened = page.waitForEvent('popup');
      await page.evaluate((address) => void window.open(address), path);
      return opened;
    };
    const search = await openFirst(PAGES.search);
    await expect(search.getByText('这个链接没有带上要找的字')).toBeVisible();
    const runs = await openFirst(PAGES.runs);
    await expect(runs.getByText('这个链接没有带上是哪一次执行')).toBeVisible();
    // Where one has come from a page of the site, nothing was lost.
    await page.goto(PAGES.runs);
    await ready(page, 'runs');
    await expect(page.getByText('这个链接没有带上是哪一次执行')).toHaveCount(0);
  });
});
