import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
export type Element = DefaultTreeAdapterTypes.Element;

export interface BuiltPage {
  /** Path below the output folder: `agency/roles/account-director/index.html`. */
  readonly file: string;
  /** Address below the base path: `/agency/roles/account-director/`. */
  readonly address: string;
  readonly html: string;
  readonly elements: readonly Element[];
}

/** All pages of a built site. @throws Error when there is no build */
export function readBuiltSite(folder: string): BuiltPage[] {
  if (!existsSync(folder)) {
    throw new Error(`No build in ${folder}; run the suite with "npm run test:content"`);
  }
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .map((file) => file.split(sep).join('/'))
    .sort()
    .map((file) => {
      const html = readFileSync(join(folder, file), 'utf8');
      const address = `/${file}`.replace(/index\.html$/, '');
      return { file, address, html, elements: elementsOf(parse(html)) };
    });
}

/** The value of an attribute; `undefined` when the element has none of that name. */
export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value;
}

/** The text in an element, its white space folded. */
export function textOf(node: Node): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value;
  const children = 'childNodes' in node ? node.childNodes : [];
  return children.map(textOf).join('').replace(/\s+/g, ' ');
}

function elementsOf(node: Node): Element[] {
  const own = 'tagName' in node ? [node] : [];
  const children = 'childNodes' in node ? node.childNodes : [];
  return [...own, ...children.flatMap(elementsOf)];
}
