/** The handbook changes while a run is open: the run says so, and loses no tick. */
import type { RunIndex } from '../../src/model/run-index.ts';
import { expect, PAGES, ready, startRun, test } from './fixtures.ts';
import { asList, boxes, COMPLAINT, publishNextEdition } from './run-fixtures.ts';

test.beforeEach(async ({ page }) => {
  await startRun(page, COMPLAINT, '2026-060');
  await asList(page);
  // Of the first three steps, the next edition drops one, renames one and rewords one.
  for (const n of [0, 1, 2]) await boxes(page).nth(n).check();
});

test('the new text is shown and taken over: ticks stay, reworded ones are asked again', async ({
  page,
  context,
  baseURL,
}) => {
  await publishNextEdition(context, baseURL ?? '');
  await page.reload();
  await ready(page, 'runs');
  await asList(page);
  const changes = page.locator('.changes');
  await expect(changes).toContainText('这次执行按第 1 版，现在是第 2 版');
  await expect(changes.locator('dt')).toContainText(['新增（1）', '改写（1）', '删去（1）']);
  await expect(changes).toContainText('写明这件投诉由谁负责');
  await expect(changes.locator('ins').first()).toHaveText('12 小时内首次回复客户');
  await expect(page.locator('.run-steps .tick__box:checked')).toHaveCount(3);

  await changes.getByRole('button', { name: '采用新的文字' }).click();
  await expect(changes).toHaveCount(0);
  await expect(page.getByRole('checkbox', { name: '把投诉写进投诉记录' })).toBeChecked();
  const reworded = page.getByRole('checkbox', { name: '12 小时内首次回复客户' });
  await expect(reworded).toBeChecked();
  await expect(page.getByRole('checkbox', { name: '写明这件投诉由谁负责' })).not.toBeChecked();
  await expect(page.locator('.confirm')).toHaveCount(1);
  await page.getByRole('button', { name: '仍然有效：12 小时内首次回复客户' }).click();
  await expect(page.locator('.confirm')).toHaveCount(0);
  await expect(reworded).toBeChecked();
  await page.getByText('以前各轮和删去的步骤').click();
  await expect(page.locator('.rounds')).toContainText('接下投诉，听客户讲完');

  // Taken back, the run is as it was.
  await page.getByRole('button', { name: '撤销' }).click();
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(page.locator('.run-steps .tick__box:checked')).toHaveCount(3);
  await expect(page.getByRole('checkbox', { name: '24 小时内首次回复客户' })).toBeChecked();
});

test('going on as before keeps the old text, and the choice can be made later', async ({
  page,
  context,
  baseURL,
}) => {
  await publishNextEdition(context, baseURL ?? '');
  await page.reload();
  await ready(page, 'runs');
  await page.getByRole('button', { name: '照旧做下去' }).click();
  await expect(page.locator('.changes')).not.toHaveAttribute('open');
  await asList(page);
  await expect(page.getByRole('checkbox', { name: '24 小时内首次回复客户' })).toBeChecked();
  await page.reload();
  await ready(page, 'runs');
  await page.getByText('这次执行按旧的文字做').click();
  await expect(page.getByRole('button', { name: '采用新的文字' })).toBeVisible();
});

test('a finished run never changes', async ({ page, context, baseURL }) => {
  await page.getByRole('button', { name: '提前结束……' }).click();
  await page.getByRole('button', { name: '提前结束', exact: true }).click();
  await expect(page.getByRole('alert').filter({ hasText: '写一句为什么' })).toBeVisible();
  await page.getByLabel('为什么提前结束').fill('客户撤回了投诉');
  await page.getByRole('button', { name: '提前结束', exact: true }).click();
  await publishNextEdition(context, baseURL ?? '');
  await page.reload();
  await ready(page, 'runs');
  await asList(page);
  await expect(page.locator('.run__reason')).toHaveText('提前结束：客户撤回了投诉');
  await expect(page.locator('.changes')).toHaveCount(0);
  await expect(page.getByRole('checkbox', { name: '24 小时内首次回复客户' })).toBeChecked();
});

test('a run of a workflow that was retired says why, and goes on', async ({ page }) => {
  // The page as a later edition publishes it: without the workflow, and with the reason.
  await page.route('**/runs/', async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    const body = html.replace(/data-props="([^"]*)"/, (_, props: string) => {
      const given = JSON.parse(props.replaceAll('&quot;', '"').replaceAll('&amp;', '&')) as {
        index: RunIndex;
      };
      const { 'service/workflows/complaint': gone, ...workflows } = given.index.workflows;
      expect(gone?.title).toBe('投诉处理');
      const retired = { 'service/workflows/complaint': '投诉改由总部受理。' };
      const next = JSON.stringify({ ...given, index: { ...given.index, workflows, retired } });
      return `data-props="${next.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;
    });
    await route.fulfill({ response, body });
  });
  await page.reload();
  await ready(page, 'runs');
  await asList(page);
  await expect(page.locator('.notice')).toContainText('这个流程已经停用：投诉改由总部受理。');
  await expect(page.locator('.changes')).toHaveCount(0);
  await expect(page.locator('.run-steps .tick__box:checked')).toHaveCount(3);
  await boxes(page).nth(3).check();
  await page.reload();
  await ready(page, 'runs');
  await asList(page);
  await expect(page.locator('.run-steps .tick__box:checked')).toHaveCount(4);
  await page.goto(PAGES.runs);
  await ready(page, 'runs');
  await expect(page.getByRole('region', { name: '进行中' })).toContainText('2026-060');
});
