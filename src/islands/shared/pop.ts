/** A box over the page, for what a button could not do or needs room for. Loaded when it is needed. */
import styles from '../../styles/pop.css?url';
import { loadStyles } from './load-styles.ts';
import { make } from './make.ts';

/**
 * Opens a box; it closes by its button, by Escape and by a click beside it, and is gone then.
 *
 * @param title its name
 * @param content what is in it
 * @param buttons beside the one that closes it
 */
export async function openPop(
  title: string,
  content: readonly Node[],
  buttons: readonly Node[] = [],
): Promise<HTMLDialogElement> {
  await loadPopStyles();
  const close = make('button', { type: 'button', class: 'button' }, '关闭');
  const pop = make(
    'dialog',
    { class: 'pop', 'aria-label': title },
    make('p', { class: 'pop__title' }, title),
    ...content,
    make('p', { class: 'pop__buttons' }, ...buttons, close),
  );
  close.addEventListener('click', () => pop.close());
  // A click beside it falls on the box itself.
  pop.addEventListener('click', ({ target }) => {
    if (target === pop) pop.close();
  });
  pop.addEventListener('close', () => pop.remove());
  document.body.append(pop);
  pop.showModal();
  return pop;
}

/** Links the styles of what is loaded when it is needed, once. */
export const loadPopStyles = () => loadStyles(styles);
