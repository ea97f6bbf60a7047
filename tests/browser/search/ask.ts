import type { Page } from '@playwright/test';

/** What the search page lists for one query. */
export interface Listed {
  readonly query: string;
  /** Addresses below the base path, with their fragments, in order. */
  readonly exact: readonly string[];
  readonly related: readonly string[];
  /** Both, in the order in which they stand on the page. */
  readonly inOrder: readonly string[];
}

/**
 * Types queries into the search page, one after the other, and reads the links in `main`.
 *
 * @param filled true: waits until the first results have their fragments
 */
export async function askAll(
  page: Page,
  base: string,
  queries: readonly string[],
  filled = false,
): Promise<Listed[]> {
  return page.evaluate(
    async ([prefix, all, signal]) => {
      const input = document.querySelector<HTMLInputElement>('main input[type=search]');
      const output = document.querySelector<HTMLElement>('[data-search-output]');
      if (!input || !output) throw new Error('No search on this page');
      const settled = (query: string) =>
        new Promise<void>((resolve) => {
          const look = () => {
            if (output.dataset[signal] !== query) return;
            observer.disconnect();
            resolve();
          };
          const observer = new MutationObserver(look);
          observer.observe(output, { attributes: true });
          look();
        });
      const listed = (match: string) =>
        [...document.querySelectorAll<HTMLAnchorElement>(`main a${match}`)].map((link) =>
          decodeURI(link.href).replace(prefix, '/'),
        );
      const answers = [];
      for (const query of all) {
        delete output.dataset['listed'];
        delete output.dataset['filled'];
        input.value = query;
        input.dispatchEvent(new InputEvent('input'));
        await settled(query.trim());
        answers.push({
          query,
          exact: listed('[data-match="exact"]'),
          related: listed('[data-match="related"]'),
          inOrder: listed('[data-match]'),
        });
      }
      return answers;
    },
    [base, queries, filled ? 'filled' : 'listed'] as const,
  );
}

/** The pages of addresses, each once. */
export function pagesOf(addresses: readonly string[]): string[] {
  return [...new Set(addresses.map((address) => address.replace(/#.*/, '')))];
}
