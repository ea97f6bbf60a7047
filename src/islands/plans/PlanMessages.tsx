import { useEffect, useState } from 'preact/hooks';
import { CopyField } from '../shared/CopyField.tsx';

interface Props {
  title: string;
  /** Each a message of its own. */
  messages: readonly string[];
}

/** The texts to be posted, each to be copied by its button or by hand, or handed to another app. */
export function PlanMessages({ title, messages }: Props) {
  const [copied, setCopied] = useState<ReadonlySet<string>>(new Set());
  const [words, setWords] = useState('');
  const isOne = messages.length === 1;

  // What is said is of the messages that were there.
  useEffect(() => setWords(''), [messages.join()]);

  const noteCopied = (message: string, index: number) => {
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
            <CopyField
              text={message}
              label={isOne ? '发给新人的文字' : `第 ${index + 1} 条`}
              rows={6}
              buttonLabel={isOne ? '复制' : `复制第 ${index + 1} 条`}
              isPrimary={index === 0}
              isCopied={copied.has(message)}
              onCopied={() => noteCopied(message, index)}
              onRefused={setWords}
            />
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
