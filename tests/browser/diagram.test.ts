import { expect, PAGES, PUBLISHED, ready, startRun, test } from './fixtures.ts';
import { pagesOfSection } from './published.ts';
import { render, workflows } from './rendered-diagram.ts';

for (const { width, hasTouch } of [
  { width: 1280, hasTouch: false },
  { width: 1280, hasTouch: true },
  { width: 720, hasTouch: false },
  { width: 360, hasTouch: true },
  { width: 320, hasTouch: false },
]) {
  test.describe(`at ${width} px${hasTouch ? ', by touch' : ''}`, () => {
    test.use({ ...PUBLISHED, viewport: { width, height: 900 }, hasTouch, isMobile: hasTouch });

    test('no diagram has boxes that overlap, or an edge through a box or a label', async ({
      page,
    }) => {
      test.slow(); // every workflow
      const addresses = await workflows(page);
      expect(addresses).toHaveLength(pagesOfSection('workflows').length);
      const faults: string[] = [];
      for (const address of addresses) {
        await page.goto(address);
        const steps = await page.locator('li.step, li.end[id]').count();
        const rendered = await render(page);
        expect(rendered.isSquare).toBe(process.env['HANDBOOK_FONTS'] !== 'none');
        expect(rendered.nodes, address).toBe(steps);
        expect(rendered.edges, address).toBeGreaterThanOrEqual(steps - 1);
        // A run's progress changes the marks, and moves nothing.
        await page.locator('.flow li > a').evaluateAll((nodes) => {
          const standings = ['done', 'open', 'skipped', 'bypassed'];
          nodes.forEach((node, index) => {
            node.setAttribute('data-standing', standings[index % 4] ?? '');
            node.toggleAttribute('data-current', index === 1);
          });
        });
        const painted = await render(page);
        faults.push(
          ...[...rendered.faults, ...painted.faults.map((fault) => `painted: ${fault}`)].map(
            (fault) => `${new URL(address).pathname}: ${fault}`,
          ),
        );
        const excess = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        if (excess > 0) faults.push(`${address} scrolls sideways by ${excess}`);
      }
      expect(faults).toEqual([]);
    });
  });
}

test('the way through is drawn in ink at double weight, and its answers stand first', async ({
  page,
}) => {
  await page.goto(PAGES.workflow);
  const look = (selector: string) =>
    page
      .locator(`.flow__wide ${selector}`)
      .first()
      .evaluate((path) => {
        const { stroke, strokeWidth } = getComputedStyle(path);
        return { stroke, width: parseFloat(strokeWidth) };
      });
  const ink = await page.evaluate(() => getComputedStyle(document.body).color);
  const way = await look('.way path');
  expect(way.stroke).toBe(ink);
  expect(way.width).toBe(2 * (await look('.ahead path')).width);
  const gate = page.locator('.flow li.gate', { has: page.locator('a[href="#client-confirms"]') });
  await expect(gate.locator('i').first()).toHaveText(/^.+ → \d+$/);
  await expect(page.locator('.flow li.gate i.way')).toHaveCount(
    await page.locator('.flow li.gate').count(),
  );
});

test('ways back are light until one points at, focuses or selects a step that they join', async ({
  page,
}) => {
  await page.goto(PAGES.workflow);
  const shown = page.locator('.flow__wide .back path[data-shown]');
  const gate = page.locator('.flow li > a[href="#client-confirms"]');
  const number = (await gate.locator('b').textContent()) ?? '';
  const opacity = () =>
    page
      .locator(`.flow__wide .back path[data-from="${number}"]`)
      .first()
      .evaluate((path) => Number(getComputedStyle(path).strokeOpacity));
  await expect(shown).toHaveCount(0);
  expect(await opacity()).toBeLessThan(0.6);
  await gate.hover();
  await expect(shown.first()).toHaveAttribute('data-from', number);
  expect(await opacity()).toBe(1);
  await page.mouse.move(0, 0);
  await expect(shown).toHaveCount(0);
  await gate.focus();
  await expect(shown.first()).toHaveAttribute('data-from', number);
  await gate.blur();
  await expect(shown).toHaveCount(0);
  await page.goto(`${PAGES.workflow}#client-confirms`);
  await expect(shown.first()).toHaveAttribute('data-from', number);
});

test('every node of a diagram is a link to its step, by keyboard too', async ({ page }) => {
  await page.goto(PAGES.workflow);
  await page.getByRole('link', { name: '跳过流程图' }).focus();
  await page.keyboard.press('Tab');
  await expect(page.locator('.flow li > a').first()).toBeFocused();
  await page.getByRole('link', { name: /签批工作单 客户总监/ }).click();
  await expect(page).toHaveURL(/#approve-job-order$/);
  await expect(page.locator('li.step#approve-job-order')).toBeInViewport();
});

test('lanes stand side by side from 720 pixels, below there is one rail with the parties', async ({
  page,
}) => {
  await page.goto(PAGES.workflow);
  const lefts = () =>
    page
      .locator('.flow li > a')
      .evaluateAll(
        (nodes) => new Set(nodes.map((n) => Math.round(n.getBoundingClientRect().left))).size,
      );
  await page.setViewportSize({ width: 720, height: 900 });
  expect(await lefts()).toBe(6);
  await expect(page.locator('.flow__lanes')).toBeVisible();
  await page.setViewportSize({ width: 719, height: 900 });
  expect(await lefts()).toBe(1);
  await expect(page.locator('.flow__lanes')).toBeHidden();
  await expect(page.locator('.flow li > a', { hasText: '签批工作单' })).toContainText('客户总监');
});

test('the diagram shows how the latest open run stands, in words and by more than colour', async ({
  page,
}) => {
  const node = (id: string) => page.locator(`.flow li > a[href="#${id}"]`);
  await page.goto(PAGES.workflow);
  await ready(page, 'run-starter');
  await expect(page.locator('.flow [data-standing]')).toHaveCount(0);

  await startRun(page, PAGES.workflow, '2026-007');
  await page.getByRole('radio', { name: '清单' }).check();
  await page.locator('.run-steps input').first().click();
  await expect(page.locator('.run-steps input').first()).toBeChecked();
  await page.goto(PAGES.workflow);
  await ready(page, 'run-starter');

  await expect(node('gather-information')).toHaveAttribute('data-standing', 'done');
  await expect(page.getByRole('link', { name: /搜集信息 客户专员 · 已完成/ })).toBeVisible();
  await page.setViewportSize({ width: 360, height: 740 });
  await expect(page.getByRole('link', { name: /搜集信息 客户专员.*已完成/ })).toBeVisible();
  const mark = await node('gather-information')
    .locator('b')
    .evaluate((element) => getComputedStyle(element, '::after').content);
  expect(mark).toContain('✓');
  // What comes next is marked once, among all that is open before the first gate.
  await expect(page.locator('.flow [data-standing="open"]')).toHaveCount(7);
  await expect(page.locator('.flow [data-current]')).toHaveCount(1);
  await expect(node('choose-target')).toHaveAttribute('data-current', '');
  // Behind the gate nothing is painted.
  await expect(node('fill-job-order')).not.toHaveAttribute('data-standing');
});
