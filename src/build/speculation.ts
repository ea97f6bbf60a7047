/**
 * The rules by which a browser renders the next page while its reader makes for the link: on hovering for
 * a moment, or on pressing. Browsers keep two pages so, the last ones hovered; one that cannot, or has to
 * save, fetches the page only. What the page does before it is looked at: `stores/shown.ts`.
 *
 * @param base base path of the site, ending in `/`
 * @returns the text of a `<script type="speculationrules">`
 */
export function speculationRules(base: string): string {
  const rules = [
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
  ];
  return JSON.stringify({ prefetch: rules, prerender: rules });
}
