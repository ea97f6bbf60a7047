import type { HandbookSlug } from '../model/handbook-slug.ts';
import type { HueName } from '../model/hues.ts';
import { SECTION_LABEL, SECTION_LETTER, SECTIONS, type Section } from '../model/vocabulary.ts';

/** What the picture of a shared link shows. */
export interface Card {
  /** File name without its ending: `site`, or a handbook, with a section behind a hyphen. */
  readonly name: string;
  readonly handbook?: HandbookSlug;
  readonly hue?: HueName;
  /** Letter of the section; absent on the site's and the handbooks' own cards. */
  readonly letter?: string;
  /** Small, above the title. */
  readonly kicker: string;
  readonly title: string;
  /** The site's name, and the character in its seal: at the foot. */
  readonly site: string;
  readonly seal: string;
}

/** Width and height of a card in pixels: what Open Graph readers expect. */
export const CARD_SIZE = { width: 1200, height: 630 } as const;

/** Name of the card of a page, by the handbook and the section it belongs to. */
export function cardName(handbook?: HandbookSlug, section?: Section): string {
  return [handbook ?? 'site', ...(section ? [section] : [])].join('-');
}

/** All cards: the site's, and for each handbook its own and one for each section. */
export function cardsOf(
  identity: { readonly title: string; readonly seal: string },
  handbooks: readonly {
    readonly slug: HandbookSlug;
    readonly title: string;
    readonly hue: HueName;
  }[],
): Card[] {
  const foot = { site: identity.title, seal: identity.seal };
  return [
    { name: cardName(), kicker: '岗位 · 流程 · 技巧 · 规范', title: identity.title, ...foot },
    ...handbooks.flatMap(({ slug, title, hue }) => [
      { name: cardName(slug), handbook: slug, hue, kicker: identity.title, title, ...foot },
      ...SECTIONS.map((section) => ({
        name: cardName(slug, section),
        handbook: slug,
        hue,
        letter: SECTION_LETTER[section],
        kicker: title,
        title: SECTION_LABEL[section],
        ...foot,
      })),
    ]),
  ];
}
