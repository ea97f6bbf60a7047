/** Section 1 of CONTRIBUTING.md: a handbook more, and a page more of each kind. */
import { PAGE_KINDS } from '../../scripts/new/request.ts';
import type { EditedContent } from './edited-content.ts';
import { section } from './proposals.ts';

/** Handbooks that a company is likely to want, with their titles. */
const WANTED = [
  ['sales', '销售部'],
  ['purchasing', '采购部'],
  ['training', '培训部'],
] as const;

/** Begins a handbook with the commands that CONTRIBUTING.md shows, and adds a page of each kind to it. */
export function beginHandbook(content: EditedContent): void {
  const isThere = (slug: string) => content.paths.includes(`${slug}/index.mdx`);
  const [slug, title] = WANTED.find(([each]) => !isThere(each)) ?? [];
  if (!slug) throw new Error('All handbooks are there');
  const commands = commandsShown();
  if (commands.length < 1 + PAGE_KINDS.length)
    throw new Error('CONTRIBUTING.md, 1: commands missing');
  for (const words of commands) {
    content.begin(
      ...words.map((word) => (word === '销售部' ? title : word.replace(/^sales/, slug))),
    );
  }
  if (!isThere(slug)) throw new Error(`${slug} was not begun`);
}

/** The words behind `npm run new --`, command by command. */
function commandsShown(): string[][] {
  return [...section(1).matchAll(/`npm run new -- ([^`]+)`/g)].map(([, words = '']) =>
    words.split(' '),
  );
}
