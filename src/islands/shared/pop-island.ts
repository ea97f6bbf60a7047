/** A box over the page in which an island is drawn. Loaded with what is drawn. */
import { render, type ComponentChild } from 'preact';
import { make } from './make.ts';
import { openPop } from './pop.ts';

/**
 * Opens the box; what is in it goes when it closes.
 *
 * @param title its name
 * @param how what it is for, above the island
 */
export async function openPopIsland(
  title: string,
  how: string,
  island: ComponentChild,
): Promise<void> {
  const place = make('div', {});
  const pop = await openPop(title, [make('p', {}, how), place]);
  render(island, place);
  pop.addEventListener('close', () => render(null, place));
}
