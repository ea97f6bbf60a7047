import type { Element, Root, RootContent } from 'hast';
import { withBase } from '../model/address.ts';

export interface BaseLinksOptions {
  readonly base: string;
  /** True for the root-relative address of a page that the site does not publish. */
  readonly leadsNowhere?: (address: string) => boolean;
}

/**
 * Rehype plugin: puts the base path before root-relative links of handbook prose (`/sales/…` →
 * `/base/sales/…`), which Astro leaves as written. A link to what is not published becomes plain text.
 */
export function rehypeBaseLinks({ base, leadsNowhere = () => false }: BaseLinksOptions) {
  const visit = (node: Root | RootContent): void => {
    if (node.type === 'element') settleLink(node, base, leadsNowhere);
    if ('children' in node) for (const child of node.children) visit(child as RootContent);
  };
  return (tree: Root): void => visit(tree);
}

function settleLink(
  element: Element,
  base: string,
  leadsNowhere: (address: string) => boolean,
): void {
  const href = element.properties['href'];
  if (element.tagName !== 'a' || typeof href !== 'string' || !/^\/(?!\/)/.test(href)) return;
  if (!leadsNowhere(href)) {
    element.properties['href'] = withBase(base, href);
    return;
  }
  element.tagName = 'span';
  delete element.properties['href'];
}
