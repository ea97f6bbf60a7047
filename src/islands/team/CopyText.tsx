import { useEffect, useRef, useState } from 'preact/hooks';
import { copyText } from '../shared/copy-text.ts';
import { loadPopStyles } from '../shared/pop.ts';

interface Props {
  /** What the field is called. */
  label: string;
  text: string;
  rows?: number;
}

/** A text to be copied by its button, or by hand out of its box. */
export function CopyText({ label, text, rows = 3 }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [words, setWords] = useState('');
  useEffect(() => void loadPopStyles(), []);
  useEffect(() => setWords(''), [text]);
  const copy = async () => {
    const isCopied = await copyText(text, field.current ?? undefined);
    setWords(isCopied ? '已复制，粘到聊天里。' : '复制不了：文字已经选中，请按住它自己复制。');
  };
  return (
    <div class="team-copy">
      <label class="field">
        <span class="field__label">{label}</span>
        <textarea
          ref={field}
          readOnly
          rows={rows}
          value={text}
          onFocus={(event) => event.currentTarget.select()}
        />
      </label>
      <button type="button" class="button" onClick={() => void copy()}>
        复制
      </button>
      <span role="status">{words}</span>
    </div>
  );
}
