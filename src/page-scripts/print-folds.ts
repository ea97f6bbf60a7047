/**
 * Opens what is folded while the page is printed, where it is marked `data-print-open`, for browsers
 * that cannot be told so by a style.
 */
export function startPrintFolds(): void {
  let opened: HTMLDetailsElement[] = [];
  addEventListener('beforeprint', () => {
    opened = [...document.querySelectorAll<HTMLDetailsElement>('[data-print-open]:not([open])')];
    for (const details of opened) details.open = true;
  });
  addEventListener('afterprint', () => {
    for (const details of opened) details.open = false;
  });
}
