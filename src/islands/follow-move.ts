/** On the page of an old address: goes on to the new one, to the very item where there is one. */
export function followMove(): void {
  const link = document.querySelector<HTMLAnchorElement>('a[data-moved-to]');
  if (!link) return;
  const items = JSON.parse(link.dataset['movedItems'] ?? '{}') as Record<string, string>;
  const id = decodeURIComponent(location.hash.slice(1));
  const own = Object.hasOwn(items, id) ? items[id] : undefined;
  location.replace(own ?? `${link.href}${location.hash}`);
}
