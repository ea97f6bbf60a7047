/** The section of CONTRIBUTING.md on what the site is called and which handbooks it publishes. */
import { parse, stringify } from 'yaml';
import type { SiteIdentity } from '../../src/schemas/site.ts';
import type { EditedContent } from './edited-content.ts';

const SITE = 'site.yaml';

/** Names that a company is likely to want, each with the character in its seal. */
const NAMES = [
  ['远舟岗位手册', '舟'],
  ['星河工作手册', '星'],
] as const;

/** Another name, seal and company; pictures and icons are not drawn anew. */
export function renameSite(content: EditedContent): void {
  const site = read(content);
  const [title, seal] = NAMES.find(([each]) => each !== site.title) ?? NAMES[0];
  write(content, { ...site, title, seal, company: '远舟贸易有限公司', footer: '有问题找前台。' });
}

/** The first of the handbooks is no longer listed; the last one stays. */
export function unlistHandbook(content: EditedContent): void {
  const site = read(content);
  const [, ...rest] = site.handbooks;
  if (rest.length > 0) write(content, { ...site, handbooks: rest });
}

const read = (content: EditedContent) => parse(content.read(SITE)) as SiteIdentity;

const write = (content: EditedContent, { shortTitle: _, ...site }: SiteIdentity) =>
  content.write(SITE, stringify(site));
