/**
 * Offers the edition that came while the reader reads another from the device. Loaded where a worker
 * answers for the page; nothing changes under a page that is open.
 */
import { make } from '../islands/shared/make.ts';
import { loadStyles } from '../islands/shared/load-styles.ts';
import { ownRegistration, statusOf, takeOver } from '../offline/page/registration.ts';
import styles from '../styles/kinds/new-edition.css?url';

/** Looks for a worker that waits, now and whenever one comes. */
export async function offerNewEdition(): Promise<void> {
  const registration = await ownRegistration();
  if (!registration) return;
  let isWanted = false;
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (isWanted) location.reload();
    else void show('手册已经换成新的一版，这一页还是换以前的。', '刷新', () => location.reload());
  });
  const look = async () => {
    const { waiting } = registration;
    // The one that answers is not asked: it could not make room as long as it is busy.
    const coming = waiting && (await statusOf(waiting));
    if (!coming || registration.waiting !== waiting) return;
    await show(wordsFor(coming), '换上', () => {
      isWanted = true;
      takeOver(waiting);
    });
  };
  const follow = () => registration.installing?.addEventListener('statechange', () => void look());
  registration.addEventListener('updatefound', follow);
  follow();
  await look();
}

/** What came; sites also go back to the edition before. */
function wordsFor({ edition, present = edition }: { edition: number; present?: number }): string {
  if (edition === present) return '手册有更新';
  return edition > present ? `第 ${edition} 版来了` : `手册退回到第 ${edition} 版`;
}

/** A live region, there before it has words: so that they are spoken. */
let place: HTMLElement | undefined;

async function show(words: string, action: string, onAction: () => void): Promise<void> {
  if (!place) {
    place = make('div', { class: 'new-edition', role: 'status' });
    document.body.append(place);
  }
  await loadStyles(styles);
  const take = make('button', { type: 'button', class: 'button' }, action);
  take.addEventListener('click', onAction);
  const later = make('button', { type: 'button', class: 'button button--quiet' }, '先不换');
  later.addEventListener('click', () => place?.replaceChildren());
  place.replaceChildren(make('p', {}, words), take, later);
}
