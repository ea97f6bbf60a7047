/** A workflow's diagram as it is rendered, and what is wrong with it. */
import type { Page } from '@playwright/test';
import { HANDBOOKS } from './published.ts';

interface Box {
  readonly what: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Rendered {
  readonly nodes: number;
  readonly edges: number;
  readonly faults: string[];
  /** Whether the font has Chinese characters, which are square. */
  readonly isSquare: boolean;
}

/** The address of every workflow that is published, from the handbooks' own overviews. */
export async function workflows(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const handbook of HANDBOOKS) {
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
export function render(page: Page): Promise<Rendered> {
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
    // How large type is drawn against the rail's 14 px, and whether the room for it is of that size: where
    // only small text is made larger, there is room for that.
    const sizeOf = (element: Element | null) =>
      element ? parseFloat(getComputedStyle(element).fontSize) : 0;
    const drawn = sizeOf(root.querySelector('li > a'));
    const scale = Math.max(1, drawn / 14);
    const isRoomy = sizeOf(svg ?? null) > drawn * 1.02;
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
      if (
        row.scrollHeight > row.clientHeight + scale ||
        row.scrollWidth > row.clientWidth + scale
      ) {
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
    const targets = isSquare && !isRoomy ? [boxes, nodes] : [nodes];
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
            tip.x > box.left - 20 * scale &&
            tip.x < box.right + 20 * scale &&
            tip.y > box.top - 9 * scale &&
            tip.y < box.bottom + 9 * scale,
        ),
      );
      if (!near) faults.push(`edge ${path.getAttribute('d')} ends at nothing`);
    }
    return { nodes: root.querySelectorAll('li > a').length, edges: paths.length, faults, isSquare };
  });
}
