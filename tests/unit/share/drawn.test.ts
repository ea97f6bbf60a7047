import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readPublished, readSiteFile } from '../../../src/build/site-file.ts';
import { cardsOf } from '../../../src/share/card.ts';
import { DRAWN_SEAL, isDrawn } from '../../../src/share/drawn.ts';
import { FIXTURE } from '../../support/variants.ts';
import { sealSvg } from '../../../src/share/seal.ts';

const identity = readSiteFile(FIXTURE);
const handbooks = readPublished(FIXTURE);

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
  for (const change of [{ hue: 'umber' as const }, { title: '别的手册' }]) {
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
