/**
 * What stands on the published pages, read by the browser's own parser: nothing here is shared with
 * the indexer. The text of `main`, block by block, less what the selectors name.
 */
import type { Page } from '@playwright/test';

/** What of `main` is no text of the handbooks: tools, ways about, and what stands elsewhere. */
export const LEFT_OUT = ['[data-search="off"]', 'nav', 'button', 'noscript', 'select', 'svg'];

/** Pages that only repeat others. */
export const PAGES_LEFT_OUT = /^\/(print|sources)\//;

export interface TruePage {
  /** Below the base path: `/agency/roles/account-director/`. */
  readonly path: string;
  /** Folded: width, case and white space do not matter. */
  readonly blocks: readonly string[];
}

/** Reads pages of the site that a page is on. @param paths below the base path, ending in `/` */
export async function readTruth(
  page: Page,
  base: string,
  paths: readonly string[],
): Promise<TruePage[]> {
  const read = await page.evaluate(
    async ([origin, all, leftOut]) => {
      const within = new Set(
        'A ABBR B CITE CODE DFN EM I KBD LABEL MARK Q S SMALL SPAN STRONG SUB SUP TIME U ASTRO-ISLAND ASTRO-SLOT INPUT'.split(
          ' ',
        ),
      );
      const blocksOf = (main: Element) => {
        let blocks = [''];
        const walk = (node: Node) => {
          if (node.nodeType === Node.TEXT_NODE) blocks[blocks.length - 1] += node.nodeValue ?? '';
          if (node.nodeType !== Node.ELEMENT_NODE) return;
          const { tagName } = node as Element;
          if (tagName === 'SCRIPT' || tagName === 'STYLE' || tagName === 'TEMPLATE') return;
          const parts = !within.has(tagName);
          if (parts) blocks.push('');
          node.childNodes.forEach(walk);
          if (parts) blocks.push('');
        };
        walk(main);
        blocks = blocks.filter((block) => block.trim() !== '');
        return blocks;
      };
      return Promise.all(
        all.map(async (path) => {
          const text = await (await fetch(origin + path.slice(1))).text();
          // Styles of another page are none that this page's policy lets in.
          const html = text.replace(/<style[^]*?<\/style>/g, '');
          const main = new DOMParser().parseFromString(html, 'text/html').querySelector('main');
          if (!main || main.matches(leftOut)) return { path, blocks: [] };
          main.querySelectorAll(leftOut).forEach((element) => element.remove());
          return { path, blocks: blocksOf(main) };
        }),
      );
    },
    [base, paths, LEFT_OUT.join(', ')] as const,
  );
  return read.map(({ path, blocks }) => ({ path, blocks: blocks.map(plain) }));
}

/** A text as one compares it: a space between Chinese and Latin letters or digits is none. */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(\p{Script=Han}) (?=[\p{L}\p{N}])(?!\p{Script=Han})/gu, '$1')
    .replace(/((?!\p{Script=Han})[\p{L}\p{N}]) (?=\p{Script=Han})/gu, '$1');
}

/** The pages that have a phrase, within one block. */
export function pagesWith(truth: readonly TruePage[], phrase: string): string[] {
  const wanted = plain(phrase);
  return truth
    .filter(({ blocks }) => blocks.some((block) => block.includes(wanted)))
    .map(({ path }) => path);
}
