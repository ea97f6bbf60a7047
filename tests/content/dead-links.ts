import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { attribute, textOf, type BuiltPage } from './built-site.ts';

/** Internal links that lead nowhere, each with its page and its text. */
export function deadLinks(pages: readonly BuiltPage[], base: string, folder: string): string[] {
  const anchors = new Map(
    pages.map((page) => [
      page.address,
      new Set(page.elements.flatMap((element) => attribute(element, 'id') ?? [])),
    ]),
  );
  return pages.flatMap((page) =>
    page.elements.flatMap((element) => {
      const href = attribute(element, 'href');
      if (href === undefined || /^[a-z]+:/.test(href)) return [];
      const url = new URL(href, `http://site${base.slice(0, -1)}${page.address}`);
      const dead = () => [`${page.file}: ${href} (${textOf(element).trim()})`];
      if (!url.pathname.startsWith(base)) return dead();
      const address = url.pathname.slice(base.length - 1);
      const ids = anchors.get(address);
      if (!ids) return isFile(join(folder, address)) ? [] : dead();
      // What stands behind # on the runs' page names a run of the reader's browser.
      const id = decodeURIComponent(url.hash.slice(1));
      return id === '' || ids.has(id) ? [] : dead();
    }),
  );
}

function isFile(path: string): boolean {
  try {
    return readFileSync(path).length > 0;
  } catch {
    return false;
  }
}
