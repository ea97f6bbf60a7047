/** An element as a reader finds it: one that is shown, can be used, and is called or says something. */
export interface Place {
  readonly css: string;
  /** What it is called: `aria-label`, the text of its label, or its own text. All of it. */
  readonly name?: string;
  /** A part of what it is called. */
  readonly has?: string;
}

/**
 * The first element at a place; `null` while there is none. Runs in the page, in every engine alike, so it stands
 * by itself.
 */
export function findPlace({ css, name, has }: Place): HTMLElement | null {
  const trim = (text: string | null | undefined) => text?.replaceAll(/\s+/g, ' ').trim();
  for (const element of document.querySelectorAll<HTMLElement>(css)) {
    if (element.getClientRects().length === 0 || element.matches(':disabled')) continue;
    const label = (element as HTMLInputElement).labels?.[0];
    const called = trim(element.ariaLabel) || trim(label?.textContent) || trim(element.textContent);
    if (name !== undefined && called !== name) continue;
    if (has !== undefined && !called?.includes(has)) continue;
    return element;
  }
  return null;
}

/** The value of a field, or the text that another element shows. Runs in the page, too. */
export function readElement(element: Element): string {
  return (element as HTMLInputElement).value ?? (element as HTMLElement).innerText;
}

/** Brings an element to the middle of the window, where no bar lies over it. Runs in the page, too. */
export function bringToMiddle(element: Element): void {
  element.scrollIntoView({ block: 'center', behavior: 'instant' });
}

/** A place in words, for errors. */
export function describePlace({ css, name, has }: Place): string {
  const words = name ?? has;
  return words === undefined ? css : `${css} “${words}”`;
}
