import type { Element, ElementContent, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { EXIT, visit } from 'unist-util-visit';

/** The head of the column in which a template shows how it looks when it is filled in. */
export const EXAMPLE_HEAD = '例子';
/** The head of the column that says how to fill it in, which the example leaves out. */
const HOW_HEAD = '怎么填';
/** The head of the column that is left blank for it; where its cells are filled, they are the example. */
const BLANK_HEAD = '填写';

/**
 * Rehype plugin: takes the worked example out of a template's table. What is left is a form to be copied
 * and printed, with a blank column in place of the example; the example follows in a table of its own.
 * `Template.astro` draws both.
 */
export function rehypeTemplateExamples() {
  return (tree: Root): void => {
    visit(tree, { type: 'mdxJsxFlowElement', name: 'Template' }, (template) => {
      const { children } = template as { children: ElementContent[] };
      const index = children.findIndex((child) => isTable(child) && exampleColumn(child) > 0);
      const table = children[index];
      if (!table || !isTable(table)) return;
      const at = exampleColumn(table);
      children.splice(index, 1, blankForm(table, at), example(table, at));
    });
  };
}

const isTable = (node: ElementContent): node is Element =>
  node.type === 'element' && node.tagName === 'table';

const isCell = (node: ElementContent): node is Element =>
  node.type === 'element' && (node.tagName === 'td' || node.tagName === 'th');

/** What the columns of a table are called. */
function headsOf(table: Element): readonly string[] {
  let heads: readonly string[] = [];
  visit(table, { tagName: 'tr' }, (row) => {
    heads = row.children.filter(isCell).map((cell) => toString(cell).trim());
    return EXIT;
  });
  return heads;
}

/** Where the column of the example is, from 0: one headed so, or one to be filled in that is; -1: nowhere. */
function exampleColumn(table: Element): number {
  const heads = headsOf(table);
  const at = heads.indexOf(EXAMPLE_HEAD);
  const blank = heads.indexOf(BLANK_HEAD);
  if (at >= 0 || blank < 0) return at;
  let isFilled = false;
  visit(table, { tagName: 'tr' }, (row) => {
    const cell = row.children.filter(isCell)[blank];
    if (cell?.tagName === 'td' && toString(cell).trim() !== '') isFilled = true;
  });
  return isFilled ? blank : -1;
}

function blankForm(table: Element, at: number): Element {
  return mapRows(table, (cells) => {
    const cell = cells[at];
    if (!cell) return cells;
    const words: ElementContent[] =
      cell.tagName === 'th' ? [{ type: 'text', value: BLANK_HEAD }] : [];
    return cells.with(at, { ...cell, children: words });
  });
}

/** What is asked, and the example; rows that have none are left out. */
function example(table: Element, at: number): Element {
  const how = headsOf(table).indexOf(HOW_HEAD);
  const rows = mapRows(table, (cells) => {
    const shown = cells[at];
    const isShown = shown !== undefined && toString(shown).trim() !== '';
    return isShown ? cells.filter((_, column) => column !== how) : undefined;
  });
  return {
    type: 'element',
    tagName: 'div',
    properties: { className: ['template__example'] },
    children: [
      {
        type: 'element',
        tagName: 'p',
        properties: { className: ['template__example-title'] },
        children: [{ type: 'text', value: '填好的样子' }],
      },
      rows,
    ],
  };
}

/** A copy of a table with other cells in its rows; a row for which there are none is left out. */
function mapRows(table: Element, cellsOf: (cells: Element[]) => Element[] | undefined): Element {
  const copy = (node: Element): Element | undefined => {
    if (node.tagName !== 'tr') {
      const children = node.children.flatMap((child) =>
        child.type === 'element' ? (copy(child) ?? []) : child,
      );
      return { ...node, children };
    }
    const children = cellsOf(node.children.filter(isCell));
    return children && { ...node, children };
  };
  return copy(table) ?? table;
}
