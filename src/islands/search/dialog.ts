/** The search over any page, as a native dialog: `/`, Ctrl or ⌘ K. Loaded when first opened. */
import { href } from '../../model/address.ts';
import { make } from '../shared/make.ts';
import { moveThrough } from './keys.ts';
import { startSession, type Session } from './session.ts';
import { loadSearchStyles } from './styles.ts';

interface Dialog {
  readonly element: HTMLDialogElement;
  readonly input: HTMLInputElement;
  readonly session: Session;
}

let dialog: Dialog | undefined;

/** Opens the dialog, with what was typed last marked. */
export async function openDialog(): Promise<void> {
  await loadSearchStyles();
  dialog ??= build();
  if (!dialog.element.open) dialog.element.showModal();
  dialog.input.select();
  dialog.session.refresh();
}

function build(): Dialog {
  const input = make('input', {
    type: 'search',
    class: 'search-field__input',
    'aria-label': '搜索手册',
    placeholder: '搜索手册',
    autocomplete: 'off',
    spellcheck: 'false',
    enterkeyhint: 'go',
    maxlength: '60',
  });
  const close = make('button', { type: 'button', class: 'search-dialog__close' }, '关闭');
  const form = make('form', { class: 'search-field', role: 'search' }, input, close);
  const status = make('p', { class: 'search-status', role: 'status' });
  const output = make('div', { class: 'search-output' });
  const all = make('a', { href: href('/search/') }, '到搜索页筛选');
  const keys = make('span', { class: 'search-dialog__keys' }, '↑ ↓ 选择，Enter 打开，Esc 关闭');
  const element = make(
    'dialog',
    { class: 'search-dialog', 'aria-label': '搜索' },
    form,
    status,
    output,
    make('p', { class: 'search-dialog__foot' }, all, keys),
  );
  document.body.append(element);

  const session = startSession({
    input,
    output,
    status,
    perPage: 3,
    level: 3,
    filters: () => ({}),
    onQuery: (query) => {
      all.href = href(query ? `/search/#q=${encodeURIComponent(query)}` : '/search/');
    },
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (!session.isComposing()) void session.first().then((link) => link?.click());
  });
  close.addEventListener('click', () => element.close());
  // A click beside the dialog falls on the dialog itself.
  element.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('a');
    if (event.target === element || (link && !event.ctrlKey && !event.metaKey)) element.close();
  });
  moveThrough(element, input, session);
  return { element, input, session };
}
