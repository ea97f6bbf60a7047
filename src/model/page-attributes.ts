/**
 * Attributes by which the markup of a page tells what a part of it is, to the programs that read built
 * pages: the index of the search, the printed handbook, the splitting of prose. Classes are for the
 * style sheets alone. Templates write them out by these names.
 */

/** On what has a use on screen only: neither text of the handbooks nor of any use on paper. */
export const SCREEN_ONLY = 'data-screen-only';

/** `off` on what is read and printed but is no text of its own: labels, copies, whole pages. */
export const SEARCH = 'data-search';

/** On the list of a term's handbooks; each child that is one names it in `data-hue`. */
export const TERM_HANDBOOKS = 'data-term-handbooks';

/** On the frame of a heading of the author's prose: the heading's level. */
export const HEADING_LEVEL = 'data-heading-level';
