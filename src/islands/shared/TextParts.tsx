import { useState } from 'preact/hooks';
import { AskSaved } from './AskSaved.tsx';
import { CopyField } from './CopyField.tsx';

interface Props {
  /** Each a message of its own. */
  parts: readonly string[];
  /** Called when all of them were copied, or the reader says that they are kept. */
  onKept?: (() => void) | undefined;
}

/** The parts of a code, each to be copied by its button or by hand. */
export function TextParts({ parts, onKept }: Props) {
  const [copied, setCopied] = useState<ReadonlySet<number>>(new Set());
  const [words, setWords] = useState('');
  const [isByHand, setByHand] = useState(false);

  const noteCopied = (index: number) => {
    const all = new Set([...copied, index]);
    setCopied(all);
    const isWhole = all.size === parts.length;
    setWords(
      isWhole
        ? '已全部复制。粘到自己收得到的地方，才算存好。'
        : `第 ${index + 1} 段已复制，还有 ${parts.length - all.size} 段。`,
    );
    if (isWhole) onKept?.();
  };

  return (
    <>
      <ol class="text-out__parts">
        {parts.map((part, index) => (
          <li key={part}>
            <CopyField
              text={part}
              label={`第 ${index + 1} 段`}
              rows={2}
              buttonLabel={`复制第 ${index + 1} 段`}
              isCopied={copied.has(index)}
              onCopied={() => noteCopied(index)}
              onRefused={(why) => {
                setByHand(true);
                setWords(why);
              }}
            />
          </li>
        ))}
      </ol>
      <p role="status">{words}</p>
      {isByHand && (
        <AskSaved
          what="文字"
          {...(onKept ? { onSaved: onKept } : {})}
          otherwise="请把网址复制到手机或电脑的浏览器里打开；记录还在这里，没有动。"
        />
      )}
    </>
  );
}
