/** The texts of the real handbooks that synthetic ones are put together from. */
import { parse } from 'yaml';
import type { ContentFile } from '../../../src/checks/problem.ts';
import { oneOf, whole } from '../../../tests/support/random.ts';

/** What stands beside each other in one item: a duty, a step, a point or a rule. */
export interface ItemTexts {
  readonly id: string;
  readonly text: string;
  readonly doneWhen: string;
  readonly why: string;
}

export interface SentencePool {
  /** Items by section; those of workflows are steps. */
  readonly items: Readonly<Record<string, readonly ItemTexts[]>>;
  /** Other texts of the frontmatter by section and field: `workflows pause`. */
  readonly texts: ReadonlyMap<string, readonly string[]>;
  /** Sentences of the prose, with the terms that they name and without links to pages. */
  readonly sentences: readonly string[];
  /** Names of pages, as they stand in addresses. */
  readonly slugs: readonly string[];
}

const ITEM_LIST = /^(duties|steps|points|rules)$/;

/** Takes the real content apart. */
export function readSentencePool(files: readonly ContentFile[]): SentencePool {
  const items: Record<string, ItemTexts[]> = {};
  const texts = new Map<string, string[]>();
  const sentences: string[] = [];
  const slugs: string[] = [];
  for (const { path, text } of files) {
    const [, section, slug] = /^content\/[^/]+\/(\w+)\/(.+)\.mdx$/.exec(path) ?? [];
    const [, front, body] = /^---\n([^]*?)\n---\n([^]*)$/.exec(text) ?? [];
    if (!section || !slug || !front || !body) continue;
    slugs.push(slug);
    sentences.push(...sentencesOf(body));
    const visit = (value: unknown, list: string): void => {
      if (Array.isArray(value)) value.forEach((entry) => visit(entry, list));
      else if (typeof value === 'object' && value !== null) {
        if (ITEM_LIST.test(list)) (items[section] ??= []).push(itemOf(value));
        for (const [key, child] of Object.entries(value)) visit(child, key);
        const { title } = value as { title?: unknown };
        if (typeof title === 'string') put(texts, `${section} ${list}.title`, title);
      } else if (typeof value === 'string') put(texts, `${section} ${list}`, value);
    };
    visit(parse(front), 'page');
  }
  return { items, texts, sentences: sentences.filter(isWhole), slugs };
}

function itemOf(item: object): ItemTexts {
  const { id, text, title, doneWhen, why } = item as Record<string, string | undefined>;
  return { id: id ?? '', text: text ?? title ?? '', doneWhen: doneWhen ?? '', why: why ?? '' };
}

function put(texts: Map<string, string[]>, key: string, text: string): void {
  texts.set(key, [...(texts.get(key) ?? []), text]);
}

/** Sentences of the plain paragraphs. */
function sentencesOf(body: string): string[] {
  return body
    .split(/\n{2,}/)
    .filter((block) => /^(\p{Script=Han}|<Term)/u.test(block))
    .flatMap(
      (block) => block.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').match(/[^。！？]+[。！？]/g) ?? [],
    );
}

/** True for a sentence that can stand by itself: nothing in it was cut through. */
function isWhole(sentence: string): boolean {
  const count = (pattern: RegExp) => sentence.match(pattern)?.length ?? 0;
  return (
    !/[*|{}`\n‘’]/.test(sentence) &&
    /^(\p{Script=Han}|<Term)/u.test(sentence) &&
    count(/“/g) === count(/”/g) &&
    count(/<Term/g) === count(/<\/Term>/g) &&
    count(/（/g) === count(/）/g)
  );
}

/** Text that may be cut between any two characters. */
const PLAIN = /^[\p{Script=Han}，、]+$/u;

/** The beginning of one text and the end of another: words of the trade in a phrase of its own. */
export function recombine(random: () => number, row: readonly string[], longest: number): string {
  const first = oneOf(random, row);
  const second = oneOf(random, row);
  if (!PLAIN.test(first) || !PLAIN.test(second)) return first;
  const head = first.slice(0, Math.max(2, Math.ceil(first.length * (0.3 + 0.5 * random()))));
  const tail = second.slice(Math.floor(second.length * (0.3 + 0.5 * random())));
  const joined = `${head}${tail}`.replace(/[，、]([，、])/g, '$1').slice(0, longest);
  return joined.replace(/^[，、]+|[，、]+$/g, '');
}

/** A sentence: half of one and half of another where both can be parted. */
export function sentence(random: () => number, { sentences }: SentencePool): string {
  const first = oneOf(random, sentences);
  const second = oneOf(random, sentences);
  const [from, to] = [first.indexOf('，'), second.indexOf('，')];
  if (from < 0 || to < 0 || /[“（]/.test(first + second)) return first;
  return first.slice(0, from) + second.slice(to);
}

/** Sentences of about so many characters, as paragraphs of two to four. */
export function prose(random: () => number, pool: SentencePool, characters: number): string {
  const paragraphs: string[] = [];
  let left = characters;
  while (left > 0) {
    const row = Array.from({ length: 2 + whole(random, 3) }, () => sentence(random, pool));
    paragraphs.push(row.join(''));
    left -= textLength(row.join(''));
  }
  return paragraphs.join('\n\n');
}

/** Characters of a prose without what is marked up. */
export function textLength(text: string): number {
  return text.replace(/<[^>]*>/g, '').length;
}
