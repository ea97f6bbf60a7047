import { useEffect, useRef, useState } from 'preact/hooks';
import { AskSaved } from './AskSaved.tsx';
import { copyText } from './copy-text.ts';

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
  const fields = useRef<(HTMLTextAreaElement | null)[]>([]);

  // Some browsers copy in the very moment of the click only: what may be needed is there by then.
  useEffect(() => void import('./copy-otherwise.ts').catch(() => undefined), []);

  const copy = async (index: number) => {
    const field = fields.current[index];
    if (!field) return;
    if (!(await copyText(field.value, field))) {
      setByHand(true);
      return setWords('复制不了：文字已经选中，请按住它自己复制。');
    }
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
            <textarea
              ref={(field) => {
                fields.current[index] = field;
              }}
              readOnly
              rows={2}
              aria-label={`第 ${index + 1} 段`}
              value={part}
              onFocus={(event) => event.currentTarget.select()}
            />
            <button
              type="button"
              class="button"
              aria-label={`复制第 ${index + 1} 段`}
              onClick={() => void copy(index)}
            >
              {copied.has(index) ? '已复制' : '复制'}
            </button>
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
