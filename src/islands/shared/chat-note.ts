/** What is said once in a chat app's browser: that what is stored there goes with it. Loaded when it is needed. */
import { addressForOthers } from '../../model/item-address.ts';
import { isChatNoteRead, noteChatNoteRead } from '../../stores/chat-note.ts';
import { copyText } from './copy-text.ts';
import { make } from './make.ts';
import { loadPopStyles } from './pop.ts';

/** Shows it at the foot of the window, where nothing moves for it, unless it was put away before. */
export async function showChatNote(): Promise<void> {
  await loadPopStyles();
  if (isChatNoteRead() || document.querySelector('.chat-note')) return;
  const words = make('p', { role: 'status' });
  const copy = make('button', { type: 'button', class: 'button' }, '复制网址');
  const dismiss = make('button', { type: 'button', class: 'button' }, '知道了');
  const note = make('div', { class: 'chat-note', 'data-search': 'off' }, words, copy, dismiss);
  copy.addEventListener('click', () => {
    void copyText(addressForOthers(location.href)).then((isCopied) => {
      if (isCopied) copy.textContent = '网址已复制';
    });
  });
  dismiss.addEventListener('click', () => {
    noteChatNoteRead(Date.now());
    note.remove();
    document.getElementById('content')?.focus({ preventScroll: true });
  });
  document.body.append(note);
  // What is put into a status that stands already is read out.
  words.textContent = '这里的记录会随聊天软件清掉，请用手机浏览器打开。';
}
