/** 显示二维码: what draws it loads when it is first asked for. */
import { sayLateAfter } from '../shared/say-late.ts';

/** Offers the code of each place that has an address (`components/PlanQr.astro`). */
export function startPlanQr(): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-plan-qr]')) {
    const button = place.querySelector('button');
    if (!button) continue;
    place.hidden = false;
    button.addEventListener('click', () => {
      import('./draw-qr.ts').then(
        (m) =>
          place.replaceChildren(m.drawQr(new URL(place.dataset['planQr'] ?? '', location.href))),
        () => sayLateAfter(place, '二维码没有取到。'),
      );
    });
  }
}
