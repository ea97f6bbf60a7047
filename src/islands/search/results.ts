/** Draws an answer: pages in order, below each its places, texts as they come. */
import { href } from '../../model/address';
import type { Answer, FoundPage, FoundPlace, Search } from '../../search/query';
import { excerptOf, markTerms, type Piece } from '../../search/query';
import { FOUND, handOver } from '../../stores/found-phrase';
import { make } from './dom';
import { KIND_LABEL, letterOf } from './labels';

/** Places whose texts load at once; the others' load when they come near the screen. */
const FIRST = 20;

/** Pages drawn at once; a large site's others follow right after, without holding up the typing. */
const BATCH = 80;

/** How near, in pixels. */
const NEAR = '400px';

export interface ResultsOptions {
  /** Places shown of one page before 还有. */
  readonly perPage: number;
  /** Level of the groups' headings: 2 or 3. */
  readonly level: 2 | 3;
  /** Called when a result is followed. */
  readonly onFollow: (query: string) => void;
}

type Match = 'exact' | 'related';

/**
 * Draws the answer.
 *
 * @returns the element; when all hits are listed in it; when the first texts stand
 */
export function drawResults(
  answer: Answer,
  search: Search,
  options: ResultsOptions,
): { element: HTMLElement; listed: Promise<unknown>; filled: Promise<unknown> } {
  const waiting: (() => Promise<void>)[] = [];
  const near = observeNear();
  const later: Promise<void>[] = [];
  const draw = (pages: readonly FoundPage[], match: Match) => {
    const list = make('ol', { class: 'hits' });
    const add = (from: number) =>
      list.append(...pages.slice(from, from + BATCH).map((found) => drawPage(found, match)));
    add(0);
    later.push(inTurns(list, pages.length, add));
    return list;
  };

  const drawPage = (found: FoundPage, match: Match): HTMLElement => {
    const rows = found.places
      .slice(0, options.perPage)
      .map((place) => drawPlace(found, place, match));
    const list = make('ul', { class: 'hit__places' }, ...rows);
    const { page } = found;
    const hit = make('li', { class: 'hit', 'data-hue': page.handbook || undefined });
    hit.append(pageLine(found), list);
    const hidden = found.places.slice(options.perPage);
    if (hidden.length > 0) {
      const more = make(
        'button',
        { type: 'button', class: 'hit__more' },
        `还有 ${hidden.length} 处`,
      );
      more.addEventListener('click', () => {
        const added = hidden.map((place) => drawPlace(found, place, match));
        list.append(...added);
        more.remove();
        added[0]?.querySelector('a')?.focus();
      });
      hit.append(more);
    }
    return hit;
  };

  const drawPlace = (found: FoundPage, { place }: FoundPlace, match: Match): HTMLElement => {
    const title = make('span', { class: 'place__title' }, found.page.title);
    const text = make('span', { class: 'place__text' }, '……');
    const link = make(
      'a',
      { class: 'place', href: href(found.page.path), 'data-match': match, 'data-waiting': true },
      title,
      text,
    );
    let filling: Promise<void> | undefined;
    const fill = () => (filling ??= fillPlace());
    const fillPlace = async () => {
      const read = await search.read(place);
      const [id, name] = read;
      if (id) link.setAttribute('href', href(`${found.page.path}#${encodeURIComponent(id)}`));
      title.replaceChildren(...nodes(markTerms(name, answer.terms)));
      text.replaceChildren(...nodes(excerptOf(read, answer.terms)));
      link.removeAttribute('data-waiting');
    };
    link.addEventListener('click', (event) => {
      options.onFollow(answer.query);
      handOver(
        { path: link.pathname, terms: answer.terms.map((term) => term.join('')) },
        Date.now(),
      );
      // Once the browser has followed the link, should it lead to the page that is open.
      setTimeout(() => window.dispatchEvent(new Event(FOUND)));
      if (!link.hasAttribute('data-waiting') || event.ctrlKey || event.metaKey) return;
      // Its id is not known yet: a moment, and then to the very place.
      event.preventDefault();
      void fill()
        .catch(() => undefined)
        .then(() => location.assign(link.href));
    });
    if (waiting.length < FIRST) waiting.push(fill);
    else near(link, fill);
    return make('li', {}, link);
  };

  const element = make('div', { class: 'results' });
  if (answer.exact.length > 0) {
    element.append(make(`h${options.level}`, { class: 'visually-hidden' }, '写着这些字的地方'));
    element.append(draw(answer.exact, 'exact'));
  }
  if (answer.related.length > 0) {
    element.append(make(`h${options.level}`, { class: 'results__related' }, '相关'));
    element.append(draw(answer.related, 'related'));
  }
  return {
    element,
    listed: Promise.all(later),
    filled: Promise.allSettled(waiting.map((fill) => fill())),
  };
}

/** Draws the further batches, one a task, for as long as the list is shown. */
async function inTurns(list: Element, count: number, add: (from: number) => void): Promise<void> {
  for (let from = BATCH; from < count; from += BATCH) {
    await new Promise((resolve) => setTimeout(resolve));
    if (!list.isConnected) return;
    add(from);
  }
}

function pageLine({ page, places }: FoundPage): HTMLElement {
  const letter = letterOf(page.kind);
  const kind = make('span', { class: 'hit__kind' });
  if (letter) kind.append(make('span', { class: 'letter' }, letter));
  kind.append(KIND_LABEL[page.kind]);
  const handbook = page.handbook && HANDBOOK_SHORT[page.handbook];
  return make(
    'p',
    { class: 'hit__page' },
    make('span', { class: 'hit__title' }, page.title),
    kind,
    ...(handbook ? [make('span', { class: 'tag' }, handbook)] : []),
    make('span', { class: 'hit__count' }, `${places.length} 处`),
  );
}

/** The handbooks' departments, short enough for a tag. */
const HANDBOOK_SHORT = {
  agency: '广告公司',
  service: '客户服务部',
  'key-accounts': '重客部',
} as const;

function nodes(pieces: readonly Piece[]): (Node | string)[] {
  return pieces.map(({ text, mark }) => (mark ? make('mark', {}, text) : text));
}

/** Calls back once, when an element comes near the screen. */
function observeNear(): (element: Element, call: () => Promise<void>) => void {
  const calls = new WeakMap<Element, () => Promise<void>>();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting) continue;
        observer.unobserve(target);
        calls
          .get(target)?.()
          .catch(() => undefined);
      }
    },
    { rootMargin: NEAR },
  );
  return (element, call) => {
    calls.set(element, call);
    observer.observe(element);
  };
}
