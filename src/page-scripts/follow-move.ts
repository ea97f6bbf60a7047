/**
 * On the page of an old address: goes on to the new one, or to the very item that the fragment names.
 * A retired page stays, unless its item went elsewhere.
 */
export function followMove(): void {
  const { movedTo, movedItems } = document.querySelector<HTMLElement>('#content')?.dataset ?? {};
  const { hash } = location;
  const items = JSON.parse(movedItems ?? '{}') as Record<string, string>;
  const own = Object.entries(items).find(([id]) => hash === `#${id}`)?.[1];
  const page = movedTo && (movedTo.includes('#') ? movedTo : movedTo + hash);
  const target = own ?? page;
  if (target) location.replace(target);
}
