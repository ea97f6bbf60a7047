/** One result: a link to a place, whose id, title and excerpt come when its text is read. */
import { href } from '../../model/address.ts';
import type { Answer, FoundPage, FoundPlace, Search } from '../../search/query/index.ts';
import { excerptOf, markTerms, type Piece } from '../../search/query/index.ts';
import { handOver } from '../../stores/found-phrase/handover.ts';
import { PHRASE_PENDING } from '../../stores/found-phrase/pending.ts';
import { make } from '../shared/make.ts';

export type Match = 'exact' | 'related';

/**
 * Draws the link.
 *
 * @param onFollow called with the query when the link is followed
 * @returns the link, leading to the page; and what reads the text, so that it leads to the place
 */
export function drawLink(
  { page }: FoundPage,
  { place }: FoundPlace,
  match: Match,
  answer: Answer,
  search: Search,
  onFollow: (query: string) => void,
): { link: HTMLAnchorElement; fill: () => Promise<void> } {
  const title = make('span', { class: 'place__title' }, page.title);
  const text = make('span', { class: 'place__text' }, '……');
  const link = make(
    'a',
    { class: 'place', href: href(page.path), 'data-match': match, 'data-waiting': true },
    title,
    text,
  );
  let filling: Promise<void> | undefined;
  const fill = () => (filling ??= fillLink().catch(failed));
  const failed = (error: unknown) => {
    // The next time it is asked for anew.
    filling = undefined;
    text.replaceChildren('这一处的文字没有取到，可以点开看。');
    throw error;
  };
  const fillLink = async () => {
    const read = await search.read(place);
    const [id, name] = read;
    if (id) link.setAttribute('href', href(`${page.path}#${encodeURIComponent(id)}`));
    title.replaceChildren(...nodes(markTerms(name, answer.terms)));
    text.replaceChildren(...nodes(excerptOf(read, answer.terms)));
    link.removeAttribute('data-waiting');
  };
  link.addEventListener('click', (event) => {
    onFollow(answer.query);
    const terms = answer.terms.map((term) => term.join(''));
    handOver({ path: link.pathname, terms }, Date.now());
    // Once the browser has followed the link, should it lead to the page that is open.
    setTimeout(() => window.dispatchEvent(new Event(PHRASE_PENDING)));
    if (!link.hasAttribute('data-waiting') || event.ctrlKey || event.metaKey) return;
    // Its id is not known yet: a moment, and then to the very place.
    event.preventDefault();
    void fill()
      .catch(() => undefined)
      .then(() => location.assign(link.href));
  });
  return { link, fill };
}

function nodes(pieces: readonly Piece[]): (Node | string)[] {
  return pieces.map(({ text, mark }) => (mark ? make('mark', {}, text) : text));
}
