/**
 * The rules by which a browser fetches the next page while its reader makes for the link: on hovering
 * for a moment, or on pressing. It prefetches only; nothing of the page runs before it is opened.
 *
 * @param base base path of the site, ending in `/`
 * @returns the text of a `<script type="speculationrules">`
 */
export function speculationRules(base: string): string {
  return JSON.stringify({
    prefetch: [
      {
        where: {
          and: [
            { href_matches: `${base}*` },
            // Whole handbooks are long and seldom wanted; the rest is no page.
            { not: { href_matches: [`${base}print/*`, `${base}data/*`, `${base}*.*`] } },
            { not: { selector_matches: '[href^="#"]' } },
          ],
        },
        eagerness: 'moderate',
      },
    ],
  });
}
