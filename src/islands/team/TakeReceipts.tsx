import { useId, useState } from 'preact/hooks';
import { isLocked } from '../../progress/records/is-locked.ts';
import { PASTE_MAX_LENGTH } from '../../progress/transfer/paste-length.ts';
import { addReceipts } from '../../stores/team.ts';
import { FilePicker } from '../shared/FilePicker.tsx';
import { Late } from '../shared/Late.tsx';
import { foundWords } from '../train/found-words.ts';
import { addedWords } from './team-words.ts';

/** Takes receipts and exports: pasted, a whole chat at once, or as files, several of them. */
export function TakeReceipts({ isFirst }: { isFirst: boolean }) {
  const [text, setText] = useState('');
  const [words, setWords] = useState('');
  const [takeBack, setTakeBack] = useState<(() => void) | undefined>();
  // A field that is drawn anew forgets its files, so that the same ones can be chosen again.
  const [field, setField] = useState(0);
  // How often what reads the text did not come; 0 when it did.
  const [late, setLate] = useState(0);
  const problemId = useId();

  /** @returns true when all that was there could be read */
  const take = async (texts: readonly string[], others: readonly string[] = []) => {
    setWords('');
    setTakeBack(undefined);
    // Of what it opens codes with, which it loads by itself, the same is said.
    const found = await import('../../progress/training/receipt-text.ts')
      .then((module) => module.readReceiptTexts(texts))
      .catch(() => undefined);
    setLate(found ? 0 : late + 1);
    if (!found) return false;
    const added = addReceipts(found.receipts, Date.now());
    const hasText = texts.some((each) => each.trim() !== '');
    const lacks = [...(hasText ? foundWords(found) : []), ...others];
    setWords([addedWords(added), ...lacks].filter(Boolean).join(' '));
    if (added.added > 0) setTakeBack(() => added.takeBack);
    return lacks.length === 0;
  };
  const undo = () => {
    takeBack?.();
    setTakeBack(undefined);
    setWords('已撤销。');
  };
  const read = async (event: Event) => {
    event.preventDefault();
    // What is not whole stays, to be completed.
    if (await take([text])) setText('');
  };
  const readFiles = async (files: readonly File[]) => {
    if (files.length === 0) return;
    const read = await Promise.all(files.map(textOf));
    const others = read.flatMap((each) => (typeof each === 'string' ? [] : [each.problem]));
    await take(
      read.filter((each) => typeof each === 'string'),
      others,
    );
    setField(field + 1);
  };

  return (
    <section class="team-take" aria-labelledby="take">
      <h2 id="take">{isFirst ? '先把回执粘进来' : '再加回执'}</h2>
      <form onSubmit={(event) => void read(event)}>
        <label class="field">
          <span class="field__label">
            回执的文字。几个人的一起粘，连同聊天里的名字、时间和别的话也行
          </span>
          <textarea
            rows={isFirst ? 6 : 2}
            placeholder="【回执】……&#10;KHB1t.……"
            value={text}
            spellcheck={false}
            aria-describedby={problemId}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        </label>
        <p>
          <button type="submit" class="button button--primary" disabled={text.trim() === ''}>
            读进来
          </button>
        </p>
      </form>
      <FilePicker
        key={field}
        label="选回执或导出的文件，可以几个一起"
        problemId={problemId}
        isMultiple
        onFiles={(files) => void readFiles(files)}
      />
      <p id={problemId} class="team-take__words" role="status">
        {words}
      </p>
      {takeBack && (
        <p>
          <button type="button" class="button" onClick={undo}>
            撤销：不读进来
          </button>
        </p>
      )}
      {late > 0 && <Late isAsked key={late} what="读回执的部分没有取到，文字还在框里。" />}
    </section>
  );
}

/** The text of a file, or why it has none. */
async function textOf(file: File): Promise<string | { readonly problem: string }> {
  if (file.size > PASTE_MAX_LENGTH * 3) return { problem: `“${file.name}”太大，没有读。` };
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (isLocked(bytes)) {
      return { problem: `“${file.name}”用口令锁着：请对方发回执，或者不锁的导出。` };
    }
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { problem: `“${file.name}”不是回执，读不出来。` };
  }
}
