/**
 * Icons of one set, put into the style sheets at build: `icon('route')` in a declaration becomes the
 * drawing itself, to be used as a mask. A page names an icon in a few letters and asks for no file.
 */
import { createRequire } from 'node:module';

interface IconSet {
  readonly icons: Readonly<Record<string, { readonly body: string }>>;
}

/** A declaration of a style sheet, as PostCSS hands it over. */
interface Declaration {
  value: string;
  error(message: string): Error;
}

const CALL = /\bicon\('([^']*)'\)/g;

const set = createRequire(import.meta.url)('@iconify-json/lucide/icons.json') as IconSet;

/**
 * The drawing of an icon as a CSS image.
 *
 * @param name its name in the Lucide set
 * @returns `undefined` when the set has no such icon
 */
export function iconImage(name: string): string | undefined {
  const body = set.icons[name]?.body;
  if (body === undefined) return undefined;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">${body}</svg>`;
  const address = svg.replaceAll('"', "'").replace(/[<>#%]/g, encodeURIComponent);
  return `url("data:image/svg+xml,${address}")`;
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
