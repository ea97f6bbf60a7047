import { useId, useState } from 'preact/hooks';
import { Late } from '../shared/Late.tsx';
import { readPasted } from './read-pasted.ts';

interface Props {
  /** Takes the text of an export. */
  onText: (text: string) => void;
}

/** Takes records that were pasted as text, out of a whole chat if need be. */
export function ImportText({ onText }: Props) {
  const [pasted, setPasted] = useState('');
  const [problem, setProblem] = useState('');
  const [note, setNote] = useState('');
  // How often what reads the text did not come; 0 when it did.
  const [late, setLate] = useState(0);
  const problemId = useId();

  const read = async (event: Event) => {
    event.preventDefault();
    setProblem('');
    setNote('');
    try {
      const found = await readPasted(pasted);
      setLate(0);
      if ('problem' in found) return setProblem(found.problem);
      // What is not whole stays to be completed.
      if (found.note === undefined) setPasted('');
      else setNote(found.note);
      onText(found.text);
    } catch {
      setLate(late + 1);
    }
  };

  return (
    <form class="records__form records__paste" onSubmit={(event) => void read(event)}>
      <label class="field">
        <span class="field__label">或者粘贴文字</span>
        <textarea
          rows={4}
          placeholder="KHB1x. 或 KHB1r. 开头的文字；整段聊天记录也行"
          value={pasted}
          spellcheck={false}
          aria-describedby={problemId}
          onInput={(event) => setPasted(event.currentTarget.value)}
        />
      </label>
      <p id={problemId} class="field__problem" role="alert">
        {problem}
      </p>
      <p class="field__help" role="status">
        {note}
      </p>
      {late > 0 && <Late isAsked key={late} what="读文字的部分没有取到，文字还在框里。" />}
      <button type="submit" class="button" disabled={pasted.trim() === ''}>
        读这段文字
      </button>
    </form>
  );
}
