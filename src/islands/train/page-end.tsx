/** What stands at the end of a page that belongs to an open plan. Loaded where there is a plan. */
import { render } from 'preact';
import { foldTraining } from '../../progress/training/fold.ts';
import { $training } from '../../stores/training.ts';
import { keepFocus } from '../shared/keep-focus.ts';
import { loadStyles } from '../shared/load-styles.ts';
import { make } from '../shared/make.ts';
import { presentName } from '../../model/training-data.ts';
import { fetchTrainingData } from './fetch-data.ts';
import { PageEnd } from './PageEnd.tsx';
import styles from '../../styles/kinds/page-end.css?url';

/**
 * Draws it, if the page that is open belongs to an open plan.
 *
 * @throws Error when what it needs cannot be had
 */
export async function showPageEnd(): Promise<void> {
  const article = document.querySelector('main article');
  if (!article) return;
  // Its path is its reference between two slashes.
  const page = document.body.dataset['page']?.slice(1, -1) ?? '';
  // It stays listened to: what is confirmed in another tab is drawn here.
  $training.listen(() => undefined);
  if (!(await isOnPlan(page))) return;
  await loadStyles(styles);
  const place = make('section', {
    class: 'page-end',
    'aria-labelledby': 'page-end',
    'data-search': 'off',
  });
  // Nothing in sight moves: what would be pushed down while one looks at it stays where it is.
  const isInSight = article.getBoundingClientRect().bottom < innerHeight;
  const before = isInSight ? (article.parentElement?.lastElementChild ?? article) : article;
  before.after(place);
  place.addEventListener('focusin', ({ target }) => keepFocus(place, target), { once: true });
  const isSaidAbove = document.querySelector('.storage-notice') !== null;
  render(<PageEnd page={page} isSaidAbove={isSaidAbove} />, place);
}

/** Whether an open plan has something of the page, by the names it has now or had when the plan was begun. */
async function isOnPlan(page: string): Promise<boolean> {
  const { starts } = foldTraining($training.get().values());
  const refs = starts.flatMap(({ plan }) => plan.items.map(({ ref }) => ref));
  const has = (nameNow: (ref: string) => string) =>
    refs.some((ref) => nameNow(ref).split('#')[0] === page);
  if (refs.length === 0 || has((ref) => ref)) return refs.length > 0;
  // Of a page that is on no plan nothing is said, whether or not this comes.
  return fetchTrainingData().then(
    (data) => has((ref) => presentName(data, ref)),
    () => false,
  );
}
