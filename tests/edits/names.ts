/** Section 6 of CONTRIBUTING.md: what gets another name, or another place. */
import type { EditedContent } from './edited-content.ts';
import { lineFor } from './proposals.ts';

/** What a new name ends in; what has it already is left alone. */
const ANEW = '-anew';

/** Where the items of a section stand: duties, steps, points, rules. */
const ITEMS = [
  ['roles', /^ {6}- id: ((?!.*-anew$)[a-z]+-[a-z-]+)$/m],
  ['workflows', /^ {6}- id: ((?!.*-anew$)[a-z]+-[a-z-]+)$/m],
  ['techniques', /^ {2}- id: ((?!.*-anew$)[a-z]+-[a-z-]+)$/m],
  ['rules', /^ {2}- id: ((?!.*-anew$)[a-z]+-[a-z-]+)$/m],
] as const;

/** Gives an item of each section another id; the check knows where it went. */
export function renameItem(content: EditedContent): void {
  for (const [section, item] of ITEMS) {
    const page = content.pages(section).find(({ ref }) => !ref.endsWith(ANEW));
    const id = item.exec(page?.text ?? '')?.[1];
    if (!page || !id) throw new Error(`No item in ${section}`);
    const anew = `${id}${ANEW}`;
    const { ref } = page;
    content.write(
      page.path,
      page.text.replace(new RegExp(`(?<![\\w-])${id}(?![\\w-])`, 'g'), anew),
    );
    for (const path of content.paths.filter((each) => each !== 'ids.yaml')) {
      const text = content.read(path);
      const put = text.replace(new RegExp(`(${ref}/?#)${id}(?![\\w-])`, 'g'), `$1${anew}`);
      if (put !== text) content.write(path, put);
    }
    content.touch(page.path);
    if (content.paste('moved', `${ref}#${anew}`) !== 1)
      throw new Error(`${ref}#${id}: not one line to paste`);
    content.note(lineFor(`${ref}#${anew}`, 'moved'));
    // Other pages that name the item, and say so in their texts.
    content.paste('change-without-entry');
    content.register();
  }
}

/** Gives a technique's page another address; links and lists follow. */
export function movePage(content: EditedContent): void {
  const pages = content.pages('techniques').filter(({ ref }) => !ref.endsWith(ANEW));
  const page = pages.find(({ ref }) =>
    pages.every((each) => each.ref === ref || !each.ref.startsWith(ref)),
  );
  if (!page) throw new Error('No technique');
  const [handbook, , slug] = page.ref.split('/');
  const anew = `${page.ref}${ANEW}`;
  content.move(page.ref, anew);
  const path = `${anew}.mdx`;
  for (const other of content.paths.filter((each) => each.startsWith(`${handbook}/`))) {
    const text = content.read(other);
    const put = text.replace(/^ *(?:techniques|forms|day|week|month|quarter): \[.*\]$/gm, (line) =>
      line.replace(new RegExp(`(?<![\\w/-])${slug}(?![\\w-])`, 'g'), `${slug}${ANEW}`),
    );
    if (put !== text) content.write(other, put);
  }
  content.touch(path);
  if (content.paste('moved', anew) !== 1) throw new Error(`${page.ref}: not one line to paste`);
  content.note(lineFor(anew, 'moved'));
  content.paste('change-without-entry');
  content.register();
}
