/** The page of everything stored: export, import with a preview, deletion, moving house. */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, PAGES, ready, startRun, test } from './fixtures.ts';
import { asList, boxes, COMPLAINT, stored } from './run-fixtures.ts';

/** A browser with something in it: a tick of a role, a run with two ticks. */
async function work(page: Page, code = '2026-080'): Promise<void> {
  await page.goto(PAGES.role);
  await ready(page, 'checklist');
  await page.locator('.duty .tick__box').first().check();
  await startRun(page, COMPLAINT, code);
  await asList(page);
  await boxes(page).nth(0).check();
  await boxes(page).nth(1).check();
}

async function openRecords(page: Page): Promise<void> {
  await page.goto('./progress/');
  await ready(page, 'records');
}

async function exportTo(page: Page, file: string): Promise<void> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出全部记录' }).click(),
  ]);
  await download.saveAs(file);
}

/** What there is, but for when it was exported and which page was read last. */
async function kept(page: Page): Promise<Record<string, string>> {
  const values = Object.entries(await stored(page));
  return Object.fromEntries(values.filter(([key]) => !/:set:(exported|last)$/.test(key)));
}

test('export, erase everything, import: all is as it was', async ({ page }, info) => {
  await work(page);
  await openRecords(page);
  await expect(page.getByText('1 次，其中进行中 1 次')).toBeVisible();
  const before = await kept(page);
  const file = info.outputPath('all.json');
  await exportTo(page, file);

  page.once('dialog', (dialog) => void dialog.accept());
  await page.getByRole('button', { name: '清除全部记录' }).click();
  await expect(page.getByText('全部记录已经清除')).toBeVisible();
  expect(await stored(page)).toEqual({});

  await page.getByLabel('导出的文件').setInputFiles(file);
  const preview = page.getByRole('group', { name: '导入预览' });
  await expect(preview.getByRole('row', { name: /2026-080 投诉处理/ })).toContainText('新的');
  // Nothing is written before the reader agrees.
  expect(await stored(page)).toEqual({});
  await page.getByRole('button', { name: '导入', exact: true }).click();
  await expect(page.getByText(/^已导入/)).toBeVisible();
  expect(await kept(page)).toEqual(before);

  // Once more changes nothing.
  await page.getByLabel('导出的文件').setInputFiles(file);
  await expect(page.getByText('导入不会改变什么')).toBeVisible();
  await expect(page.getByRole('button', { name: '导入', exact: true })).toBeDisabled();
});

test('records go out as text and come in out of a pasted chat, in any order', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await work(page);
  await openRecords(page);
  const before = await kept(page);
  await page.getByRole('button', { name: '做成文字' }).click();
  const fields = page.getByRole('textbox', { name: /^第 \d+ 段$/ });
  await expect(fields.first()).toBeVisible();
  const parts = await fields.evaluateAll((all) =>
    all.map((field) => (field as HTMLTextAreaElement).value),
  );
  for (let part = 1; part <= parts.length; part += 1) {
    await page.getByRole('button', { name: `复制第 ${part} 段` }).click();
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toBe(parts[part - 1]);
  }
  await expect(page.getByText('已全部复制')).toBeVisible();

  page.once('dialog', (dialog) => void dialog.accept());
  await page.getByRole('button', { name: '清除全部记录' }).click();
  await expect(page.getByText('全部记录已经清除')).toBeVisible();

  const paste = page.getByLabel('或者粘贴文字');
  const readIt = page.getByRole('button', { name: '读这段文字' });
  await paste.fill('收到，谢谢');
  await readIt.click();
  await expect(page.getByText('这里面没有导出的文字')).toBeVisible();
  const [first = '', ...rest] = parts;
  await paste.fill([...rest, first.slice(0, -20)].join('\n张三 10:02\n'));
  await readIt.click();
  await expect(page.getByText('第 1 段不完整，请再复制一次。')).toBeVisible();
  await paste.fill([...rest.reverse(), first].join('\n张三 10:02\n> '));
  await readIt.click();
  const preview = page.getByRole('group', { name: '导入预览' });
  await expect(preview.getByRole('row', { name: /投诉处理/ })).toContainText('新的');
  await page.getByRole('button', { name: '导入', exact: true }).click();
  await expect(page.getByText(/^已导入/)).toBeVisible();
  expect(await kept(page)).toEqual(before);
});

test('where nothing copies, the text stays selected to be copied by hand', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
    document.execCommand = () => false;
  });
  await work(page);
  await openRecords(page);
  await page.getByRole('button', { name: '做成文字' }).click();
  await page.getByRole('button', { name: '复制第 1 段' }).click();
  await expect(page.getByText('复制不了：文字已经选中')).toBeVisible();
  const field = page.getByRole('textbox', { name: '第 1 段' });
  await expect(field).toBeFocused();
  expect(
    await field.evaluate((each: HTMLTextAreaElement) =>
      each.value.slice(each.selectionStart, each.selectionEnd),
    ),
  ).toMatch(/^KHB1x\./);
});

test('an import merges with what is here, and can be taken back', async ({ page }, info) => {
  await work(page);
  await openRecords(page);
  const file = info.outputPath('two-ticks.json');
  await exportTo(page, file);
  await page.goto(PAGES.runs);
  await ready(page, 'runs');
  await page.getByRole('link', { name: /2026-080/ }).click();
  await asList(page);
  await boxes(page).nth(2).check();
  // The file knows a fourth tick that is not here.
  const text = JSON.parse(readFileSync(file, 'utf8')) as { values: Record<string, string> };
  const [name = '', value = ''] =
    Object.entries(text.values).find(
      ([each, event]) => each.startsWith('run:') && event.includes('"tick"'),
    ) ?? [];
  const event = JSON.parse(value) as { id: string; at: number; step: string };
  const more = { ...event, id: 'fromtheother', at: event.at + 1, step: 'pass-to-department' };
  text.values[name.replace(event.id, more.id)] = JSON.stringify(more);
  writeFileSync(file, JSON.stringify(text));

  await openRecords(page);
  const before = await kept(page);
  await page.getByLabel('导出的文件').setInputFiles(file);
  await expect(page.getByRole('row', { name: /2026-080/ })).toContainText('两边都改过');
  await page.getByRole('button', { name: '导入', exact: true }).click();
  expect(Object.keys(await kept(page))).toHaveLength(Object.keys(before).length + 1);
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(page.getByText('已撤销')).toBeVisible();
  expect(await kept(page)).toEqual(before);
});

test('an export can be locked; a wrong passphrase says so and changes nothing', async ({
  page,
}, info) => {
  test.setTimeout(180_000);
  await work(page);
  await openRecords(page);
  await page.getByLabel('用口令锁上文件').check();
  await page.getByLabel('口令', { exact: true }).fill('short');
  await page.getByRole('button', { name: '导出全部记录' }).click();
  await expect(page.getByText('口令至少 8 个字符')).toBeVisible();
  await page.getByLabel('口令', { exact: true }).fill('秋天的第一杯茶，八分烫');
  await page.getByLabel('再输一次').fill('秋天的第一杯茶，八分烫');
  const file = info.outputPath('locked.age');
  await exportTo(page, file);
  expect(readFileSync(file, 'latin1')).toMatch(/^age-encryption\.org\/v1\n/);

  await page.getByLabel('导出的文件').setInputFiles(file);
  await page.getByLabel('这个文件用口令锁着').fill('秋天的第二杯茶');
  await page.getByRole('button', { name: '打开' }).click();
  // Each try takes its time, on purpose.
  await expect(page.getByText('口令不对，或者文件坏了')).toBeVisible({ timeout: 60_000 });
  await page.getByLabel('这个文件用口令锁着').fill('秋天的第一杯茶，八分烫');
  await page.getByRole('button', { name: '打开' }).click();
  await expect(page.getByRole('row', { name: /2026-080/ })).toContainText('相同', {
    timeout: 60_000,
  });
});

test('files that are no export are refused, each with its reason', async ({ page }, info) => {
  await work(page);
  await openRecords(page);
  const before = await stored(page);
  const files: [string, string | Buffer, string][] = [
    ['broken.json', '{"format":', '这个文件读不出来'],
    ['other.json', '{"name":"someone else’s"}', '不是这里导出的记录'],
    [
      'pollution.json',
      '{"__proto__":{"format":"x"},"values":{"__proto__":"x"}}',
      '不是这里导出的记录',
    ],
    ['newer.json', '{"format":"client-service-handbook-progress","v":2}', '新版网站导出的'],
    ['utf16.json', Buffer.from('\uFEFF{"format":"x"}', 'utf16le'), '文字编码不对'],
    ['big.json', Buffer.alloc(10_000_000, '['), '这个文件读不出来'],
    ['huge.json', Buffer.alloc(20_000_001, ' '), '这个文件太大'],
  ];
  for (const [name, content, words] of files) {
    const file = info.outputPath(name);
    writeFileSync(file, content);
    await page.getByLabel('导出的文件').setInputFiles(file);
    await expect(page.getByText(words), name).toBeVisible();
  }
  expect(await stored(page)).toEqual(before);
  expect(
    await page.evaluate(() => ({}) as { format?: string }).then((o) => o.format),
  ).toBeUndefined();
});

test('a role’s ticks and a setting are deleted one by one, and put back', async ({ page }) => {
  await work(page);
  await openRecords(page);
  const before = await kept(page);
  await page.getByRole('button', { name: /删除.*清单/ }).click();
  await expect(page.getByRole('region', { name: '岗位清单' })).toContainText('还没有');
  expect(Object.keys(await stored(page)).filter((key) => key.includes(':mark:'))).toEqual([]);
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(page.getByText('已撤销')).toBeVisible();
  expect(await kept(page)).toEqual(before);
});

test('a file is chosen by keyboard, or dropped', async ({ page }, info) => {
  // Long before: choosers are taken over from some time after this on.
  const chooser = page.waitForEvent('filechooser');
  await work(page);
  await openRecords(page);
  const file = info.outputPath('dropped.json');
  await exportTo(page, file);
  const input = page.getByLabel('导出的文件');
  await page.getByRole('button', { name: '做成文字' }).focus();
  await page.keyboard.press('Tab');
  await expect(input).toBeFocused();
  await page.keyboard.press('Enter');
  await (await chooser).setFiles(file);
  const preview = page.getByRole('group', { name: '导入预览' });
  await expect(preview).toBeVisible();
  await expect(page.getByText('dropped.json')).toBeVisible();
  await page.getByRole('button', { name: '不导入' }).click();
  await expect(preview).toHaveCount(0);
  await expect(page.getByText('dropped.json')).toHaveCount(0);

  const drop = (type: string) =>
    page.locator('.file-picker').evaluate(
      (place, [kind, text]) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([text ?? ''], 'other.json', { type: 'application/json' }));
        const event = new DragEvent(kind ?? '', { dataTransfer, bubbles: true, cancelable: true });
        place.dispatchEvent(event);
        return event.defaultPrevented;
      },
      [type, readFileSync(file, 'utf8')],
    );
  expect(await drop('dragover')).toBe(true);
  await expect(page.locator('.file-picker[data-over]')).toBeVisible();
  expect(await drop('drop')).toBe(true);
  await expect(preview).toBeVisible();
  await expect(page.getByText('other.json')).toBeVisible();
  await expect(page.locator('.file-picker[data-over]')).toHaveCount(0);
});

test('with nothing stored, what cannot be done looks so, and says why', async ({ page }) => {
  await openRecords(page);
  const button = page.getByRole('button', { name: '导出全部记录' });
  await expect(button).toBeDisabled();
  await expect(page.getByText('现在还没有可以导出的记录')).toBeVisible();
  const colours = await button.evaluate((element) => {
    const { backgroundColor, color } = getComputedStyle(element);
    return { backgroundColor, color, ink: getComputedStyle(document.body).color };
  });
  expect(colours.backgroundColor).not.toBe(colours.ink);
  expect(colours.color).not.toBe(colours.ink);
});

test('several own roles are listed, exported, erased and imported', async ({ page }, info) => {
  for (const role of ['account-executive', 'account-manager']) {
    await page.goto(`./agency/roles/${role}/`);
    await ready(page, 'checklist');
    await page.getByRole('button', { name: /^[设加]为我的岗位$/ }).click();
  }
  const roles = {
    'khb:set:role': 'agency/roles/account-executive',
    'khb:set:also': 'agency/roles/account-manager',
  };
  await openRecords(page);
  const settings = page.getByRole('region', { name: '设置' });
  await expect(settings).toContainText('我的岗位客户专员');
  await expect(settings).toContainText('兼任的岗位客户经理');
  const file = info.outputPath('roles.json');
  await exportTo(page, file);
  await settings.getByRole('button', { name: '删除兼任的岗位' }).click();
  expect(await stored(page)).not.toHaveProperty('khb:set:also');
  page.once('dialog', (dialog) => void dialog.accept());
  await page.getByRole('button', { name: '清除全部记录' }).click();
  expect(await stored(page)).toEqual({});
  await page.getByLabel('导出的文件').setInputFiles(file);
  await expect(page.getByRole('row', { name: /兼任的岗位/ })).toContainText('新的');
  await page.getByRole('button', { name: '导入', exact: true }).click();
  expect(await stored(page)).toMatchObject(roles);
});

test('the records of the site before it moved are offered and taken over', async ({ page }) => {
  await work(page, '2026-081');
  await page.evaluate(() => {
    for (const [key, value] of Object.entries(localStorage)) {
      localStorage.setItem(key.replace('khb:', 'khb.old:'), String(value));
      localStorage.removeItem(key);
    }
  });
  await page.goto(PAGES.runs);
  await ready(page, 'runs');
  await page.getByRole('link', { name: '接过来' }).click();
  await ready(page, 'records');
  await page.getByRole('button', { name: '看看能接过来什么' }).click();
  await page.getByRole('button', { name: '导入', exact: true }).click();
  await page.goto(PAGES.runs);
  await ready(page, 'runs');
  await expect(page.getByRole('region', { name: '进行中' })).toContainText('2026-081');
});

test('open runs that were not exported for a fortnight are reminded of', async ({ page }) => {
  await page.clock.install({ time: new Date('2026-11-01T10:00:00+08:00') });
  await startRun(page, COMPLAINT, '2026-082');
  await page.goto(PAGES.runs);
  await ready(page, 'runs');
  await expect(page.getByText('已经两个星期没有导出')).toHaveCount(0);
  await page.clock.setSystemTime(new Date('2026-11-16T10:00:00+08:00'));
  await page.reload();
  await ready(page, 'runs');
  await expect(page.getByText('已经两个星期没有导出')).toBeVisible();
  await page.getByRole('link', { name: '现在导出一份' }).click();
  await ready(page, 'records');
  await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出全部记录' }).click(),
  ]);
  await page.getByRole('button', { name: '存好了' }).click();
  // On a page that loads, the clock is again at what it was set to: before the export.
  await page.clock.setSystemTime(new Date('2026-11-16T11:00:00+08:00'));
  await page.goto(PAGES.runs);
  await ready(page, 'runs');
  await expect(page.getByText('已经两个星期没有导出')).toHaveCount(0);
});
