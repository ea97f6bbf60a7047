/**
 * One search field and what stands below it: asks as one types, drops answers that came too late,
 * keeps still while an input method composes.
 */
import type { Answer, Filters, Search } from '../../search/query/index.ts';
import { cutTexts } from '../../model/phrase.ts';
import { IndexUnreachable, openSearch } from '../../search/query/index.ts';
import { rememberQuery } from '../../stores/recent-queries.ts';
import { make } from '../shared/make.ts';
import { drawIdle, drawNothing, drawUnreachable, shorterQueries } from './messages.ts';
import { drawResults } from './results.ts';

export interface SessionOptions {
  readonly input: HTMLInputElement;
  /** Where results and messages stand. */
  readonly output: HTMLElement;
  /** A live region: how many pages and places there are. */
  readonly status: HTMLElement;
  readonly perPage: number;
  readonly level: 2 | 3;
  readonly filters: () => Filters;
  /** Called whenever the query changes, before it is answered. */
  readonly onQuery?: (query: string) => void;
}

export interface Session {
  /** Puts a query in the field and asks it. */
  ask(query: string): void;
  /** Asks what stands in the field, e.g. with other filters. */
  refresh(): void;
  /** True while an input method composes: Enter belongs to it. */
  isComposing(): boolean;
  /** The best result's link, once the present query is answered. */
  first(): Promise<HTMLAnchorElement | null>;
}

/** Letters, digits and characters that a query has at least. */
const SHORTEST = 2;

/** How long a first load may take before it is spoken of, in milliseconds. */
const PATIENCE = 200;

let opening: Promise<Search> | undefined;

/** One index for the page, loaded when first needed; after a failure it is loaded anew. */
function theSearch(): Promise<Search> {
  opening ??= openSearch();
  opening.catch(() => (opening = undefined));
  return opening;
}

/** Wires up a field. Nothing is loaded before something is typed. */
export function startSession(options: SessionOptions): Session {
  const { input, output, status } = options;
  let composing = false;
  let asked = 0;
  let answered: Promise<unknown> = Promise.resolve();

  let dispose = () => {};

  const show = (element: HTMLElement, words: string, query: string) => {
    dispose();
    output.replaceChildren(element);
    status.textContent = words;
    output.dataset['answered'] = query;
  };

  const showMessage = (element: HTMLElement, words: string, query: string) => {
    show(element, words, query);
    output.dataset['listed'] = query;
    output.dataset['filled'] = query;
  };

  const run = async () => {
    const mine = ++asked;
    const query = input.value.trim();
    options.onQuery?.(query);
    if (cutTexts(query).length < SHORTEST) {
      showMessage(drawIdle(session.ask), query && '再打一个字', query);
      return;
    }
    const late = setTimeout(() => {
      if (mine === asked) status.textContent = '正在载入索引……';
    }, PATIENCE);
    try {
      const search = await theSearch();
      const answer = await search.answer(query, options.filters());
      // A later query has been asked: this answer is stale.
      if (mine !== asked) return;
      clearTimeout(late);
      if (isEmpty(answer)) {
        const parts = await findable(shorterQueries(query), search, options.filters());
        if (mine !== asked) return;
        showMessage(drawNothing(query, parts, session.ask), `没有找到“${query}”`, query);
        return;
      }
      const drawn = drawResults(answer, search, {
        perPage: options.perPage,
        level: options.level,
        onFollow: rememberQuery,
      });
      show(drawn.element, countWords(answer), query);
      ({ dispose } = drawn);
      await drawn.listed;
      if (mine === asked) output.dataset['listed'] = query;
      await drawn.filled;
      if (mine === asked) output.dataset['filled'] = query;
    } catch (error) {
      if (mine !== asked) return;
      if (!(error instanceof IndexUnreachable)) throw error;
      opening = undefined;
      showMessage(drawUnreachable(session.refresh), '搜索的索引没有取到', query);
    } finally {
      clearTimeout(late);
    }
  };

  const session: Session = {
    ask(query) {
      input.value = query;
      input.focus();
      session.refresh();
    },
    refresh() {
      delete output.dataset['listed'];
      delete output.dataset['filled'];
      answered = run();
    },
    isComposing: () => composing,
    async first() {
      await answered;
      return output.querySelector<HTMLAnchorElement>('a[data-match]');
    },
  };

  input.addEventListener('compositionstart', () => (composing = true));
  input.addEventListener('compositionend', () => {
    composing = false;
    session.refresh();
  });
  input.addEventListener('input', (event) => {
    if (!composing && !(event as InputEvent).isComposing) session.refresh();
  });
  output.replaceChildren(make('p', { class: 'quiet' }));
  return session;
}

function isEmpty({ exact, likely, related }: Answer): boolean {
  return exact.length + likely.length + related.length === 0;
}

/** Those of several queries that find something: nothing else is offered. */
async function findable(
  queries: readonly string[],
  search: Search,
  filters: Filters,
): Promise<string[]> {
  const answers = await Promise.all(queries.map((query) => search.answer(query, filters)));
  return queries.filter((_, at) => answers[at] && !isEmpty(answers[at]));
}

/** Readings of pinyin that are spoken of. */
const MOST_READINGS = 3;

function countWords({ query, exact, likely, related, spelt }: Answer): string {
  const places = exact.reduce((sum, found) => sum + found.places.length, 0);
  if (likely.length > 0) {
    const typed = exact.length > 0 ? `，${exact.length} 页有原话` : '';
    return `“${query}”：${likely.length} 页可能有答案${typed}`;
  }
  if (exact.length > 0) return `“${query}”：${exact.length} 页，${places} 处`;
  if (spelt.length > 0) {
    const readings = spelt.slice(0, MOST_READINGS).map((reading) => `“${reading}”`);
    const others = spelt.length > MOST_READINGS ? '等' : '';
    return `按拼音找到${readings.join('')}${others}，${related.length} 页`;
  }
  return `没有一页写着“${query}”，下面 ${related.length} 页相关`;
}
