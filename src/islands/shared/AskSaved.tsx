import { useEffect, useRef, useState, type MutableRef } from 'preact/hooks';
import type { ComponentChildren } from 'preact';

interface Props {
  /** What was offered: 文件. */
  what?: string;
  /** What is said when it is there. */
  saved?: string;
  /** Called when the reader says that it is there. */
  onSaved?: () => void;
  /** What to do where it did not come. */
  otherwise: ComponentChildren;
}

type Answer = 'saved' | 'not';

/**
 * Asks whether a file arrived: nobody but the reader can know. Browsers inside chat apps pass over
 * downloads without an error. A `key` of its own asks anew.
 */
export function AskSaved({ what = '文件', saved = '好。', onSaved, otherwise }: Props) {
  const [answer, setAnswer] = useState<Answer | undefined>();
  const said: MutableRef<HTMLDivElement | null> = useRef(null);
  // The buttons are gone: who works by keyboard stands where the answer is.
  useEffect(() => {
    if (answer) said.current?.focus({ preventScroll: true });
  }, [answer]);
  const say = (next: Answer) => () => {
    setAnswer(next);
    if (next === 'saved') onSaved?.();
  };
  return (
    <div class="ask-saved" data-answer={answer} role="status" tabIndex={-1} ref={said}>
      {answer === undefined ? (
        <>
          <span>{what}存好了吗？</span>
          <button type="button" class="button" onClick={say('saved')}>
            存好了
          </button>
          <button type="button" class="button" onClick={say('not')}>
            没有
          </button>
        </>
      ) : answer === 'saved' ? (
        saved
      ) : (
        otherwise
      )}
    </div>
  );
}
