/**
 * Copies a text: the one way of every button that copies. `navigator.clipboard` is missing without
 * https and in older browsers, and chat apps may refuse it; what then takes its place is loaded only
 * there, so that reading pages stay light. Where that cannot be had, the browser's own box shows the text.
 *
 * @param field shows the text; it is left selected where nothing copies. Without one, a box opens
 * @returns whether it was copied
 */
export async function copyText(text: string, field?: HTMLTextAreaElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return import('./copy-otherwise.ts').then(
      (m) => m.copyOtherwise(text, field),
      () => (prompt('请复制', text), false),
    );
  }
}
