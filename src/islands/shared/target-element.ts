/** The element that the address' fragment names; for a former name, the item that bears it. */
export function targetElement(): HTMLElement | null {
  try {
    const id = decodeURIComponent(location.hash.slice(1));
    const target = id ? document.getElementById(id) : null;
    if (!target?.classList.contains('alias')) return target;
    return target.parentElement?.closest<HTMLElement>('[id]') ?? target;
  } catch {
    return null;
  }
}
