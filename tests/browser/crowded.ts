/** What stands too close where text is larger than a page was drawn for. */
import type { Page } from '@playwright/test';

/**
 * Texts that lie over each other, and texts set a character a line, at most eight. What is cut off does
 * not count, nor the diagram, which has its own measure (`rendered-diagram.ts`).
 */
export function crowded(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    interface Line {
      readonly node: Node;
      readonly what: string;
      readonly left: number;
      readonly top: number;
      readonly right: number;
      readonly bottom: number;
    }
    const faults: string[] = [];
    const lines: Line[] = [];
    /** What of a rectangle is not cut off by what it stands in. */
    const seenOf = (rect: DOMRect, element: Element) => {
      let { left, top, right, bottom } = rect;
      for (let each: Element | null = element; each; each = each.parentElement) {
        const { overflowX, overflowY, clipPath, opacity } = getComputedStyle(each);
        if (clipPath !== 'none' || opacity === '0') return undefined;
        const box = each.getBoundingClientRect();
        if (overflowX !== 'visible') {
          left = Math.max(left, box.left);
          right = Math.min(right, box.right);
        }
        if (overflowY !== 'visible') {
          top = Math.max(top, box.top);
          bottom = Math.min(bottom, box.bottom);
        }
      }
      return right - left > 1 && bottom - top > 1 ? { left, top, right, bottom } : undefined;
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      const text = node.textContent?.trim() ?? '';
      if (!parent || text === '' || parent.closest('.flow__figure, svg, option')) continue;
      if (!parent.checkVisibility({ visibilityProperty: true })) continue;
      const size = parseFloat(getComputedStyle(parent).fontSize);
      const range = document.createRange();
      range.selectNodeContents(node);
      const whole = [...range.getClientRects()];
      const rects = whole.flatMap((rect) => seenOf(rect, parent) ?? []);
      // A rectangle is as high as the font's tallest glyph; Han characters fill their square.
      for (const { left, top, right, bottom } of rects) {
        const air = Math.max(0, bottom - top - size) / 2;
        lines.push({
          node,
          what: text.slice(0, 20),
          left,
          top: top + air,
          right,
          bottom: bottom - air,
        });
      }
      // A table that scrolls may be cut off within a line.
      const room = Math.max(0, ...whole.map(({ width }) => width));
      if (text.length > 3 && rects.length > 3 && room < 1.9 * size) {
        faults.push(`“${text.slice(0, 20)}” stands as a column`);
      }
    }
    lines.sort((a, b) => a.top - b.top);
    for (const [index, a] of lines.entries()) {
      for (const b of lines.slice(index + 1)) {
        if (b.top > a.bottom - 1.5) break;
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        // A line that ends in … has a rectangle for what is seen and one for all of it.
        if (a.node === b.node) continue;
        if (across > 1.5 && down > 1.5) faults.push(`“${a.what}” overlaps “${b.what}”`);
      }
    }
    return faults.slice(0, 8);
  });
}

/** By how many pixels the page can be scrolled sideways. */
export function excess(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}
