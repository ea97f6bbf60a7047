/** What the content says of the site and of its handbooks, read where no content layer is at hand. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { isHandbookSlug, type HandbookSlug } from '../model/handbook-slug.ts';
import { handbookSchema, type HandbookFront } from '../schemas/handbook.ts';
import { SITE_FILE, siteSchema, type SiteIdentity } from '../schemas/site.ts';

/** A handbook's front page and its folder. */
export interface ListedHandbook extends HandbookFront {
  readonly slug: HandbookSlug;
}

/**
 * What the site is called and publishes.
 *
 * @param root the project's folder
 * @throws Error when the file is missing or faulty; the editor's checks say so first, and better
 */
export function readSiteFile(root = '.'): SiteIdentity {
  return siteSchema.parse(parse(readFileSync(join(root, SITE_FILE), 'utf8')));
}

/** The handbooks that are published, in the order of the site. @throws Error as `readSiteFile` */
export function readPublished(root = '.'): ListedHandbook[] {
  return readSiteFile(root).handbooks.map((slug) => {
    const text = readFileSync(join(root, 'content', slug, 'index.mdx'), 'utf8');
    const front = /^\uFEFF?---\r?\n([^]*?)\r?\n---/.exec(text)?.[1] ?? '';
    return { slug, ...handbookSchema.parse(parse(front)) };
  });
}

/** The handbooks that are written and not published. @throws Error as `readSiteFile` */
export function readLeftOut(root = '.'): HandbookSlug[] {
  const { handbooks } = readSiteFile(root);
  return readdirSync(join(root, 'content'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && isHandbookSlug(entry.name))
    .map(({ name }) => name)
    .filter((slug) => !handbooks.includes(slug));
}

/** True for a root-relative address of one of these handbooks, printed or not. */
export function isWithin(handbooks: readonly HandbookSlug[], address: string): boolean {
  const [top = '', next] = address
    .replace(/[?#].*$/, '')
    .split('/')
    .filter(Boolean);
  return handbooks.includes(top === 'print' && next !== undefined ? next : top);
}
