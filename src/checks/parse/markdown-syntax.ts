/**
 * The Markdown that the handbooks are written in, for the build and for the editor's checks alike: what
 * one of them takes for a mark, the other must.
 */
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkCjkFriendlyGfmStrikethrough from 'remark-cjk-friendly-gfm-strikethrough';
import remarkGfm from 'remark-gfm';
import type { PluggableList } from 'unified';

/** Of a range such as 3~5 a single tilde is no mark. */
const TILDES = { singleTilde: false };

/** Tables, and marks that work between Chinese characters. */
export const MARKDOWN_SYNTAX = [
  [remarkGfm, TILDES],
  remarkCjkFriendly,
  [remarkCjkFriendlyGfmStrikethrough, TILDES],
] satisfies PluggableList;
