import type { Page } from '@playwright/test';
import { expect, PAGES, PUBLISHED, ready, startRun, test } from './fixtures.ts';

interface Box {
  readonly what: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface Rendered {
  readonly nodes: number;
  readonly edges: number;
  readonly faults: string[];
  /** Whether the font has Chinese characters, which are square. */
  readonly isSquare: boolean;
}

/** Every workflow's address, from the handbooks' own overviews. */
async function workflows(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const handbook of ['agency', 'service', 'key-accounts']) {
    await page.goto(`./${handbook}/`);
    found.push(
      ...(await page
        .locator('[aria-labelledby="workflows"] li > a')
        .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href))),
    );
  }
  return found;
}

/**
 * Reads the diagram as it is rendered: marks, names, labels, lane heads and phase titles as boxes, the
 * edges of the form that is displayed as points, a pixel apart. A fault is a pair of boxes that
 * overlap, an edge with a point in a box, or a text that sticks out of its room.
 */
function render(page: Page): Promise<Rendered> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const root = document.querySelector<HTMLElement>('.flow__figure');
    if (!root) return { nodes: 0, edges: 0, faults: ['no diagram'], isSquare: false };

    const boxOf = (rect: DOMRect, what: string): Box => {
      const { left, top, right, bottom } = rect;
      return { what, left, top, right, bottom };
    };
    const isShown = (element: Element) => {
      const rect = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      return rect.width > 1 && style.display !== 'none' && style.clipPath === 'none';
    };
    const boxes: Box[] = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!node.textContent?.trim() || !parent || !isShown(parent)) continue;
      if (parent.tagName === 'B') continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      // A line's own rectangle is as high as the font's tallest glyph; Han characters fill their square.
      const { left, top, right, bottom } = range.getBoundingClientRect();
      const lines = new Set([...range.getClientRects()].map((rect) => Math.round(rect.top))).size;
      const size = parseFloat(getComputedStyle(parent).fontSize);
      const air = Math.max(0, (bottom - top) / lines - size) / 2;
      boxes.push({ what: node.textContent, left, top: top + air, right, bottom: bottom - air });
    }
    for (const mark of root.querySelectorAll('b')) {
      boxes.push(boxOf(mark.getBoundingClientRect(), `mark ${mark.textContent}`));
    }

    for (const [index, a] of boxes.entries()) {
      for (const b of boxes.slice(index + 1)) {
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (across > 0.5 && down > 0.5) faults.push(`“${a.what}” overlaps “${b.what}”`);
      }
    }

    // Names of parties keep apart, and every name stands at the middle of its mark.
    const heads = boxes.filter(({ what }) =>
      [...root.querySelectorAll('.flow__lanes span')].some((head) => head.textContent === what),
    );
    for (const head of document.querySelector('.flow__lanes')?.checkVisibility() ? heads : []) {
      for (const other of heads) {
        const gap = other.left - head.right;
        const isBeside =
          other.left > head.left && other.top < head.bottom && other.bottom > head.top;
        if (isBeside && gap < 8) faults.push(`“${head.what}” touches “${other.what}”: ${gap}`);
      }
    }
    const middle = (boxes: readonly { top: number; bottom: number }[]) =>
      (Math.min(...boxes.map(({ top }) => top)) + Math.max(...boxes.map(({ bottom }) => bottom))) /
      2;
    for (const node of root.querySelectorAll('li > a')) {
      const mark = node.querySelector('b');
      const words = [...node.childNodes].flatMap((child) => {
        if (child === mark || !child.textContent?.trim()) return [];
        if (child instanceof Element && !isShown(child)) return [];
        const range = document.createRange();
        range.selectNodeContents(child);
        return [range.getBoundingClientRect()];
      });
      const off = mark ? middle(words) - middle([mark.getBoundingClientRect()]) : Infinity;
      if (Math.abs(off) > 1)
        faults.push(`“${node.textContent}” is ${off} px off its mark’s middle`);
    }

    const svg = [...root.querySelectorAll('svg')].find((each) => isShown(each));
    const paths = [...(svg?.querySelectorAll<SVGPathElement>('g path') ?? [])];
    for (const path of paths) {
      const matrix = path.getScreenCTM();
      if (!matrix) continue;
      const length = path.getTotalLength();
      const cut = new Set<string>();
      for (let at = 0; at <= length; at += 0.5) {
        const { x, y } = path.getPointAtLength(at).matrixTransform(matrix);
        for (const box of boxes) {
          const inside = x > box.left && x < box.right && y > box.top && y < box.bottom;
          if (inside) cut.add(box.what);
        }
      }
      for (const what of cut) faults.push(`edge ${path.getAttribute('d')} cuts “${what}”`);
    }

    // Texts stand in the column of the page, names within the height of their row.
    const page = document.documentElement.clientWidth;
    for (const box of boxes) if (box.right > page) faults.push(`“${box.what}” leaves the page`);
    const rows = [...root.querySelectorAll('li > a, li > span, li > i')];
    for (const row of rows) {
      if (row.scrollHeight > row.clientHeight + 1 || row.scrollWidth > row.clientWidth + 1) {
        if (row.tagName !== 'SPAN') faults.push(`“${row.textContent}” is larger than its row`);
      }
    }
    // Where edges end, something stands: within a few pixels of each arrowhead there is a mark or name,
    // and a node. Without a Chinese font names are narrower than they were counted, and only the nodes
    // reach as far.
    const nodes = [...root.querySelectorAll('li > a')].map((node) =>
      boxOf(node.getBoundingClientRect(), 'node'),
    );
    const probe = root.appendChild(document.createElement('span'));
    probe.textContent = '手册';
    probe.style.fontSize = '100px';
    const isSquare = probe.getBoundingClientRect().width >= 199;
    probe.remove();
    const targets = isSquare ? [boxes, nodes] : [nodes];
    for (const path of paths.filter((each) => !each.closest('.stem'))) {
      const matrix = path.getScreenCTM();
      const head = path.getAttribute('d')?.replace(/m[^m]*$/, '') ?? '';
      const line = path.cloneNode() as SVGPathElement;
      line.setAttribute('d', head);
      path.after(line);
      const tip = line.getPointAtLength(line.getTotalLength()).matrixTransform(matrix ?? undefined);
      line.remove();
      const near = targets.every((kind) =>
        kind.some(
          (box) =>
            tip.x > box.left - 20 &&
            tip.x < box.right + 20 &&
            tip.y > box.top - 9 &&
            tip.y < box.bottom + 9,
        ),
      );
      if (!near) faults.push(`edge ${path.getAttribute('d')} ends at nothing`);
    }
    return { nodes: root.querySelectorAll('li > a').length, edges: paths.length, faults, isSquare };
  });
}

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
      expect(addresses.length).toBeGreaterThan(20);
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
