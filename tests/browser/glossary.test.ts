import type { Page } from '@playwright/test';
import { expect, PAGES, test } from './fixtures.ts';

/** A page whose prose names terms. */
const PAGE = './agency/techniques/job-order/';

test('a term opens its definition beside it, by mouse and by keyboard', async ({ page }) => {
  await page.goto(PAGE);
  const term = page.locator('a.term').first();
  const card = page.locator(`#term-${await term.getAttribute('data-term')}`);
  await expect(card).toBeHidden();
  await term.click();
  await expect(card).toBeVisible();
  await expect(card).toBeInViewport();
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();
  await expect(term).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(card).toBeVisible();
  await card.getByRole('link', { name: '在术语表里看' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('术语表');
  await expect(page.locator('[data-arrived]')).toBeInViewport();
});

test('a term whose definition cannot be had leads to the glossary', async ({ page, faults }) => {
  await page.route('**/glossary/*.json', (route) => route.abort());
  await page.goto(PAGE);
  const term = page.locator('a.term').first();
  const id = await term.getAttribute('data-term');
  await term.click();
  await expect(page).toHaveURL(new RegExp(`/glossary/#${id}$`));
  faults.splice(0); // the console tells of the request that failed
});

test.describe('on a touch screen', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  test('a term opens its definition, whole and within the screen', async ({ page }) => {
    await page.goto(PAGE);
    const term = page.locator('a.term').last();
    await term.tap();
    const card = page.locator(`#term-${await term.getAttribute('data-term')}`);
    await expect(card).toBeInViewport({ ratio: 1 });
  });
});

const entries = (page: Page) => page.locator('.glossary__entry:visible');
const field = (page: Page) => page.getByLabel('找一个词');

test('typing narrows the glossary, by what terms are called and by their pinyin', async ({
  page,
}) => {
  await page.goto(PAGES.glossary);
  const all = await entries(page).count();
  expect(all).toBeGreaterThan(100);
  for (const typed of ['工作单', 'gongzuodan']) {
    await field(page).fill(typed);
    await expect(page.locator('#job-order')).toBeVisible();
    // The filter is loaded with the first letter.
    await expect(async () => {
      const shown = await entries(page).count();
      expect(shown).toBeLessThan(10);
      const count = page.locator('[data-glossary-count]');
      await expect(count).toHaveText(`${shown} 个词`, { timeout: 500 });
    }).toPass();
    await expect(page.locator('.glossary:visible')).toHaveCount(
      await page.locator('.glossary:visible:has(.glossary__entry:not([hidden]))').count(),
    );
  }
  await field(page).fill('');
  await expect(entries(page)).toHaveCount(all);
  await expect(page.locator('[data-glossary-count]')).toBeEmpty();
});

test('where there is no such term it says so, and leads to the search with what was typed', async ({
  page,
}) => {
  await page.goto(PAGES.glossary);
  await expect(page.locator('[data-glossary-none]')).toBeHidden();
  await field(page).fill('不存在的词');
  await expect(entries(page)).toHaveCount(0);
  await expect(page.locator('[data-glossary-none]')).toBeVisible();
  await page.locator('[data-glossary-none] a').click();
  await expect(page).toHaveURL(/\/search\/#q=/);
  await expect(page.locator('[data-filled="不存在的词"]')).toBeVisible();
});

test('a letter leads to its terms whatever is typed', async ({ page }) => {
  await page.goto(PAGES.glossary);
  await field(page).fill('工作单');
  await expect(page.locator('#letter-z')).toBeHidden();
  await page.locator('.letters').getByRole('link', { name: 'Z', exact: true }).click();
  await expect(page.locator('#letter-z')).toBeInViewport();
  await expect(field(page)).toHaveValue('');
});

for (const width of [375, 1280]) {
  test(`the letters stay in sight and hide nothing that one arrives at, at ${width}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 812 });
    await page.goto(`${PAGES.glossary}#project-sheet`);
    const term = page.locator('#project-sheet');
    await expect(term).toHaveAttribute('data-arrived', '');
    await expect(page.locator('.letters')).toBeInViewport({ ratio: 1 });
    const bar = await page.locator('.letters').boundingBox();
    const place = await term.boundingBox();
    expect((bar?.y ?? 0) + (bar?.height ?? 0)).toBeLessThanOrEqual(place?.y ?? 0);
    expect(bar?.height).toBeLessThan(60);
  });
}

test('where one has arrived there is a line in the page’s hue, and a tint that goes', async ({
  page,
}) => {
  const look = () =>
    page.locator('[data-arrived]').evaluate((element) => {
      const { backgroundColor, boxShadow, animationName } = getComputedStyle(element);
      return { backgroundColor, boxShadow, animationName };
    });
  await page.goto('./agency/workflows/win-new-client/#client-confirms');
  await expect(page.locator('[data-arrived]')).toBeVisible();
  const hue = await page.evaluate(() => {
    const probe = document.createElement('span');
    probe.className = 'letter';
    document.querySelector('main')?.append(probe);
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  });
  // With reduced motion, as all tests have it: the line alone.
  const still = await look();
  expect(still.backgroundColor).toBe('rgba(0, 0, 0, 0)');
  expect(still.boxShadow).toContain(`${hue} -12px 0px 0px 0px`);
  expect(still.animationName).toBe('none');
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  expect((await look()).animationName).toBe('arrival');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a term is a link to the glossary, and no card shows', async ({ page }) => {
    await page.goto(PAGE);
    await expect(page.locator('.term-card:visible')).toHaveCount(0);
    const term = page.locator('a.term').first();
    const id = await term.getAttribute('data-term');
    await term.click();
    await expect(page).toHaveURL(new RegExp(`/glossary/#${id}$`));
    await expect(page.locator(`#${id}`)).toBeInViewport();
  });

  test('the glossary lists every term, and offers no field', async ({ page }) => {
    await page.goto(PAGES.glossary);
    expect(await entries(page).count()).toBeGreaterThan(100);
    await expect(field(page)).toBeHidden();
  });

  test('the sources list every statement', async ({ page }) => {
    await page.goto(PAGES.sources);
    await expect(page.locator('.statement')).toHaveCount(382);
    await expect(page.locator('.statement:not(:has(ul li a))')).toHaveCount(0);
  });
});

test('from a statement of the sources to the item that carries it, and back', async ({ page }) => {
  await page.goto(PAGES.sources);
  await page.locator('#ag-w1-07').getByRole('link', { name: '争取新客户' }).first().click();
  await expect(page).toHaveURL(/win-new-client\/#client-confirms$/);
  const step = page.locator('#client-confirms');
  await expect(step).toHaveAttribute('data-arrived', '');
  await step.locator('.source a').first().click();
  await expect(page).toHaveURL(/\/sources\/#ag-w1-07$/);
  await expect(page.locator('#ag-w1-07')).toBeInViewport();
});

test('the statements can be narrowed to a document and a handbook', async ({ page }) => {
  await page.goto(PAGES.sources);
  await expect(page.getByText('列出 382 条')).toBeVisible();
  await page.locator('select[name="document"]').selectOption('S7');
  const shown = page.locator('.statement:visible');
  const documents = await shown.evaluateAll((all) =>
    all.map((row) => (row as HTMLElement).dataset['documents']?.split(' ').includes('S7')),
  );
  expect(documents.length).toBeGreaterThan(10);
  expect(documents).not.toContain(false);
  await page.locator('select[name="handbook"]').selectOption('service');
  await expect(page.getByText('列出 0 条')).toBeVisible();
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(`on paper, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
    test.use({ javaScriptEnabled });

    test('the sources are printed whole: every statement, and what the editors added', async ({
      page,
    }) => {
      await page.goto(PAGES.sources);
      await page.emulateMedia({ media: 'print' });
      await expect(page.locator('#ag-w1-07')).toBeVisible();
      const added = page.locator('.sources__editorial li');
      expect(await added.count()).toBeGreaterThan(300);
      await expect(added.first()).toBeVisible();
      await expect(added.last()).toBeVisible();
      await expect(page.locator('.sources__filter select').first()).toBeHidden();
      await page.emulateMedia({ media: 'screen' });
      await expect(added.first()).toBeHidden();
    });
  });
}

test('printing opens what is folded, and folds it again', async ({ page }) => {
  await page.goto(PAGES.sources);
  const open = page.locator('.sources__editorial[open]');
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await expect(open).toHaveCount(3);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(open).toHaveCount(0);
});
