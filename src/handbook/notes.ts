/**
 * Places an author's notes under their items. `<Step id="…">` in the MDX body renders its prose
 * between two markers; the page takes the rendered body apart again.
 */
import { HEADING_LEVEL } from '../model/page-attributes.ts';

export interface SplitBody {
  /** What stands before the first heading, notes left out. */
  readonly intro: string;
  /** From the first heading on, notes left out. */
  readonly rest: string;
  /** Prose of each note, by item id. */
  readonly notes: ReadonlyMap<string, string>;
}

/** The marker that opens a note's prose in rendered HTML. */
export function noteOpen(id: string): string {
  return `<!--note ${id}-->`;
}

/** The marker that closes a note's prose. */
export const NOTE_CLOSE = '<!--/note-->';

/** A heading of the second level, or the frame that it stands in with its link. */
const FIRST_HEADING = new RegExp(`<(?:h2[\\s>]|div [^>]*${HEADING_LEVEL}="2")`);

/** Takes a rendered body apart into introduction, notes and the rest. */
export function splitBody(html: string): SplitBody {
  const notes = new Map<string, string>();
  const prose = html.replace(
    /<!--note ([a-z0-9-]+)-->([\s\S]*?)<!--\/note-->/g,
    (_, id: string, note: string) => {
      notes.set(id, note.trim());
      return '';
    },
  );
  const heading = prose.search(FIRST_HEADING);
  const at = heading < 0 ? prose.length : heading;
  return { intro: prose.slice(0, at).trim(), rest: prose.slice(at).trim(), notes };
}
