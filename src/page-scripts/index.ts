/** Starts what every page does in the browser beyond reading. No framework: reading pages stay light. */
import { startArrival } from './arrival.ts';
import { startBar } from './bar.ts';
import { startCopyLinks } from './copy-link.ts';
import { rememberThisPage } from './last-page.ts';
import { startOnDemand } from './on-demand.ts';
import { startPrintFolds } from './print-folds.ts';
import { startSearchTrigger } from './search-trigger.ts';
import { startTermLinks } from './term-links.ts';
import { startThemeChoice } from './theme.ts';
import { sayBelowBar } from '../islands/shared/say-late.ts';
import { hasPlan } from '../stores/has-plan.ts';
import { whenShown } from '../stores/shown.ts';

/** Wires up the page; runs once, when the document is parsed. */
export function startPageScripts(): void {
  // They have come.
  document.getElementById('below-bar')?.removeAttribute('data-late');
  startThemeChoice();
  startBar();
  startCopyLinks();
  startTermLinks();
  startOnDemand();
  startArrival();
  startPrintFolds();
  // What they do is written: not before somebody looks at the page.
  whenShown(() => {
    startSearchTrigger();
    rememberThisPage();
    // Only where a training plan is open, on pages that one may have.
    if (document.body.dataset.page && hasPlan()) {
      import('../islands/train/page-end.tsx')
        .then((m) => m.showPageEnd())
        .catch(() => sayBelowBar('“读过了”没有取到。'));
    }
    // Only where a reader keeps handbooks on the device. Nobody asked: without it the page reads as ever.
    if (navigator.serviceWorker?.controller) {
      import('./new-edition.ts').then((m) => m.offerNewEdition()).catch(() => undefined);
    }
  });
}
