import type { Element, Root, RootContent } from 'hast';
import { withBase } from '../model/address.ts';

/**
 * Rehype plugin: puts the base path before root-relative links of handbook prose
 * (`/agency/…` → `/kehubu/agency/…`), which Astro leaves as written.
 */
export function rehypeBaseLinks({ base }: { base: string }) {
  const visit = (node: Root | RootContent): void => {
    if (node.type === 'element') prefixHref(node, base);
    if ('children' in node) for (const child of node.children) visit(child as RootContent);
  };
  return (tree: Root): void => visit(tree);
}

function prefixHref(element: Element, base: string): void {
  const href = element.properties['href'];
  if (element.tagName === 'a' && typeof href === 'string' && /^\/(?!\/)/.test(href)) {
    element.properties['href'] = withBase(base, href);
  }
}
