/**
 * Copies the text of a field. Without https, in older browsers and in chat apps there may be no
 * `navigator.clipboard`; the field is left selected where nothing copies, so that the reader can.
 *
 * @returns whether it was copied
 */
export async function copyText(field: HTMLTextAreaElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    field.focus();
    field.select();
    try {
      return document.execCommand('copy');
    } catch {
      return false;
    }
  }
}
