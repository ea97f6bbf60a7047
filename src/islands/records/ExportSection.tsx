import { useId, useState } from 'preact/hooks';
import { isoDay } from '../../model/format-day.ts';
import type { Inventory } from '../../progress/records/inventory.ts';
import { exportEverything } from '../../stores/transfer.ts';
import { download } from '../shared/download.ts';
import { FILE_NAME } from '../shared/site-name.ts';
import type { UndoableAction } from '../shared/UndoToast.tsx';
import { ExportText } from './ExportText.tsx';
import { PassphraseField } from './PassphraseField.tsx';

interface Props {
  inventory: Inventory;
  onDone: (action: UndoableAction) => void;
}

/** Exports everything to one file, locked with a passphrase if the reader wants. */
export function ExportSection({ inventory, onDone }: Props) {
  const [locked, setLocked] = useState(false);
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const problemId = useId();

  const run = async (event: Event) => {
    event.preventDefault();
    if (busy) return;
    if (locked && passphrase.length < 8) return setProblem('口令至少 8 个字符。');
    if (locked && passphrase !== again) return setProblem('两次输入的口令不一样。');
    setProblem('');
    setBusy(true);
    try {
      const now = new Date();
      const name = `${FILE_NAME}-${isoDay(now)}.json`;
      const text = exportEverything(+now);
      if (locked) {
        const { lock } = await import('../../progress/records/passphrase.ts');
        download(
          `${name}.age`,
          (await lock(text, passphrase)) as BlobPart,
          'application/octet-stream',
        );
      } else {
        download(name, text);
      }
      setPassphrase('');
      setAgain('');
      onDone({ words: '已导出全部记录' });
    } catch {
      setProblem('没有导出成。请再试一次。');
    } finally {
      setBusy(false);
    }
  };

  return (
    <section aria-labelledby="export">
      <h2 id="export">导出</h2>
      <p>
        把全部记录存成一个文件，换电脑、换浏览器时再导入；也是一份备份。
        {inventory.size === 0 && '现在还没有可以导出的记录。'}
      </p>
      <form onSubmit={(event) => void run(event)}>
        <fieldset class="records__form" disabled={inventory.size === 0}>
          <legend class="visually-hidden">导出全部记录</legend>
          <label class="check">
            <input
              type="checkbox"
              class="tick__box"
              checked={locked}
              onChange={(event) => setLocked(event.currentTarget.checked)}
            />
            用口令锁上文件
          </label>
          {locked && (
            <>
              <PassphraseField
                label="口令"
                value={passphrase}
                onInput={setPassphrase}
                problemId={problemId}
                autocomplete="new-password"
              />
              <PassphraseField
                label="再输一次"
                value={again}
                onInput={setAgain}
                problemId={problemId}
                autocomplete="new-password"
              />
              <p class="field__help">口令丢了，文件就打不开了，没有别的办法。</p>
            </>
          )}
          <p id={problemId} class="field__problem" role="alert">
            {problem}
          </p>
          <button
            type="submit"
            class="button button--primary"
            aria-disabled={busy ? 'true' : undefined}
          >
            {busy ? '正在导出……' : '导出全部记录'}
          </button>
        </fieldset>
      </form>
      {inventory.size > 0 && <ExportText inventory={inventory} />}
    </section>
  );
}
