import { useId, useState } from 'preact/hooks';
import { draftInRun } from '../../model/storage-names.ts';
import { markKey } from '../../progress/runs/fold.ts';
import type { Visit } from '../../progress/runs/walk.ts';
import { append } from '../../stores/runs/actions.ts';
import { formatMoment } from '../shared/format-time.ts';
import { useDraft } from '../shared/use-draft.ts';
import { focusOnce } from '../shared/focus-once.ts';
import { useRun } from './run-context.ts';

/** Longest note, in characters: it is a remark at a step, not a file. */
const NOTE_MAX = 500;

/** The reader's note at a step: plain text. */
export function StepNote({ visit: { step, round } }: { visit: Visit }) {
  const { run, now, say } = useRun();
  const note = run.notes.get(markKey(step.id, round));
  const draft = useDraft(draftInRun(run.id, `note:${round}:${step.id}`), note?.text);
  // What was left unfinished is offered again, without taking the focus.
  const [asked, setAsked] = useState(false);
  const help = useId();
  const open = run.status === 'open';

  if (draft.text === undefined || !open) {
    if (!note && !open) return null;
    return (
      <>
        {open && (
          <button
            type="button"
            class="button button--quiet"
            aria-label={`${note ? '改备注' : '写备注'}：${step.title}`}
            onClick={() => {
              setAsked(true);
              draft.write(note?.text ?? '');
            }}
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
    const text = (draft.text ?? '').trim();
    if (text !== (note?.text ?? '')) append(run.id, { kind: 'note', step: step.id, round, text });
    draft.drop();
    say(text === '' ? `备注已去掉：${step.title}` : `备注已存：${step.title}`);
  };
  return (
    <form class="note-form" onSubmit={save}>
      <label class="field">
        <span class="field__label">备注</span>
        <textarea
          rows={3}
          maxLength={NOTE_MAX}
          value={draft.text}
          aria-describedby={help}
          ref={asked ? focusOnce : null}
          onInput={(event) => draft.write(event.currentTarget.value)}
        />
      </label>
      <p id={help} class="field__help">
        {!asked && '这是上次没存的草稿。'}
        只写这件工作要记的事。别写客户里的个人姓名、电话、证件号、账号和密码。
      </p>
      <button type="submit" class="button">
        存备注
      </button>
      <button type="button" class="button button--quiet" onClick={draft.drop}>
        不改了
      </button>
    </form>
  );
}
