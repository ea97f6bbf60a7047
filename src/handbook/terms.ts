/** The glossary: its terms in order, and where each is used. */
import { parseReference } from '../model/reference.ts';
import type { Term } from '../schemas/term.ts';
import { itemsOf } from './items.ts';
import type { Page, Site } from './types.ts';

export interface TermUse {
  /** Root-relative path, with fragment where it is an item, without the base. */
  readonly path: string;
  readonly text: string;
}

export interface GlossaryEntry extends Term {
  /** Pages whose prose names it with `<Term>`, then what it refers to. */
  readonly uses: readonly TermUse[];
}

export interface GlossaryLetter {
  /** First letter of the pinyin: A to Z, or # for figures. */
  readonly letter: string;
  readonly entries: readonly GlossaryEntry[];
}

/** The glossary by first letter, both sorted. */
export function glossaryOf(site: Site): GlossaryLetter[] {
  const byLetter = new Map<string, GlossaryEntry[]>();
  const inProse = usesInProse(site);
  for (const term of [...site.terms].sort(byPinyin)) {
    const letter = /^[a-z]/.test(term.pinyin) ? term.pinyin.charAt(0).toUpperCase() : '#';
    const uses = usesOf(site, term, inProse.get(term.id) ?? []);
    byLetter.set(letter, [...(byLetter.get(letter) ?? []), { ...term, uses }]);
  }
  return [...byLetter].map(([letter, entries]) => ({ letter, entries }));
}

/** Ids of the terms that an author's body names with `<Term>`, each once, in order. */
export function termsInBody(body: string): string[] {
  return [
    ...new Set([...body.matchAll(/<Term\s+id="([a-z0-9-]+)"/g)].map((match) => match[1])),
  ].flatMap((id) => id ?? []);
}

/** The terms with these ids; unknown ones are refused by the editor's checks. */
export function termsOf(site: Site, ids: readonly string[]): Term[] {
  return ids.flatMap((id) => site.terms.find((term) => term.id === id) ?? []);
}

/** The pages whose prose names a term, by the term's id. */
function usesInProse(site: Site): Map<string, TermUse[]> {
  const uses = new Map<string, TermUse[]>();
  for (const { path, title, body } of site.pages.values()) {
    for (const id of termsInBody(body)) {
      uses.set(id, [...(uses.get(id) ?? []), { path, text: title }]);
    }
  }
  return uses;
}

function usesOf(site: Site, term: Term, inProse: readonly TermUse[]): TermUse[] {
  const named = term.see.flatMap((reference) => useOf(site, reference) ?? []);
  const all = [...named, ...inProse];
  return all.filter((use, index) => all.findIndex((other) => other.path === use.path) === index);
}

function useOf(site: Site, reference: string): TermUse | undefined {
  const { page: name, id } = parseReference(reference);
  const handbook = site.handbooks.find((candidate) => candidate.slug === name);
  if (handbook) return { path: handbook.path, text: handbook.title };
  const page = site.pages.get(name);
  if (!page) return undefined;
  return id ? itemUse(page, id) : { path: page.path, text: page.title };
}

function itemUse(page: Page, id: string): TermUse {
  const item = itemsOf(page).find((candidate) => candidate.id === id);
  return { path: `${page.path}#${id}`, text: item ? `${page.title}：${item.text}` : page.title };
}

function byPinyin(a: Term, b: Term): number {
  return a.pinyin < b.pinyin ? -1 : a.pinyin > b.pinyin ? 1 : 0;
}
