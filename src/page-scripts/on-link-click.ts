/**
 * Calls back for each click on a link that matches, now or later on the page; clicks that open a tab
 * or a window are left to the browser.
 */
export function onLinkClick(
  selector: string,
  action: (link: HTMLAnchorElement, event: MouseEvent) => void,
): void {
  document.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    const link = (event.target as Element).closest<HTMLAnchorElement>(selector);
    if (link) action(link, event);
  });
}
