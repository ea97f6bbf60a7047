import { useEffect, useState } from 'preact/hooks';
import { onDraftChange, readDraft, writeDraft } from '../../stores/drafts.ts';

/** What is being typed in one field. */
export interface DraftField {
  /** What the field shows; `undefined` where nothing is being typed. */
  readonly text: string | undefined;
  /** Stores what was typed. */
  readonly write: (text: string) => void;
  /** Saved or given up: the field is as before. */
  readonly drop: () => void;
}

/**
 * Keeps what is being typed in a field, whatever happens to the page; where it was left, it is offered
 * again.
 *
 * @param name of the draft (`draftInRun`, `draftOnPage`); `undefined` as long as nothing may be read
 * @param saved what the field holds when nothing is typed: that is no draft
 */
export function useDraft(name: string | undefined, saved = ''): DraftField {
  const read = () => (name === undefined ? undefined : readDraft(name));
  const [text, setText] = useState(read);
  useEffect(() => {
    if (name === undefined) return;
    setText(read());
    return onDraftChange(name, setText);
  }, [name]);
  const store = (draft: string | undefined) => {
    if (name !== undefined && draft !== read()) writeDraft(name, draft);
  };
  return {
    text,
    write: (typed) => {
      store(typed === saved ? undefined : typed);
      setText(typed);
    },
    drop: () => {
      store(undefined);
      setText(undefined);
    },
  };
}
