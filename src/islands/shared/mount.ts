import { h, hydrate, type ComponentType } from 'preact';
import { MOUNTED } from './mounted.ts';

/**
 * Brings the islands of one kind to life, where `Island.astro` drew them. In place of Astro's own
 * directives, whose runtime and renderer weigh 2.2 kB after brotli on every page with an island, more
 * than the budget (`tests/budget/`) leaves.
 *
 * @param name what `Island.astro` was given
 */
export function mount<Props extends object>(name: string, Component: ComponentType<Props>): void {
  for (const place of document.querySelectorAll<HTMLElement>(`[data-island="${name}"]`)) {
    // It has come.
    place.nextElementSibling?.remove();
    hydrate(h(Component, JSON.parse(place.dataset['props'] ?? '{}') as Props), place);
    // What an island does may take away what stands around it.
    const root = place.closest<HTMLElement>('[data-focus-root]') ?? place;
    root.addEventListener(
      'focusin',
      ({ target }) =>
        import('./keep-focus.ts').then(
          (m) => m.keepFocus(root, target),
          () => undefined,
        ),
      { once: true },
    );
  }
  document.dispatchEvent(new Event(MOUNTED));
}
