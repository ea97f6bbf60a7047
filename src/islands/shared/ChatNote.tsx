import { useEffect, useState } from 'preact/hooks';
import { isChatNoteRead, noteChatNoteRead } from '../../stores/chat-note.ts';
import { copyText } from './copy-text.ts';
import { loadPopStyles } from './pop.ts';

/** Says in a chat app's browser, once, that what is stored there goes with it. */
export function ChatNote() {
  const [isRead, setRead] = useState(isChatNoteRead);
  const [isStyled, setStyled] = useState(false);
  const [words, setWords] = useState('复制网址');
  useEffect(() => {
    void loadPopStyles().then(() => setStyled(true));
  }, []);
  if (isRead || !isStyled) return null;
  const copy = async () => {
    if (await copyText(location.href)) setWords('网址已复制');
  };
  const dismiss = () => {
    noteChatNoteRead(Date.now());
    setRead(true);
  };
  return (
    <div class="chat-note" data-search="off">
      <p>这里的记录会随聊天软件清掉，请用手机浏览器打开。</p>
      <button type="button" class="button" onClick={() => void copy()}>
        {words}
      </button>
      <button type="button" class="button" onClick={dismiss}>
        知道了
      </button>
    </div>
  );
}
