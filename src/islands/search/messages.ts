/** What the search says when there is nothing to list. */
import { href } from '../../model/address.ts';
import { clearRecentQueries, readRecentQueries } from '../../stores/recent-queries.ts';
import { isHan } from '../../model/phrase.ts';
import { sayLate } from '../shared/say-late.ts';
import { make } from '../shared/make.ts';

/** Before anything is typed: what was searched lately. */
export function drawIdle(ask: (query: string) => void): HTMLElement {
  const element = make('div', { class: 'search-idle' });
  const recent = readRecentQueries();
  if (recent.length > 0) {
    const clear = make('button', { type: 'button', class: 'search-idle__clear' }, '清除');
    clear.addEventListener('click', () => {
      clearRecentQueries();
      element.replaceWith(drawIdle(ask));
    });
    element.append(
      make('p', { class: 'search-idle__head' }, make('span', {}, '最近搜过'), clear),
      drawChoices(recent, ask),
    );
  }
  element.append(
    make(
      'p',
      { class: 'quiet' },
      '打两个以上连着的字，写着这几个字的地方都会列出来；几个词用空格隔开。也可以直接问，例如“谁签字”；或者打拼音、首字母，例如 kehudangan、khda。',
    ),
  );
  return element;
}

/**
 * Nothing has these words: what to try instead.
 *
 * @param parts shorter queries that do find something
 */
export function drawNothing(
  query: string,
  parts: readonly string[],
  ask: (query: string) => void,
): HTMLElement {
  return make(
    'div',
    { class: 'search-nothing' },
    make('p', {}, `没有找到“${query}”。`),
    ...(parts.length > 0
      ? [make('p', { class: 'quiet' }, '少打几个字试试：'), drawChoices(parts, ask)]
      : []),
    make(
      'p',
      {},
      '也可以看',
      make('a', { href: href('/glossary/') }, '术语表'),
      '，或者从',
      make('a', { href: href('/') }, '首页'),
      '的目录里找。',
    ),
  );
}

/** The index cannot be had. */
export function drawUnreachable(retry: () => void): HTMLElement {
  const button = make('button', { type: 'button', class: 'button' }, '再试一次');
  button.addEventListener('click', retry);
  const place = make('div', { role: 'alert' });
  sayLate(place, '搜索的索引没有取到。');
  return make(
    'div',
    { class: 'search-unreachable' },
    place,
    make('p', {}, button),
    make('p', {}, '在这之前，可以从', make('a', { href: href('/') }, '首页'), '的目录里找。'),
  );
}

function drawChoices(queries: readonly string[], ask: (query: string) => void): HTMLElement {
  const list = make('ul', { class: 'search-choices' });
  for (const query of queries) {
    const button = make('button', { type: 'button' }, query);
    button.addEventListener('click', () => ask(query));
    list.append(make('li', {}, button));
  }
  return list;
}

/** Parts of a query that found nothing, which may find something: its words, or its two halves. */
export function shorterQueries(query: string): string[] {
  const words = query.trim().split(/\s+/u);
  if (words.length > 1) return words.slice(0, 4);
  const characters = [...(words[0] ?? '')];
  // Half of a word in letters is no word.
  if (characters.length < 4 || !characters.every(isHan)) return [];
  const half = Math.ceil(characters.length / 2);
  return [characters.slice(0, half).join(''), characters.slice(half).join('')];
}
