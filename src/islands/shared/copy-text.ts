/**
 * Copies a text: the one way of every button that copies. `navigator.clipboard` is missing without
 * https and in older browsers, and chat apps may refuse it; what then takes its place is loaded only
 * there, so that reading pages stay light.
 *
 * @param field shows the text; it is left selected where nothing copies. Without one, a box opens
 * @returns whether it was copied
 */
export async function copyText(text: string, field?: HTMLTextAreaElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    try {
      return (await import('./copy-otherwise.ts')).copyOtherwise(text, field);
    } catch {
      // It cannot be loaded either: the browser's own box shows the text selected.
      prompt('请自己复制', text);
      return false;
    }
  }
}
