/** The lines that checks and CONTRIBUTING.md propose, filled in as an editor fills them in. */
import { readFileSync } from 'node:fs';

/** What stands for what the editor has to write. */
const BLANKS: readonly (readonly [RegExp, string])[] = [
  [/what: 改了什么。?/, 'what: 说法改得更清楚。'],
  [/why: 为什么(停用)?。?/, 'why: 原来的说法有人看错。'],
  [/material: true 或 false/, 'material: false'],
  [/since: (日期|\d{4}-\d\d-\d\d)/, 'since: TODAY'],
];

/**
 * The line that a text proposes, filled in.
 *
 * @param text of a check, or a part of CONTRIBUTING.md
 * @param first field of the line: `ref`, `from`
 * @param today for `since`
 * @returns the line as it is pasted into a list
 * @throws Error when the text proposes none
 */
export function fillIn(text: string, first: string, today: string): string {
  const line = new RegExp(`\\{ ${first}: .*? \\}`).exec(text)?.[0];
  if (line === undefined) throw new Error(`No line { ${first}: … } in: ${text}`);
  const filled = BLANKS.reduce((made, [blank, put]) => made.replace(blank, put), line);
  return `  - ${filled.replace('TODAY', today)}`;
}

/** The line for a change that CONTRIBUTING.md shows, for another reference and of another kind. */
export function lineFor(ref: string, kind: 'added' | 'changed' | 'moved' | 'retired'): string {
  const shown = /^ *` {2}- (\{ ref: \S+#\S+, kind: changed, .*\})`$/m.exec(section(2))?.[1];
  if (shown === undefined) throw new Error('CONTRIBUTING.md, 2: no line for a change');
  return `  - ${shown.replace(/ref: [^,]+/, `ref: ${ref}`).replace('kind: changed', `kind: ${kind}`)}`;
}

/** The line for several items of a page that CONTRIBUTING.md shows, for those of another page. */
export function lineForItems(page: string, ids: readonly string[]): string {
  const [first] = ids;
  if (ids.length < 2) return lineFor(`${page}#${first ?? ''}`, 'changed');
  const shown = /^ *` {2}- (\{ ref: \S+, items: \[.*\], kind: changed, .*\})`$/m.exec(
    section(2),
  )?.[1];
  if (shown === undefined) throw new Error('CONTRIBUTING.md, 2: no line for several items');
  const line = shown.replace(/ref: [^,]+/, `ref: ${page}`);
  return `  - ${line.replace(/items: \[.*?\]/, `items: [${ids.join(', ')}]`)}`;
}

/** A section of CONTRIBUTING.md, by its number or its heading. @throws Error when it is not there */
export function section(name: number | string): string {
  const text = readFileSync('CONTRIBUTING.md', 'utf8');
  const heading = typeof name === 'number' ? `${name}\\. ` : name;
  const found = new RegExp(`^## ${heading}[^]*?(?=^## |$(?![^]))`, 'm').exec(text)?.[0];
  if (!found) throw new Error(`CONTRIBUTING.md has no section ${name}`);
  return found;
}
