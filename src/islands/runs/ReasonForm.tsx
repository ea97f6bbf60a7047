import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { DraftField } from '../shared/use-draft.ts';
import { focusOnce } from '../shared/focus-once.ts';

/** Longest reason, in characters: one sentence. */
const REASON_MAX = 120;

interface Props {
  /** What is asked: 为什么跳过. */
  question: string;
  /** Said when no reason is given. */
  missing: string;
  /** What the button says. */
  submit: string;
  onSubmit: (reason: string) => void;
  onCancel: () => void;
  /** The reason as far as it is typed. */
  draft: DraftField;
  /** False for one that was left unfinished, and is offered again. */
  asked: boolean;
  /** What the reader should know before. */
  children?: ComponentChildren;
}

/** Asks for a reason that stays visible: without one nothing happens. */
export function ReasonForm({
  question,
  missing,
  submit,
  onSubmit,
  onCancel,
  draft,
  asked,
  children,
}: Props) {
  const reason = draft.text ?? '';
  const [problem, setProblem] = useState('');
  const id = useId();
  const send = (event: Event) => {
    event.preventDefault();
    if (reason.trim() === '') setProblem(missing);
    else {
      onSubmit(reason.trim());
      draft.drop();
    }
  };
  return (
    <form class="skip" onSubmit={send}>
      {children}
      <label class="field">
        <span class="field__label">{question}</span>
        <input
          type="text"
          value={reason}
          maxLength={REASON_MAX}
          autocomplete="off"
          aria-invalid={problem ? 'true' : undefined}
          aria-describedby={id}
          ref={asked ? focusOnce : null}
          onInput={(event) => draft.write(event.currentTarget.value)}
        />
      </label>
      <p id={id} class="field__problem" role="alert">
        {problem}
      </p>
      <button type="submit" class="button">
        {submit}
      </button>
      <button
        type="button"
        class="button button--quiet"
        onClick={() => {
          draft.drop();
          onCancel();
        }}
      >
        算了
      </button>
    </form>
  );
}
