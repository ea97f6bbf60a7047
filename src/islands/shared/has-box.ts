/** Whether anything of an element is laid out: not where it or what it stands in is hidden. Safari below 17.4 has no `checkVisibility`. */
export function hasBox(element: Element): boolean {
  return element.getClientRects().length > 0;
}
