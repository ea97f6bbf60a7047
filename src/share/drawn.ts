/** Which pictures there are: they are drawn by hand (`npm run share-images`), not by the build. */
import cards from './images/drawn.json' with { type: 'json' };
import icons from './images/icons.json' with { type: 'json' };
import type { Card } from './card.ts';

/** The character in the seal of the icons in `public/`. */
export const DRAWN_SEAL: string = icons.seal;

/** The icons in `public/`: all bear the seal. */
export const ICON_FILES = [
  'favicon.svg',
  'favicon.ico',
  'apple-touch-icon.png',
  'icon-192.png',
  'icon-512.png',
] as const;

/** True when there is a picture that shows just what the card says. */
export function isDrawn(card: Card): boolean {
  const drawn = (cards as readonly Card[]).find(({ name }) => name === card.name);
  return drawn !== undefined && keysOf(drawn) === keysOf(card);
}

function keysOf(card: Card): string {
  return JSON.stringify(Object.entries(card).sort(([a], [b]) => (a < b ? -1 : 1)));
}
