import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { HueName } from '../../../src/model/hues.ts';
import { cardsOf, type Card } from '../../../src/share/card.ts';
import { DRAWN_SEAL, isDrawn } from '../../../src/share/drawn.ts';
import drawn from '../../../src/share/images/drawn.json';
import { sealSvg } from '../../../src/share/seal.ts';

/** What the pictures say: an editor may have renamed the site and had them drawn anew. */
const pictures = drawn as Card[];
const [{ site: title = '', seal = '' } = {}] = pictures;
const identity = { title, seal };
const handbooks = pictures.flatMap(({ handbook: slug, hue, letter, title: name }) =>
  slug && hue && !letter ? [{ slug, hue, title: name }] : [],
);

test('the pictures of a site that says what they say are drawn', () => {
  expect(cardsOf(identity, handbooks).filter((card) => !isDrawn(card))).toEqual([]);
});

test.each([
  ['another title', { ...identity, title: '星河传媒客户手册' }, handbooks],
  ['another seal', { ...identity, seal: '星' }, handbooks],
])('none of a site of %s is', (_, other, books) => {
  const cards = cardsOf(other, books);
  expect(cards.length).toBe(1 + books.length * 5);
  expect(cards.filter(isDrawn)).toEqual([]);
});

test('none of a handbook with another hue or title is; the others are', () => {
  const [first, ...rest] = handbooks;
  if (!first) throw new Error('the site has no handbook');
  const otherHue: HueName = first.hue === 'umber' ? 'plum' : 'umber';
  for (const change of [{ hue: otherHue }, { title: '别的手册' }]) {
    const undrawn = cardsOf(identity, [{ ...first, ...change }, ...rest]).filter(
      (c) => !isDrawn(c),
    );
    expect(undrawn.every(({ handbook }) => handbook === first.slug)).toBe(true);
    expect(undrawn).toHaveLength(5);
  }
});

test('the icons bear the seal that is told of them', () => {
  expect(readFileSync('public/favicon.svg', 'utf8').trim()).toBe(sealSvg(DRAWN_SEAL));
  expect(sealSvg('星')).toContain('>星</text>');
});
