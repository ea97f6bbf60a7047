/** The places that are still to be written: no fault, but told, and shown on the page. */
import { UNWRITTEN } from '../model/unwritten.ts';
import { textRuns } from './parse/md-text.ts';
import type { SourcePage } from './parse/source-page.ts';
import type { Place } from './problem.ts';
import type { ContentTree } from './content-tree.ts';

/** How many of them a report names. */
const SHOWN = 20;

/** Every place to be written in the content, in the order of files and lines. */
export function unwrittenPlaces({ texts, data }: ContentTree): Place[] {
  const fields = [...data.values(), ...texts.flatMap(({ front }) => front ?? [])]
    .flatMap((root) => root.descendants())
    .flatMap((field) => (field.text?.includes(UNWRITTEN) ? field.place : []));
  return [...fields, ...texts.flatMap(inProse)].sort((a, b) =>
    a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1,
  );
}

function inProse({ file, body }: SourcePage): Place[] {
  return (body ? textRuns(body) : []).flatMap(({ text, lineAt }) =>
    [...text.matchAll(new RegExp(UNWRITTEN, 'g'))].map(({ index }) => ({
      file,
      line: lineAt(index),
    })),
  );
}

/** What the build says of them; nothing when all is written. */
export function unwrittenReport(tree: ContentTree): string | undefined {
  const places = unwrittenPlaces(tree);
  if (places.length === 0) return undefined;
  const lines = places.slice(0, SHOWN).map(({ file, line }) => `  ${file}:${line}`);
  const rest = places.length > SHOWN ? [`  另外 ${places.length - SHOWN} 处`] : [];
  return [
    `待写 ${places.length} 处（“${UNWRITTEN}”起头，网页上有点线框）：`,
    ...lines,
    ...rest,
  ].join('\n');
}
