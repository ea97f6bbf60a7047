/**
 * The pages of editions, for who was here before: what concerns one's own roles comes first, and what came
 * since the last visit is said. Done while the page is hidden (`stores/hide-until-desk.ts`): nothing moves.
 */
import { make } from '../islands/shared/make.ts';
import { targetElement } from '../islands/shared/target-element.ts';
import { isNamed, type Named } from '../model/former-name.ts';
import { isAfter, newsSince, newsWords, type News } from '../model/news.ts';
import { rolesIn } from '../model/own-roles.ts';
import { settingName } from '../model/setting-names.ts';
import { readBestEffort } from '../stores/best-effort-storage.ts';
import { isPageHidden, showPage } from '../stores/hide-until-desk.ts';
import { noteSeenEdition, readSeenEdition } from '../stores/seen-edition.ts';

interface Own {
  /** All roles, in the order to which the pages' `data-for` counts. */
  readonly roles: readonly (Named & { readonly title: string })[];
  /** The newest edition first; none on the pages of one edition. */
  readonly news: readonly News[];
}

/** Arranges the page, and shows it; one that stands already is left as it is. */
export function showOwnChanges(): void {
  const main = document.querySelector<HTMLElement>('.editions');
  if (!main || !isPageHidden()) return;
  const { roles, news } = JSON.parse(main.dataset['own'] ?? '{}') as Own;
  const mine = ownPlaces(roles);
  putOwnFirst(main, mine);
  tellNews(main, news, (first) =>
    mine.map((place) => [roles[place]?.title ?? '', first.own[place] ?? 0]),
  );
  showPage();
  targetElement()?.scrollIntoView();
}

/** The reader's roles, as places among all. */
function ownPlaces(roles: Own['roles']): number[] {
  const first = readBestEffort(settingName('role'));
  const further = readBestEffort(settingName('also'));
  const places = rolesIn({ first, further }).map((name) =>
    roles.findIndex((role) => isNamed(role, name)),
  );
  return [...new Set(places)].filter((place) => place >= 0);
}

/** Pages that concern the reader come first in their handbook, marked; such a handbook before the others. */
function putOwnFirst(main: HTMLElement, mine: readonly number[]): void {
  const isOwn = (element: Element) =>
    (element.getAttribute('data-for') ?? '')
      .split(' ')
      .some((each) => each && mine.includes(+each));
  for (const list of main.querySelectorAll('[data-own-first]')) {
    const own = [...list.children].filter(isOwn);
    for (const page of own) {
      const name = page.querySelector('h3, h4, a');
      const tag = make('span', { class: 'tag' }, '我的岗位');
      if (name?.matches('a')) name.after(' ', tag);
      else name?.append(' ', tag);
    }
    list.prepend(...own);
  }
  for (const section of main.querySelectorAll(':scope > section')) {
    const handbooks = [...section.querySelectorAll(':scope > .changes__handbook')];
    const [first] = handbooks;
    const own = handbooks.filter((each) => [...each.querySelectorAll('[data-for]')].some(isOwn));
    if (own[0] && own[0] !== first) first?.before(...own);
  }
}

/** 自您上次来以后, until it is put away. */
function tellNews(
  main: HTMLElement,
  news: readonly News[],
  ownOf: (first: News) => [string, number][],
): void {
  const seen = readSeenEdition();
  const first = newsSince(news, seen);
  const newest = news[0]?.edition;
  if (!first || newest === undefined || seen === undefined) return;
  const away = make('button', { type: 'button', class: 'button' }, '知道了');
  const note = make(
    'p',
    { class: 'notice editions__since', 'data-search': 'off' },
    make('strong', {}, '自您上次来以后'),
    `，${newsWords(first, newest, ownOf(first))} `,
    away,
  );
  const tags = news
    .filter((each) => isAfter(each, seen))
    .flatMap(({ edition }) => {
      const heading = document.getElementById(`edition-${edition}`);
      const tag = make('span', { class: 'tag' }, '上次来以后');
      heading?.append(' ', tag);
      return tag;
    });
  away.addEventListener('click', () => {
    noteSeenEdition(newest);
    for (const each of [note, ...tags]) each.remove();
    main.focus({ preventScroll: true });
  });
  main.querySelector('.lead')?.after(note);
}
