import { nearest } from './nearest.ts';

/**
 * 「是不是想写“…”？」 for the page that a mistyped reference or address probably means: a similar one,
 * or one of the same name in another place. Nothing when there is none.
 */
export function guessPage(written: string, pages: Iterable<string>): string {
  const all = [...pages];
  const guess = nearest(written, all) ?? all.find((page) => nameIn(page) === nameIn(written));
  return guess === undefined ? '' : `是不是想写“${guess}”？`;
}

/** The last part of a reference or an address. */
function nameIn(page: string): string | undefined {
  return page.split('/').findLast((part) => part !== '');
}
