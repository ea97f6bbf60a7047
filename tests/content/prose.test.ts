import { describe, expect, test } from 'vitest';
import { readContent } from '../../src/checks/read.ts';
import { readContentTree } from '../../src/checks/content-tree.ts';
import { attribute, readBuiltSite, textOf, type Element } from './built-site.ts';

const { tree } = readContentTree(readContent('.'));

/** Item texts say what to do; these words only ask for good will. */
const VAGUE = /注意|尽量|积极主动|认真|切实/;

/** Longest sentence of prose, in characters, with its quotations. */
const SENTENCE_MAX = 120;

/** Statements shorter than this are made of words that cannot be avoided. */
const LIFTED_MIN = 24;

const items = [...tree.pages.values()].flatMap(({ file, items: all }) =>
  all.map(({ id, field }) => ({
    where: `${file}#${id}`,
    text: field.get('text').text ?? field.get('title').text ?? '',
  })),
);

describe('the items', () => {
  test('are what the handbooks hold', () => expect(items.length).toBeGreaterThan(1000));

  test('ask for nothing vague', () => {
    expect(items.filter(({ text }) => VAGUE.test(text))).toEqual([]);
  });
});

describe('the prose of the built site', () => {
  const pages = readBuiltSite(process.env['ROOT_DIST'] ?? '').map((page) => ({
    file: page.file,
    paragraphs: page.elements
      .filter((element) => /^(p|li|td|dd)$/.test(element.tagName) && isProse(element))
      .map(textOf),
  }));

  test('is there', () => {
    const written = pages.filter(({ paragraphs }) => paragraphs.length > 0);
    expect(written.length).toBeGreaterThan(pages.length / 2);
  });

  test('has no exclamation mark and no empty brackets', () => {
    const faulty = pages.filter(({ paragraphs }) => paragraphs.some((p) => /！|（）|“”|《》/.test(p)));
    expect(faulty.map(({ file }) => file)).toEqual([]);
  });

  test('has no sentence that loses its reader', () => {
    const long = pages.flatMap(({ file, paragraphs }) =>
      paragraphs
        .flatMap((text) => text.split(/[。？；]|\s/))
        .filter((sentence) => sentence.length > SENTENCE_MAX)
        .map((sentence) => `${file}: ${sentence}`),
    );
    expect(long).toEqual([]);
  });

  test('lifts no statement of the ledger word for word', () => {
    const facts = tree.ledger.entries.map(({ fact }) => fact).filter((f) => f.length >= LIFTED_MIN);
    expect(facts.length).toBeGreaterThan(50);
    const lifted = pages.flatMap(({ file, paragraphs }) =>
      facts.filter((fact) => paragraphs.some((text) => text.includes(fact))).map((f) => `${file}: ${f}`),
    );
    expect(lifted).toEqual([]);
  });
});

/** True for what stands in an author's body. */
function isProse(element: Element): boolean {
  if (/\bprose\b/.test(attribute(element, 'class') ?? '')) return true;
  const parent = element.parentNode;
  return parent !== null && 'tagName' in parent && isProse(parent);
}
