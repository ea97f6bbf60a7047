/**
 * Icons of one set, put into the style sheets at build: `icon('route')` in a declaration becomes the
 * drawing itself, to be used as a mask. A page names an icon in a few letters and asks for no file.
 * Pages themselves have their icons as drawings in them (`components/Icon.astro`).
 */
import { createRequire } from 'node:module';
import type { Section } from '../model/vocabulary.ts';

interface IconSet {
  readonly icons: Readonly<Record<string, { readonly body: string }>>;
}

/** A declaration of a style sheet, as PostCSS hands it over. */
interface Declaration {
  value: string;
  error(message: string): Error;
}

/** The icons of kinds of pages, and of the search. */
const KIND_ICONS: Readonly<Record<Section | 'terms' | 'search', string>> = {
  roles: 'id-card',
  workflows: 'route',
  techniques: 'lightbulb',
  rules: 'scale',
  terms: 'book-a',
  search: 'search',
};

type IconKind = keyof typeof KIND_ICONS;

/** What every icon of the set says of its lines; for those in pages `styles/icons.css` says it. */
const LINES =
  / (fill="none"|stroke="currentColor"|stroke-linecap="round"|stroke-linejoin="round"|stroke-width="2")/g;

const CALL = /\bicon\('([^']*)'\)/g;

const set = createRequire(import.meta.url)('@iconify-json/lucide/icons.json') as IconSet;

const bodyOf = (name: string) => set.icons[KIND_ICONS[name as IconKind] ?? name]?.body;

/**
 * The drawing of an icon as a CSS image.
 *
 * @param name its name in the Lucide set, or a kind of page
 * @returns `undefined` when the set has no such icon
 */
export function iconImage(name: string): string | undefined {
  const body = bodyOf(name);
  if (body === undefined) return undefined;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">${body}</svg>`;
  const address = svg.replaceAll('"', "'").replace(/[<>#%]/g, encodeURIComponent);
  return `url("data:image/svg+xml,${address}")`;
}

/**
 * What an icon draws, for an `svg` in a page. In a page it costs little; as an image of a style sheet each
 * is a document of its own to the browser, made before the first paint.
 *
 * @param name its name in the Lucide set, or a kind of page
 * @throws RangeError when the set has no such icon
 */
export function iconDrawing(name: string): string {
  const body = bodyOf(name);
  if (body === undefined) throw new RangeError(`No icon "${name}" in @iconify-json/lucide`);
  return body.replace(LINES, '').replace(/^<g>(.*)<\/g>$/, '$1');
}

/** PostCSS plugin: draws the icons that style sheets name. */
export function iconsInCss() {
  return {
    postcssPlugin: 'icons-in-css',
    Declaration(declaration: Declaration) {
      if (!declaration.value.includes('icon(')) return;
      declaration.value = declaration.value.replace(CALL, (_, name: string) => {
        const image = iconImage(name);
        if (!image) throw declaration.error(`No icon "${name}" in @iconify-json/lucide`);
        return image;
      });
    },
  };
}
