import type { Element, ElementContent, Root } from 'hast';

/**
 * Rehype plugin for handbook prose: gives each heading a link to itself beside it, and each table a frame that
 * scrolls sideways on narrow screens and can be reached by keyboard.
 */
export function rehypeProse() {
  return (tree: Root): void => {
    decorate(tree);
  };
}

function decorate(parent: Root | Element): void {
  parent.children.forEach((child, index) => {
    if (child.type !== 'element') {
      // MDX components hold prose as well; their nodes are no plain elements.
      if ('children' in child) decorate(child as unknown as Element);
      return;
    }
    decorate(child);
    if (child.tagName === 'table') parent.children[index] = framed(child);
    if (/^h[23]$/.test(child.tagName)) parent.children[index] = withSelfLink(child);
  });
}

function framed(table: Element): Element {
  const names = cellsOf(table, 'th').map((cell) => textOf(cell).trim());
  return element(
    'div',
    {
      className: ['table-scroll'],
      role: 'group',
      tabIndex: 0,
      ariaLabel: `表格：${names.filter(Boolean).join('、')}`,
    },
    [table],
  );
}

function cellsOf(node: Element, tagName: string): Element[] {
  return node.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    return child.tagName === tagName ? [child] : cellsOf(child, tagName);
  });
}

/** As `Heading.astro` draws it: outside, so that the heading's name is its text alone. */
function withSelfLink(heading: Element): Element {
  const className = ['heading', `heading--${heading.tagName.slice(1)}`];
  return element('div', { className }, [heading, selfLink(heading)]);
}

function selfLink(heading: Element): Element {
  return element(
    'a',
    {
      className: ['self-link'],
      href: `#${String(heading.properties['id'] ?? '')}`,
      ariaLabel: `复制链接：${textOf(heading)}`,
      title: '复制链接',
    },
    [{ type: 'text', value: '#' }],
  );
}

function element(
  tagName: string,
  properties: Element['properties'],
  children: ElementContent[],
): Element {
  return { type: 'element', tagName, properties, children };
}

function textOf(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}
