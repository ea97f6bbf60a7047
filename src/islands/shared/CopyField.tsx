import { useEffect, useRef } from 'preact/hooks';
import { copyText } from './copy-text.ts';

interface Props {
  text: string;
  /** What the box is called. */
  label: string;
  /** True where the name stands above the box, and is not only told to who listens. */
  isLabelShown?: boolean;
  rows: number;
  /** What the button is called, where it is one of several. */
  buttonLabel?: string | undefined;
  isPrimary?: boolean;
  /** True once it was copied. */
  isCopied?: boolean;
  onCopied: () => void;
  /** Called where nothing copies: the text is selected, to be copied by hand. @param words say so */
  onRefused: (words: string) => void;
}

/** A text in a box, to be copied by its button or by hand. */
export function CopyField({
  text,
  label,
  isLabelShown = false,
  rows,
  buttonLabel,
  isPrimary = false,
  isCopied = false,
  onCopied,
  onRefused,
}: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  // Some browsers copy in the very moment of the click only: what may be needed is there by then.
  useEffect(() => void import('./copy-otherwise.ts').catch(() => undefined), []);
  const copy = async () => {
    if (await copyText(text, field.current ?? undefined)) onCopied();
    else onRefused('复制不了：文字已经选中，请按住它自己复制。');
  };
  const box = (
    <textarea
      ref={field}
      readOnly
      rows={rows}
      aria-label={isLabelShown ? undefined : label}
      value={text}
      onFocus={(event) => event.currentTarget.select()}
    />
  );
  return (
    <>
      {isLabelShown ? (
        <label class="field">
          <span class="field__label">{label}</span>
          {box}
        </label>
      ) : (
        box
      )}
      <button
        type="button"
        class={isPrimary ? 'button button--primary' : 'button'}
        aria-label={buttonLabel}
        onClick={() => void copy()}
      >
        {isCopied ? '已复制' : '复制'}
      </button>
    </>
  );
}
