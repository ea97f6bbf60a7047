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
