/**
 * Copying where `navigator.clipboard` is missing or refuses: by a selection, and where that is refused
 * too, by hand, from a box in which the text is selected. Loaded when it is needed.
 */
import { make } from './make.ts';
import { openPop } from './pop.ts';

/** What goes to the clipboard, by media type. */
type Kinds = Readonly<Record<'text/plain', string>> & Readonly<Record<string, string>>;

/**
 * Copies a text without the browser's clipboard.
 *
 * @param field shows the text; it is left selected where nothing copies. Without one, a box opens
 * @returns whether it was copied
 */
export function copyOtherwise(text: string, field?: HTMLTextAreaElement): boolean {
  if (copySelected({ 'text/plain': text })) return true;
  if (field) {
    field.focus();
    field.select();
  } else void showByHand(text);
  return false;
}

/** Copies a table or a text with its form: HTML for programs that take it, plain text for others. */
export async function copyFormatted(html: string, text: string): Promise<boolean> {
  const kinds = { 'text/html': html, 'text/plain': text };
  try {
    const blobs = Object.entries(kinds).map(([type, data]) => [type, new Blob([data], { type })]);
    await navigator.clipboard.write([
      new ClipboardItem(Object.fromEntries(blobs) as Record<string, Blob>),
    ]);
    return true;
  } catch {
    if (copySelected(kinds)) return true;
    void showByHand(text);
    return false;
  }
}

/** Copies by `execCommand`, which plain HTTP has too. */
function copySelected(kinds: Kinds): boolean {
  const fill = (event: ClipboardEvent) => {
    for (const [type, data] of Object.entries(kinds)) event.clipboardData?.setData(type, data);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  // Some browsers copy only where something is selected, and some of them only what is selected.
  const held = make('textarea', { class: 'visually-hidden', readonly: true }, kinds['text/plain']);
  const focused = document.activeElement;
  // Beside an open dialog nothing can be selected.
  (document.querySelector('dialog[open]') ?? document.body).append(held);
  held.select();
  document.addEventListener('copy', fill, true);
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    document.removeEventListener('copy', fill, true);
    held.remove();
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  }
}

/** Shows a text selected, in a box over the page, with another try that is a click of its own. */
async function showByHand(text: string): Promise<void> {
  const field = make('textarea', {
    class: 'pop__text',
    readonly: true,
    rows: '4',
    'aria-label': '要复制的文字',
  });
  field.value = text;
  const said = make('p', { role: 'status' });
  const again = make('button', { type: 'button', class: 'button' }, '再试一次');
  again.addEventListener('click', () => {
    const isCopied = copySelected({ 'text/plain': text });
    said.textContent = isCopied ? '已复制' : '还是复制不了';
    if (!isCopied) field.select();
  });
  const how = '文字已经选中：电脑上按 Ctrl+C（苹果电脑按 ⌘C），手机上按住它再选“复制”。';
  await openPop('这里复制不了，请自己复制', [make('p', {}, how), field, said], [again]);
  field.focus();
  field.select();
}
