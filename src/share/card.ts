import { SECTION_LABEL, SECTION_LETTER, SECTIONS } from '../model/vocabulary.ts';
import type { HandbookSlug, Section } from '../model/vocabulary.ts';

/** What the picture of a shared link shows. */
export interface Card {
  /** File name without its ending: `site`, `agency`, `agency-workflows`. */
  readonly name: string;
  readonly handbook?: HandbookSlug;
  /** Letter of the section; absent on the site's and the handbooks' own cards. */
  readonly letter?: string;
  /** Small, above the title. */
  readonly kicker: string;
  readonly title: string;
}

/** Width and height of a card in pixels: what Open Graph readers expect. */
export const CARD_SIZE = { width: 1200, height: 630 } as const;

/** Name of the card of a page, by the handbook and the section it belongs to. */
export function cardName(handbook?: HandbookSlug, section?: Section): string {
  return [handbook ?? 'site', ...(section ? [section] : [])].join('-');
}

/** All cards: the site's, and for each handbook its own and one for each section. */
export function cardsOf(
  siteTitle: string,
  handbooks: readonly { readonly slug: HandbookSlug; readonly title: string }[],
): Card[] {
  return [
    { name: cardName(), kicker: '岗位 · 流程 · 技巧 · 规范', title: siteTitle },
    ...handbooks.flatMap(({ slug, title }) => [
      { name: cardName(slug), handbook: slug, kicker: siteTitle, title },
      ...SECTIONS.map((section) => ({
        name: cardName(slug, section),
        handbook: slug,
        letter: SECTION_LETTER[section],
        kicker: title,
        title: SECTION_LABEL[section],
      })),
    ]),
  ];
}
