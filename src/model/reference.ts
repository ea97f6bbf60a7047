/**
 * References: the public names of pages and items, `<handbook>/<section>/<slug>#<id>`.
 * Storage, redirects and search all use them, so they never change once published.
 */

export interface Reference {
  /** `agency/workflows/win-new-client`, or a handbook's own page: `agency`. */
  readonly page: string;
  /** Id of a duty, step, point, rule, … on that page. */
  readonly id?: string;
}

const SHAPE = /^([a-z][a-z0-9-]*(?:\/[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*)?)(?:#([a-z][a-z0-9-]*))?$/;

/**
 * Splits a reference into its page and its id.
 *
 * @throws RangeError when the text is not a reference
 */
export function parseReference(text: string): Reference {
  const match = SHAPE.exec(text);
  if (!match?.[1]) {
    throw new RangeError(
      `Not a reference: "${text}"; expected <handbook>/<section>/<slug>, optionally with #<id>`,
    );
  }
  return match[2] ? { page: match[1], id: match[2] } : { page: match[1] };
}

/** True when a text is a reference, of a page or an item. */
export function isReference(text: string): boolean {
  return SHAPE.test(text);
}

/** Joins a page and an id to a full reference. */
export function itemReference(page: string, id: string): string {
  return `${page}#${id}`;
}

/** True when a text names a page within a handbook: `<handbook>/<section>/<slug>`. */
export function isPageReference(text: string): boolean {
  return text.includes('/') && !text.includes('#') && SHAPE.test(text);
}
