import { useId, useState } from 'preact/hooks';
import { markKey } from '../../progress/runs/fold.ts';
import type { Visit } from '../../progress/runs/walk.ts';
import { append } from '../../stores/runs/actions.ts';
import { formatMoment } from '../shared/format-time.ts';
import { focusOnce } from '../shared/focus-once.ts';
import { useRun } from './run-context.ts';

/** Longest note, in characters: it is a remark at a step, not a file. */
const NOTE_MAX = 500;

/** The reader's note at a step: plain text. */
export function StepNote({ visit: { step, round } }: { visit: Visit }) {
  const { run, now, say } = useRun();
  const note = run.notes.get(markKey(step.id, round));
  const [draft, setDraft] = useState<string | undefined>();
  const help = useId();
  const open = run.status === 'open';

  if (draft === undefined) {
    if (!note && !open) return null;
    return (
      <>
        {open && (
          <button
            type="button"
            class="button button--quiet"
            aria-label={`${note ? '改备注' : '写备注'}：${step.title}`}
            onClick={() => setDraft(note?.text ?? '')}
          >
            {note ? '改备注' : '写备注'}
          </button>
        )}
        {note && (
          <p class="note-text">
            <span class="note-text__label">备注</span>
            {note.text}
            <span class="note-text__when">{formatMoment(note.at, +now)}</span>
          </p>
        )}
      </>
    );
  }
  const save = (event: Event) => {
    event.preventDefault();
    const text = draft.trim();
    if (text !== (note?.text ?? '')) append(run.id, { kind: 'note', step: step.id, round, text });
    setDraft(undefined);
    say(text === '' ? `备注已去掉：${step.title}` : `备注已存：${step.title}`);
  };
  return (
    <form class="note-form" onSubmit={save}>
      <label class="field">
        <span class="field__label">备注</span>
        <textarea
          rows={3}
          maxLength={NOTE_MAX}
          value={draft}
          aria-describedby={help}
          ref={focusOnce}
          onInput={(event) => setDraft(event.currentTarget.value)}
        />
      </label>
      <p id={help} class="field__help">
        只写这件工作要记的事。别写客户里的个人姓名、电话、证件号、账号和密码。
      </p>
      <button type="submit" class="button">
        存备注
      </button>
      <button type="button" class="button button--quiet" onClick={() => setDraft(undefined)}>
        不改了
      </button>
    </form>
  );
}
