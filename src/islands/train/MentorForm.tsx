import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { draftOnPage } from '../../model/storage-names.ts';
import { useDraft } from '../shared/use-draft.ts';
import { NameField } from './NameField.tsx';

interface Props {
  /** What the mentor watched, for the names of the controls. */
  text: string;
  /** Whom the form suggests: the mentor who signed last. */
  lastBy: string;
  onSign: (by: string) => void;
  onCancel: () => void;
}

/** Where a mentor signs on the learner's device: the name is typed, and stays on the device. */
export function MentorForm({ text, lastBy, onSign, onCancel }: Props) {
  const name = useDraft(draftOnPage('train', 'mentor'), lastBy);
  const [problem, setProblem] = useState('');
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  // It was asked for just now.
  useEffect(() => field.current?.focus(), []);
  const by = name.text ?? lastBy;
  const sign = (event: Event) => {
    event.preventDefault();
    if (by.trim() === '') return setProblem('先写上带教的姓名或称呼。');
    name.drop();
    onSign(by.trim());
  };
  return (
    <form class="train-mentor" onSubmit={sign} aria-label={`带教确认：${text}`}>
      <NameField
        label="带教姓名或称呼"
        value={by}
        isWrong={problem !== ''}
        describedBy={`${id}-help ${id}-problem`}
        field={field}
        onType={name.write}
      />
      <button type="submit" class="button">
        看着做过了
      </button>
      <button
        type="button"
        class="button button--quiet"
        onClick={() => {
          name.drop();
          onCancel();
        }}
      >
        先不签
      </button>
      <p id={`${id}-problem`} class="field__problem" role="alert">
        {problem}
      </p>
      <p id={`${id}-help`} class="field__help">
        请带教自己填。<strong>自行声明</strong>：没有人核对，要作凭据请打印签字。
      </p>
    </form>
  );
}
