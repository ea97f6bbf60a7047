/** Which pages a synthetic site has: their places, by handbook and section. */
import { SECTIONS, type Section } from '../../../src/model/vocabulary.ts';
import { oneOf, seeded } from '../../../tests/support/random.ts';

export interface PlannedPage {
  readonly handbook: string;
  readonly section: Section;
  readonly slug: string;
  /** Place in its section, from 0. */
  readonly index: number;
  /** The slugs of its handbook by section, itself among them. */
  readonly beside: Readonly<Record<Section, readonly string[]>>;
}

/**
 * Of twenty pages, those that go to each section: a department that writes a thousand pages has more to
 * explain and to rule, hardly more roles.
 */
const OF_TWENTY: Readonly<Record<Section, number>> = {
  roles: 1,
  workflows: 3,
  techniques: 10,
  rules: 6,
};

/** The same number of pages for each section: heavier, since roles and workflows are. */
const EVEN: Readonly<Record<Section, number>> = { roles: 5, workflows: 5, techniques: 5, rules: 5 };

/** Spreads pages over the handbooks and their 4 sections. */
export function planPages(
  handbooks: readonly string[],
  count: number,
  slugs: readonly string[],
  isEven = false,
): PlannedPage[] {
  const order = interleave(isEven ? EVEN : OF_TWENTY);
  const random = seeded(count);
  const books = handbooks.map(() => ({
    roles: [] as string[],
    workflows: [] as string[],
    techniques: [] as string[],
    rules: [] as string[],
  }));
  const pages: PlannedPage[] = [];
  for (let number = 0; number < count; number += 1) {
    const book = number % handbooks.length;
    const handbook = handbooks[book];
    const beside = books[book];
    const section = order[Math.floor(number / handbooks.length) % order.length];
    if (!handbook || !beside || !section) throw new RangeError('No such place');
    const index = beside[section].length;
    const slug = `${oneOf(random, slugs)}-${index + 1}`;
    beside[section].push(slug);
    pages.push({ handbook, section, slug, index, beside });
  }
  return pages;
}

/** The sections in a row, each as often as it is wanted and spread over the row. */
function interleave(wanted: Readonly<Record<Section, number>>): Section[] {
  const places = SECTIONS.flatMap((section) =>
    Array.from({ length: wanted[section] }, (_, number) => ({
      section,
      at: (number + 0.5) / wanted[section],
    })),
  );
  return places.sort((a, b) => a.at - b.at).map(({ section }) => section);
}
