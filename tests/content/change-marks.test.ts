/** What the newest edition changed bears a mark where it stands, on each page of the build. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { currentName } from '../../src/model/moves.ts';
import { parseReference } from '../../src/model/reference.ts';
import { changedReferences, editionSchema } from '../../src/schemas/edition.ts';
import { registerSchema } from '../../src/schemas/register.ts';
import { attribute, readBuiltSite, type Element } from './built-site.ts';

const FOLDER = 'content/editions';
// On paper they lead nowhere.
const pages = readBuiltSite(process.env['ROOT_DIST'] ?? '').filter(
  ({ address }) => !address.startsWith('/print/'),
);
const newest = readdirSync(FOLDER)
  .map((file) => editionSchema.parse(parse(readFileSync(join(FOLDER, file), 'utf8'))))
  .reduce((a, b) => (a.number > b.number ? a : b));
const { moved } = registerSchema.parse(parse(readFileSync('content/ids.yaml', 'utf8')));

test.skipIf(newest.number === 1)(
  'all that the newest edition changed and that is still there bears its mark, once',
  () => {
    const references = new Set(
      newest.changes.flatMap(changedReferences).map((reference) => currentName(moved, reference)),
    );
    let count = 0;
    for (const { address, elements } of pages) {
      const ids = new Set(
        elements.filter((each) => !isDeparted(each)).map((each) => attribute(each, 'id')),
      );
      const own = [...references].map(parseReference).filter(({ page }) => `/${page}/` === address);
      const items = own.filter(({ id }) => id !== undefined && ids.has(id));
      const hasOwn = own.some(({ id }) => id === undefined);
      const marks = elements.filter((each) => attribute(each, 'class') === 'changed');
      expect(marks.length, address).toBe(items.length + (hasOwn ? 1 : 0));
      count += marks.length;
    }
    expect(count).toBeGreaterThan(0);
  },
);

/** In the list of what is no longer on a page. */
function isDeparted(element: Element): boolean {
  for (let node: unknown = element; node; node = (node as { parentNode?: unknown }).parentNode) {
    if ('attrs' in (node as object) && attribute(node as Element, 'class') === 'departed') return true;
  }
  return false;
}
