import type { Element, Root } from 'hast';
import { describe, expect, test } from 'vitest';
import { rehypeBaseLinks } from '../../../src/build/rehype-base-links.ts';

const element = (tagName: string, properties: Element['properties'], ...children: Element[]) =>
  ({ type: 'element', tagName, properties, children }) satisfies Element;
const link = (href: string) => element('a', { href });

/** What becomes of a tree under the base path. */
function prefixed(base: string, ...children: Element[]): Root {
  const tree: Root = { type: 'root', children };
  rehypeBaseLinks({ base })(tree);
  return tree;
}

const hrefUnder = (base: string, href: string) => {
  const [only] = prefixed(base, link(href)).children;
  return only?.type === 'element' ? only.properties['href'] : undefined;
};

describe('links in prose', () => {
  test.each([
    ['/agency/', '/kehubu/agency/'],
    ['/agency/roles/x/#duty', '/kehubu/agency/roles/x/#duty'],
    ['/', '/kehubu/'],
  ])('to %s of this site get the base path', (href, expected) => {
    expect(hrefUnder('/kehubu/', href)).toBe(expected);
  });

  test.each([
    'https://example.com/agency/',
    '//example.com/agency/',
    'mailto:a@example.com',
    '#duty',
    '../roles/x/',
    'agency/',
    '',
  ])('to %j stay as they are', (href) => {
    expect(hrefUnder('/kehubu/', href)).toBe(href);
  });

  test('stay as they are on a site at the root', () => {
    expect(hrefUnder('/', '/agency/')).toBe('/agency/');
  });

  test('are found however deep they stand', () => {
    const inner = link('/agency/');
    prefixed('/kehubu/', element('div', {}, element('ul', {}, element('li', {}, inner))));
    expect(inner.properties['href']).toBe('/kehubu/agency/');
  });

  test('are links only: nothing else is touched, and links without an address neither', () => {
    const image = element('img', { src: '/a.png' });
    const area = element('span', { href: '/agency/' });
    const anchor = element('a', { id: 'x' });
    prefixed('/kehubu/', image, area, anchor);
    expect(image.properties).toEqual({ src: '/a.png' });
    expect(area.properties).toEqual({ href: '/agency/' });
    expect(anchor.properties).toEqual({ id: 'x' });
  });

  test('leave text and comments alone', () => {
    const tree: Root = {
      type: 'root',
      children: [
        { type: 'text', value: '/agency/' },
        { type: 'comment', value: '/agency/' },
      ],
    };
    rehypeBaseLinks({ base: '/kehubu/' })(tree);
    expect(tree.children.map((child) => 'value' in child && child.value)).toEqual([
      '/agency/',
      '/agency/',
    ]);
  });
});

test('a link to what is not published becomes plain text, whatever the base path', () => {
  const tree: Root = {
    type: 'root',
    children: [link('/sales/roles/x/#duty'), link('/agency/'), link('https://example.com/sales/')],
  };
  rehypeBaseLinks({ base: '/kehubu/', leadsNowhere: (path) => path.startsWith('/sales/') })(tree);
  expect(tree.children).toEqual([
    element('span', {}),
    link('/kehubu/agency/'),
    link('https://example.com/sales/'),
  ]);
});
