import type { Root, RootContent } from 'hast';
import { withBase } from '../model/address.ts';

/** Rehype plugin: puts the base path before the root-relative addresses of pictures in prose. */
export function rehypeBasePictures({ base }: { base: string }) {
  const visit = (node: Root | RootContent): void => {
    if (node.type === 'element' && node.tagName === 'img') {
      const source = node.properties['src'];
      if (typeof source === 'string' && /^\/(?!\/)/.test(source)) {
        node.properties['src'] = withBase(base, source);
      }
    }
    if ('children' in node) for (const child of node.children) visit(child as RootContent);
  };
  return (tree: Root): void => visit(tree);
}
