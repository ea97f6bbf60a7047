import { html, parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { UNWRITTEN } from '../model/unwritten.ts';

/** Their texts are no words of the page, or the title of another one. */
const PASSED_OVER: ReadonlySet<string> = new Set([
  ...['script', 'style', 'template', 'textarea', 'option'],
  ...['a', 'nav'],
]);

/**
 * Sets `data-unwritten` on each element of a page's main part that has words to be written, for the styles
 * to outline it. The rest of the page stays as it is, letter by letter: an attribute more is all that
 * hydration allows.
 *
 * @param page an HTML document
 */
export function markUnwritten(page: string): string {
  if (!page.includes(UNWRITTEN)) return page;
  const tree = parse(page, { sourceCodeLocationInfo: true });
  return insertions(tree, false).reduceRight(
    (text, at) => `${text.slice(0, at)} data-unwritten${text.slice(at)}`,
    page,
  );
}

/** Where the attribute goes: behind the name in a start tag, in the order of the page. */
function insertions(node: Tree.ParentNode, isInMain: boolean): number[] {
  return node.childNodes.flatMap((child) => {
    if (!('tagName' in child) || child.namespaceURI !== html.NS.HTML) return [];
    if (PASSED_OVER.has(child.tagName)) return [];
    const isMain = isInMain || child.tagName === 'main';
    const start = child.sourceCodeLocation?.startTag?.startOffset;
    const own = isMain && start !== undefined && hasWords(child);
    return [...(own ? [start + 1 + child.tagName.length] : []), ...insertions(child, isMain)];
  });
}

function hasWords({ childNodes }: Tree.Element): boolean {
  return childNodes.some((child) => 'value' in child && child.value.includes(UNWRITTEN));
}
