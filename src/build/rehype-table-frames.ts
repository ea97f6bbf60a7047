import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';

/**
 * Rehype plugin: gives each table a frame that scrolls sideways on narrow screens, can be reached by
 * keyboard, and is named by the table's column heads.
 */
export function rehypeTableFrames() {
  return (tree: Root): void => {
    visit(tree, 'element', (table, index, parent) => {
      if (table.tagName !== 'table' || index === undefined || !parent) return undefined;
      parent.children[index] = framed(table);
      return SKIP;
    });
  };
}

function framed(table: Element): Element {
  const heads: string[] = [];
  visit(table, { tagName: 'th' }, (cell) => {
    heads.push(toString(cell).trim());
  });
  return {
    type: 'element',
    tagName: 'div',
    properties: {
      className: ['table-scroll'],
      role: 'group',
      tabIndex: 0,
      ariaLabel: `表格：${heads.filter(Boolean).join('、')}`,
    },
    children: [table],
  };
}
