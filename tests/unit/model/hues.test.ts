import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { HUE_NAMES, HUES, type HueName } from '../../../src/model/hues.ts';
import { contrast, distance, EYES, lightOf, lightOfOklch, seenBy } from './colour-vision.ts';

/** Contrast that words need (WCAG 2.2, 1.4.3, AA). */
const AA = 4.5;

/** Just seen side by side is 0.02: signs on one page have to be told apart at a glance. */
const APART = 0.035;

/** What hues that follow each other in the list, and so stand side by side, differ by: more. */
const NEIGHBOURS_APART = 0.06;

const SCHEMES = ['light', 'dark'] as const;

/** What words in a hue stand on: paper, a raised and a sunk ground; read from the style sheet. */
const GROUNDS = Object.fromEntries(
  SCHEMES.map((scheme, at) => {
    const css = readFileSync('src/styles/tokens.css', 'utf8');
    return [
      scheme,
      ['paper', 'raised', 'sunk'].map((name) => {
        const found = [...css.matchAll(new RegExp(`--${name}: (oklch\\([^)]*\\));`, 'g'))][at]?.[1];
        if (!found) throw new Error(`tokens.css has no --${name} for ${scheme}`);
        return lightOfOklch(found);
      }),
    ];
  }),
);

const pairs = HUE_NAMES.flatMap((one, at) =>
  HUE_NAMES.slice(at + 1).map((other): [HueName, HueName] => [one, other]),
);

test('there are eight hues or more', () => {
  expect(HUE_NAMES.length).toBeGreaterThanOrEqual(8);
  expect(Object.keys(HUES)).toEqual([...HUE_NAMES]);
});

describe.each(SCHEMES)('in %s', (scheme) => {
  test.each(HUE_NAMES)('%s is legible on every ground and on its own wash', (name) => {
    const { ink, wash } = HUES[name][scheme];
    for (const ground of [...(GROUNDS[scheme] ?? []), lightOf(wash[0])]) {
      expect(contrast(lightOf(ink[0]), ground)).toBeGreaterThanOrEqual(AA);
    }
    for (const ground of [...(GROUNDS[scheme] ?? []), lightOfOklch(wash[1])]) {
      expect(contrast(lightOfOklch(ink[1]), ground)).toBeGreaterThanOrEqual(AA);
    }
  });

  test.each(HUE_NAMES)('%s is the same colour in both notations', (name) => {
    const { ink, wash } = HUES[name][scheme];
    for (const [srgb, oklch] of [ink, wash]) {
      expect(distance(lightOf(srgb), lightOfOklch(oklch))).toBeLessThan(0.02);
    }
  });

  test.each(EYES)('any two are told apart by eyes with %s', (eyes) => {
    for (const [one, other] of pairs) {
      const [a, b] = [one, other].map((name) => seenBy(eyes, lightOf(HUES[name][scheme].ink[0])));
      expect(distance(a!, b!), `${one} and ${other}`).toBeGreaterThanOrEqual(APART);
    }
  });

  test.each(EYES)('those that follow each other are far apart for eyes with %s', (eyes) => {
    for (const [at, name] of HUE_NAMES.entries()) {
      const next = HUE_NAMES[at + 1];
      if (next === undefined) continue;
      const [a, b] = [name, next].map((each) => seenBy(eyes, lightOf(HUES[each][scheme].ink[0])));
      expect(distance(a!, b!), `${name} and ${next}`).toBeGreaterThanOrEqual(NEIGHBOURS_APART);
    }
  });
});

test('the simulation itself: red and green of one lightness look alike without their cones', () => {
  const [red, green] = [lightOf('#b26a00'), lightOf('#7f8100')];
  expect(distance(red, green)).toBeGreaterThan(0.09);
  expect(distance(seenBy('deuteranopia', red), seenBy('deuteranopia', green))).toBeLessThan(0.05);
  const white = lightOf('#ffffff');
  for (const eyes of EYES) expect(distance(seenBy(eyes, white), white)).toBeLessThan(0.01);
});
