/** Draws an answer: pages in order, below each its places, texts as they come. */
import type { Answer, FoundPage, FoundPlace, Search } from '../../search/query/index.ts';
import { make } from '../shared/make.ts';
import { KIND_LABEL, letterOf } from './labels.ts';
import { drawLink, type Match } from './place.ts';

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

export interface Drawn {
  readonly element: HTMLElement;
  /** Kept when all hits are listed. */
  readonly listed: Promise<unknown>;
  /** Kept when the first texts stand. */
  readonly filled: Promise<unknown>;
  /** Lets go of the element; to be called before it is taken off the page. */
  readonly dispose: () => void;
}

/** Draws the answer. */
export function drawResults(answer: Answer, search: Search, options: ResultsOptions): Drawn {
  const waiting: (() => Promise<void>)[] = [];
  const { near, dispose } = observeNear();
  const later: Promise<void>[] = [];
  const asTyped = new Set(answer.exact.flatMap(({ places }) => places.map(({ place }) => place)));
  const matchOf = ({ place }: FoundPlace): Match => (asTyped.has(place) ? 'exact' : 'related');
  const draw = (pages: readonly FoundPage[]) => {
    const list = make('ol', { class: 'hits' });
    list.append(...pages.slice(0, BATCH).map(drawPage));
    const add = (from: number) => list.append(...pages.slice(from, from + BATCH).map(drawBrief));
    later.push(inTurns(list, pages.length, add));
    return list;
  };

  const drawPage = (found: FoundPage): HTMLElement => {
    const rows = found.places.slice(0, options.perPage).map((place) => drawPlace(found, place));
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
        const added = hidden.map((place) => drawPlace(found, place));
        list.append(...added);
        more.remove();
        added[0]?.querySelector('a')?.focus();
      });
      hit.append(more);
    }
    return hit;
  };

  const drawPlace = (found: FoundPage, place: FoundPlace): HTMLElement => {
    const match = matchOf(place);
    const { link, fill } = drawLink(found, place, match, answer, search, options.onFollow);
    if (waiting.length < FIRST) waiting.push(fill);
    else near(link, fill);
    return make('li', {}, link);
  };

  // A large site's further pages: a line each, which becomes the whole when it comes near the screen.
  const drawBrief = (found: FoundPage): HTMLElement => {
    const [best] = found.places;
    const link =
      best && drawLink(found, best, matchOf(best), answer, search, options.onFollow).link;
    const hit = make('li', { class: 'hit' }, ...(link ? [link] : []));
    near(hit, async () => {
      const hadFocus = hit.contains(document.activeElement);
      const whole = drawPage(found);
      hit.replaceWith(whole);
      if (hadFocus) whole.querySelector('a')?.focus();
    });
    return hit;
  };

  const element = make('div', { class: 'results' });
  // What is asked is answered by the likeliest pages, with those that have it as it was typed among them.
  const first = answer.likely.length > 0 ? answer.likely : answer.exact;
  if (first.length > 0) {
    const name = answer.likely.length > 0 ? '可能有答案的地方' : '写着这些字的地方';
    element.append(make(`h${options.level}`, { class: 'visually-hidden' }, name), draw(first));
  }
  if (answer.related.length > 0) {
    element.append(make(`h${options.level}`, { class: 'results__related' }, '相关'));
    element.append(draw(answer.related));
  }
  return {
    element,
    listed: Promise.all(later),
    filled: Promise.allSettled(waiting.map((fill) => fill())),
    dispose,
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
  kind.append(icon(page.kind), KIND_LABEL[page.kind]);
  return make(
    'p',
    { class: 'hit__page' },
    make('span', { class: 'hit__title' }, page.title),
    kind,
    ...(page.tag ? [make('span', { class: 'tag' }, icon(page.handbook), page.tag)] : []),
    make('span', { class: 'hit__count' }, `${places.length} 处`),
  );
}

/** The sign of a handbook or a kind; nothing where it has none. */
function icon(of: string): HTMLElement {
  return make('span', { class: 'icon', 'data-icon': of, 'aria-hidden': 'true' });
}

/** Calls back once, when an element comes near the screen. */
function observeNear() {
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
  const near = (element: Element, call: () => Promise<void>): void => {
    calls.set(element, call);
    observer.observe(element);
  };
  return { near, dispose: () => observer.disconnect() };
}
