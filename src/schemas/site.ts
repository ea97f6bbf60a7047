import { z } from 'astro/zod';
import { isHandbookSlug } from '../model/handbook-slug.ts';
import { sentenceSchema } from './common.ts';

/** Where the site says what it is. */
export const SITE_FILE = 'content/site.yaml';

/** A handbook by its folder below `content/`. */
export const handbookSlugSchema = z.string().refine(isHandbookSlug);

/** What the site is called and what it publishes (`content/site.yaml`). */
export const siteSchema = z.strictObject({
  /** The site's name: in the head of every page, in titles, on paper and on pictures of links. */
  title: z.string().trim().min(2).max(20),
  /** A shorter name, for the icon on a telephone's home screen. Absent: the title. */
  shortTitle: z.string().trim().min(2).max(8).optional(),
  /** The one character in the seal beside the name. */
  seal: z.string().regex(/^[\p{L}\p{N}]$/u),
  /** Whose site it is: in the foot of every page and on the cover of a printed handbook. */
  company: z.string().trim().min(2).max(30).optional(),
  /** One sentence below the title of the home page; it breaks after its commas only. */
  lead: sentenceSchema,
  /** The handbooks that are published, as the names of their folders, in the order of the site. */
  handbooks: z.array(handbookSlugSchema).min(1),
  /** A line for the foot of every page, e.g. who keeps the handbooks. */
  footer: sentenceSchema.optional(),
  /** What the names of exported files begin with, in Latin letters. Absent: the title. */
  fileName: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,29}$/)
    .optional(),
});
export type SiteIdentity = z.infer<typeof siteSchema>;
