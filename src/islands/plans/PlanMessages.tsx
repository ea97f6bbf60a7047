import { useEffect, useRef, useState } from 'preact/hooks';
import { copyText } from '../shared/copy-text.ts';

interface Props {
  title: string;
  /** Each a message of its own. */
  messages: readonly string[];
}

/** The texts to be posted, each to be copied by its button or by hand, or handed to another app. */
export function PlanMessages({ title, messages }: Props) {
  const [copied, setCopied] = useState<ReadonlySet<string>>(new Set());
  const [words, setWords] = useState('');
  const fields = useRef<(HTMLTextAreaElement | null)[]>([]);
  const isOne = messages.length === 1;

  // Some browsers copy in the very moment of the click only: what may be needed is there by then.
  useEffect(() => void import('../shared/copy-otherwise.ts').catch(() => undefined), []);
  // What is said is of the messages that were there.
  useEffect(() => setWords(''), [messages.join()]);

  const copy = async (message: string, index: number) => {
    if (!(await copyText(message, fields.current[index] ?? undefined))) {
      return setWords('复制不了：文字已经选中，请按住它自己复制。');
    }
    const all = new Set([...copied, message]);
    setCopied(all);
    const left = messages.filter((each) => !all.has(each)).length;
    if (isOne) setWords('已复制。粘到聊天里发给他。');
    else if (left === 0) setWords('都复制过了。一条一条粘到聊天里发给他。');
    else setWords(`第 ${index + 1} 条已复制，还有 ${left} 条。`);
  };
  const share = () =>
    navigator.share({ title, text: messages.join('\n') }).then(
      () => setWords('已交给别的应用。'),
      () => setWords('没有分享出去，请用“复制”。'),
    );
  return (
    <div class="plan-messages">
      {!isOne && <p>有点长：怕聊天软件截断，分成 {messages.length} 条，照顺序发。</p>}
      <ol class="plan-messages__list">
        {messages.map((message, index) => (
          <li key={index}>
            <textarea
              ref={(field) => {
                fields.current[index] = field;
              }}
              readOnly
              rows={6}
              aria-label={isOne ? '发给新人的文字' : `第 ${index + 1} 条`}
              value={message}
              onFocus={(event) => event.currentTarget.select()}
            />
            <button
              type="button"
              class={index === 0 ? 'button button--primary' : 'button'}
              aria-label={isOne ? '复制' : `复制第 ${index + 1} 条`}
              onClick={() => void copy(message, index)}
            >
              {copied.has(message) ? '已复制' : '复制'}
            </button>
            {index === 0 && 'share' in navigator && (
              <button type="button" class="button" onClick={() => void share()}>
                分享
              </button>
            )}
          </li>
        ))}
      </ol>
      <p class="plan-messages__said" role="status">
        {words}
      </p>
    </div>
  );
}
