/** How titles end: none with a single character on a line of its own. */
import type { Page } from '@playwright/test';

/** Widths of phones, px. */
const PHONES = [360, 375, 412];

/** Headings, and what is set as one. */
const TITLES =
  'h1, h2, h3, h4, h5, h6, .item__text, .tick__text, .page-nav a, .uses__page, figcaption, main summary';

/**
 * Titles whose last line has a single character, as the page stands and as an engine shows it that
 * cannot balance lines: there only those count that end well without their own link.
 */
export async function singleEndings(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const width of PHONES) {
    await page.setViewportSize({ width, height: 740 });
    const found = await page.evaluate((titles) => {
      const isAside = (element: Element | null) =>
        element?.closest('.self-link, .editorial, .tag, .visually-hidden, .icon') !== null;
      const boxOf = ({ node, at }: { node: Node; at: number }) => {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        return range.getBoundingClientRect();
      };
      /** Texts of the titles whose last letter stands below the one before it. */
      const endings = () =>
        [...document.querySelectorAll(titles)]
          .filter((title) => title.checkVisibility({ visibilityProperty: true }))
          .flatMap((title) => {
            const letters: { node: Node; at: number }[] = [];
            const walker = document.createTreeWalker(title, NodeFilter.SHOW_TEXT);
            for (let node = walker.nextNode(); node; node = walker.nextNode()) {
              if (isAside(node.parentElement)) continue;
              for (const { index } of (node.textContent ?? '').matchAll(/[\p{L}\p{N}]/gu)) {
                letters.push({ node, at: index });
              }
            }
            const [before, last] = letters.slice(-2).map(boxOf);
            if (!before || !last || last.top < before.bottom - 1) return [];
            return [title.textContent?.trim().slice(0, 40) ?? ''];
          });
      const styled = (css: string) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(css);
        document.adoptedStyleSheets = [sheet];
        const found = endings();
        document.adoptedStyleSheets = [];
        return found;
      };
      const plain = '* { text-wrap: wrap !important; --link-room: 0 !important }';
      const without = styled(`${plain} a.self-link { display: none !important }`);
      return [
        ...endings(),
        ...styled(plain)
          .filter((title) => !without.includes(title))
          .map((title) => `by its link: ${title}`),
      ];
    }, TITLES);
    faults.push(...found.map((title) => `at ${width} px: ${title}`));
  }
  return faults;
}
