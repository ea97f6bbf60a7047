/** What plans can name, by reference, with its words: from the files of the handbooks (`model/plan-data.ts`). */
import { itemReference } from '../../model/reference.ts';
import type { ListedPlan, TrainingHandbook, TrainingPage } from '../../model/plan-data.ts';
import { cutTexts, findUnits, readQuery } from '../../model/phrase.ts';
import { needsFor } from '../../model/plan-fit.ts';
import type { Need } from '../../model/plan.ts';

/** A page, or an item of one. */
export interface TrainingPlace {
  readonly ref: string;
  readonly text: string;
  readonly page: TrainingPage;
  readonly isItem: boolean;
  /** Root-relative with fragment, without the base. */
  readonly path: string;
}

/** A page as a place. */
export const pagePlace = (page: TrainingPage): TrainingPlace => ({
  ref: page.ref,
  text: page.title,
  page,
  isItem: false,
  path: page.path,
});

/** The items of a page as places. */
export const itemPlaces = (page: TrainingPage): TrainingPlace[] =>
  page.items.map(({ id, text }) => ({
    ref: itemReference(page.ref, id),
    text,
    page,
    isItem: true,
    path: `${page.path}#${id}`,
  }));

/** All places of some handbooks, each page before its items. */
export function placesOf(handbooks: readonly TrainingHandbook[]): TrainingPlace[] {
  return handbooks.flatMap(({ pages }) =>
    pages.flatMap((page) => [pagePlace(page), ...itemPlaces(page)]),
  );
}

/** Duties are practised, everything else is read, unless somebody says otherwise. */
export function usualNeed({ page, isItem }: TrainingPlace): Need {
  return page.section === 'roles' && isItem ? 'practise' : 'read';
}

/** What may be asked of a place. */
export const needsOf = ({ page, isItem }: TrainingPlace) => needsFor(page.section, isItem);

/**
 * The places whose words have all terms of a query, pages first, then those items whose own words have one.
 *
 * @returns none for a query without a letter
 */
export function findPlaces(places: readonly TrainingPlace[], query: string): TrainingPlace[] {
  const readings = readQuery(query);
  if (readings.length === 0 || readings.every((terms) => terms.length === 0)) return [];
  const has = (text: string, term: readonly string[]) => findUnits(cutTexts(text), term).length > 0;
  const found = places.filter(({ text, page, isItem }) =>
    readings.some(
      (terms) =>
        terms.every((term) => has(isItem ? `${text}。${page.title}` : text, term)) &&
        // The page itself stands for what has the page's words alone.
        terms.some((term) => has(text, term)),
    ),
  );
  return [...found.filter(({ isItem }) => !isItem), ...found.filter(({ isItem }) => isItem)];
}

/** What a title can be taken from. */
export interface TitleSource {
  /** As a code has it. */
  readonly titleFrom: string;
  readonly title: string;
}

/** The prefix of a plan that lends its title. */
const PLAN = 'plan:';

/** A published plan by name. */
export type PlanName = Pick<ListedPlan, 'id' | 'title' | 'handbook'>;

/** A published plan as what lends a title, as a code has it. @param id of the plan */
export const titleFromPlan = (id: string) => PLAN + id;

/** The id of the published plan that lends a title; `undefined` where a page or a handbook does. */
export function planOfTitle(titleFrom: string): string | undefined {
  return titleFrom.startsWith(PLAN) ? titleFrom.slice(PLAN.length) : undefined;
}

/** What plans without a title that is known are called. */
export const PLAIN_TITLE = '培训计划';

/** Where titles are looked up, by present names; `undefined` for what is no more. */
export interface Titles {
  /** Of a page or a handbook. */
  readonly page: (ref: string) => string | undefined;
  /** Of a published plan. */
  readonly plan: (id: string) => string | undefined;
}

/** The title of a made plan. @param titleFrom as its code has it, by its present name */
export function titleOf(titleFrom: string, titles: Titles): string {
  const id = planOfTitle(titleFrom);
  const title = id === undefined ? titles.page(titleFrom) : titles.plan(id);
  if (title === undefined) return PLAIN_TITLE;
  return id === undefined ? trainingTitle(title) : ownTitle(title);
}

/** The title that a page or a handbook lends. */
const trainingTitle = (title: string) => `${title} · 培训`;

/** The title that a published plan lends to one that was made from it. */
const ownTitle = (title: string) => `${title} · 自选`;

/** Titles of one kind. */
export interface TitleGroup {
  readonly label: string;
  /** One or more. */
  readonly titles: readonly TitleSource[];
}

/**
 * Titles to choose from, of the handbooks that a plan names.
 *
 * @param places what is in the plan
 */
export function titleGroups(
  places: readonly TrainingPlace[],
  handbooks: readonly TrainingHandbook[],
  plans: readonly PlanName[],
): TitleGroup[] {
  const pages = [...new Set(places.map(({ page }) => page))];
  const books = handbooks.filter((book) => book.pages.some((page) => pages.includes(page)));
  const lent = ({ ref, title }: Pick<TrainingPage, 'ref' | 'title'>): TitleSource => ({
    titleFrom: ref,
    title: trainingTitle(title),
  });
  const isRole = ({ section }: TrainingPage) => section === 'roles';
  const own = plans.filter(({ handbook }) => books.some((book) => book.handbook === handbook));
  const groups = [
    { label: '手册', titles: books.map(({ handbook, title }) => lent({ ref: handbook, title })) },
    { label: '岗位', titles: books.flatMap((book) => book.pages.filter(isRole).map(lent)) },
    {
      label: '现成的计划',
      titles: own.map(({ id, title }) => ({
        titleFrom: titleFromPlan(id),
        title: ownTitle(title),
      })),
    },
    { label: '计划里的页', titles: pages.filter((page) => !isRole(page)).map(lent) },
  ];
  return groups.filter(({ titles }) => titles.length > 0);
}

/**
 * What lends a plan its title as long as nobody chose one: its only page, or the handbook of the first one.
 *
 * @param places one or more
 */
export function usualTitle(places: readonly TrainingPlace[]): string {
  const pages = [...new Set(places.map(({ page }) => page.ref))];
  const [first = ''] = pages;
  return pages.length === 1 ? first : (first.split('/')[0] ?? first);
}
