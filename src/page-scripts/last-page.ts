/** Notes the page as the last one read (`stores/last-page.ts`), if it is one to go back to. */
import { rememberPage } from '../stores/last-page.ts';

/** Notes the page that is open; pages that the layout did not name are passed over. */
export function rememberThisPage(): void {
  const { page, title, edition } = document.body.dataset;
  if (page && title) rememberPage({ path: page, title, at: Date.now(), edition: Number(edition) });
}
