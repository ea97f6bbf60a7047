/** What synthetic pages of every section are made of: items, notes and the real texts of a field. */
import { oneOf } from '../../../tests/support/random.ts';
import type { PlannedPage } from './plan.ts';
import { recombine, sentence, type ItemTexts, type SentencePool } from './sentence-pool.ts';

export interface MadePage {
  /** Fields of the frontmatter beyond those that every page has. */
  readonly fields: Record<string, unknown>;
  readonly body: string;
}

export interface PageMaterial {
  readonly random: () => number;
  readonly pool: SentencePool;
  readonly page: PlannedPage;
}

/** The real texts of a field, in the section of the page that is made. */
export function commonTexts({ pool, page }: PageMaterial): (field: string) => readonly string[] {
  return (field) => pool.texts.get(`${page.section} ${field}`) ?? [];
}

/** Items with ids of their own; every one is the editors' until a statement is given to it. */
export function makeItems(
  { random, pool, page }: PageMaterial,
  count: number,
): (ItemTexts & { origin: 'editorial' })[] {
  const known = pool.items[page.section] ?? [];
  const all = (field: 'text' | 'doneWhen' | 'why') =>
    known.map((item) => item[field]).filter(Boolean);
  const [texts, evidence, reasons] = [all('text'), all('doneWhen'), all('why')];
  const taken = new Set<string>();
  return Array.from({ length: count }, (_, number) => {
    const id = `${oneOf(random, known).id}${taken.size > 0 ? `-${number}` : ''}`;
    taken.add(id);
    return {
      id,
      text: recombine(random, texts, 24),
      doneWhen: evidence.length > 0 ? recombine(random, evidence, 40) : '',
      why: reasons.length > 0 && random() < 0.3 ? oneOf(random, reasons) : '',
      origin: 'editorial',
    };
  });
}

/** Notes to some of the items, in their order. */
export function makeNotes(
  { random, pool }: PageMaterial,
  name: string,
  items: readonly { readonly id: string }[],
  share: number,
): string {
  return items
    .filter(() => random() < share)
    .map(({ id }) => `<${name} id="${id}">\n\n${sentence(random, pool)}\n\n</${name}>`)
    .join('\n\n');
}
