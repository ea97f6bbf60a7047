/** `/search/`: the whole search, linkable as `#q=…`. */
import { PAGE_KINDS, type PageKind } from '../../model/search-data.ts';
import type { Filters } from '../../search/query/index.ts';
import { rememberQuery } from '../../stores/recent-queries.ts';
import { moveThrough } from './keys.ts';
import { startSession } from './session.ts';

/** Quiet time before the address follows, in milliseconds: browsers refuse to change it too often. */
const SETTLE = 250;

/** What a link asks: the query, and which handbook and kind. */
interface Asked extends Filters {
  readonly query: string;
}

/** Wires up the page. */
export function startSearchPage(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-search-page]');
  const input = form?.querySelector<HTMLInputElement>('input[type=search]');
  const status = document.querySelector<HTMLElement>('[data-search-status]');
  const output = document.querySelector<HTMLElement>('[data-search-output]');
  const main = document.querySelector<HTMLElement>('main');
  if (!form || !input || !status || !output || !main) return;
  // It has come.
  output.nextElementSibling?.remove();
  form.hidden = false;

  let writing: ReturnType<typeof setTimeout> | undefined;
  const filters = (): Filters => {
    const data = new FormData(form);
    return readFilters(form, (name) => String(data.get(name) ?? ''));
  };
  const session = startSession({
    input,
    output,
    status,
    perPage: 3,
    level: 2,
    filters,
    onQuery: () => {
      clearTimeout(writing);
      writing = setTimeout(write, SETTLE);
    },
  });
  // Typing changes the address but makes no steps to go back through.
  const write = () => {
    clearTimeout(writing);
    history.replaceState(history.state, '', addressOf({ query: input.value.trim(), ...filters() }));
  };
  const sayChosen = foldFilters(form);
  const follow = () => {
    const asked = readAddress(form);
    choose(form, asked);
    sayChosen();
    input.value = asked.query;
    session.refresh();
  };

  form.addEventListener('change', (event) => {
    if (event.target === input) return;
    sayChosen();
    session.refresh();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (session.isComposing()) return;
    rememberQuery(input.value);
    write();
    void session.first().then((link) => link?.focus());
  });
  moveThrough(main, input, session);
  window.addEventListener('hashchange', follow);
  main.addEventListener('click', write, { capture: true });
  keepScroll(() => session.first());
  follow();
  write();
  if (input.value === '') input.focus();
}

/** What the address asks; a `?q=` from elsewhere becomes `#q=`, which no host gets to see. */
function readAddress(form: HTMLFormElement): Asked {
  const given = new URLSearchParams(location.search);
  const own = new URLSearchParams(location.hash.slice(1));
  const source = own.has('q') || !given.has('q') ? own : given;
  return { query: source.get('q') ?? '', ...readFilters(form, (name) => source.get(name) ?? '') };
}

function addressOf({ query, handbook, kind }: Asked): string {
  const parts = new URLSearchParams();
  if (query) parts.set('q', query);
  if (handbook) parts.set('handbook', handbook);
  if (kind) parts.set('kind', kind);
  const text = parts.toString();
  return text ? `${location.pathname}#${text}` : location.pathname;
}

/** The handbooks are those that the form offers. */
function readFilters(form: HTMLFormElement, read: (name: string) => string): Filters {
  const offered = [...form.querySelectorAll<HTMLInputElement>('input[name=handbook]')];
  return {
    handbook: offered.find(({ value }) => value && value === read('handbook'))?.value,
    kind: PAGE_KINDS.find((kind): kind is PageKind => kind === read('kind')),
  };
}

function choose(form: HTMLFormElement, { handbook, kind }: Asked): void {
  for (const radio of form.querySelectorAll<HTMLInputElement>('input[type=radio]')) {
    radio.checked = radio.value === ((radio.name === 'kind' ? kind : handbook) ?? '');
  }
}

/**
 * Wires up the line that the filters fold into on a narrow screen.
 *
 * @returns what writes the choices into the line
 */
function foldFilters(form: HTMLFormElement): () => void {
  const fold = form.querySelector<HTMLButtonElement>('[data-search-fold]');
  const chosen = form.querySelector<HTMLElement>('[data-search-chosen]');
  fold?.addEventListener('click', () => {
    fold.setAttribute('aria-expanded', String(fold.getAttribute('aria-expanded') !== 'true'));
  });
  return () => {
    const checked = [...form.querySelectorAll<HTMLInputElement>('input[type=radio]:checked')];
    const words = checked.map(({ dataset }) => dataset['chosen']).join('，');
    if (chosen) chosen.textContent = words;
  };
}

/** The results are drawn after the browser has put the page where it was: put it there again. */
function keepScroll(drawn: () => Promise<unknown>): void {
  window.addEventListener('pagehide', () => {
    history.replaceState({ scroll: window.scrollY }, '');
  });
  const { scroll } = (history.state ?? {}) as { scroll?: number };
  if (scroll) queueMicrotask(() => void drawn().then(() => window.scrollTo(0, scroll)));
}
