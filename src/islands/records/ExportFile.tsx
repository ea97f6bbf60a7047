import { useId, useState } from 'preact/hooks';
import { isoDay } from '../../model/format-day.ts';
import { noteExport } from '../../stores/last-export.ts';
import { exportEverything } from '../../stores/transfer.ts';
import { AskSaved } from '../shared/AskSaved.tsx';
import { download } from '../shared/download.ts';
import { Late } from '../shared/Late.tsx';
import { FILE_NAME } from '../shared/site-name.ts';
import { PassphraseField } from './PassphraseField.tsx';

/**
 * Exports everything to one file, locked with a passphrase if the reader wants.
 *
 * @param props.isAny whether there is anything to export
 */
export function ExportFile({ isAny }: { isAny: boolean }) {
  const [locked, setLocked] = useState(false);
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [problem, setProblem] = useState('');
  /** How often what locks the file did not come; 0 when it did. */
  const [late, setLate] = useState(0);
  const [busy, setBusy] = useState(false);
  /** When the file was made that was offered last, in milliseconds since the epoch. */
  const [offered, setOffered] = useState<number | undefined>();
  const problemId = useId();

  const run = async (event: Event) => {
    event.preventDefault();
    if (busy) return;
    setOffered(undefined);
    if (locked && passphrase.length < 8) return setProblem('口令至少 8 个字符。');
    if (locked && passphrase !== again) return setProblem('两次输入的口令不一样。');
    setProblem('');
    setLate(0);
    setBusy(true);
    const now = new Date();
    const name = `${FILE_NAME}-${isoDay(now)}.json`;
    try {
      const text = exportEverything(+now);
      if (locked) {
        const { lock } = await import('../../progress/records/passphrase.ts');
        const bytes = (await lock(text, passphrase)) as BlobPart;
        download(`${name}.age`, bytes, 'application/octet-stream');
      } else download(name, text);
      setPassphrase('');
      setAgain('');
      setOffered(+now);
    } catch {
      if (locked) setLate(late + 1);
      else setProblem('没有导出成。请再试一次，或者做成文字。');
    } finally {
      setBusy(false);
    }
  };

  return (
    <form onSubmit={(event) => void run(event)}>
      <fieldset class="records__form" disabled={!isAny}>
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
        {late > 0 && (
          <Late
            isAsked
            key={late}
            what="没有导出：上锁的部分没有取到；不上锁的文件现在就能导出。"
          />
        )}
        <button
          type="submit"
          class="button button--primary"
          aria-disabled={busy ? 'true' : undefined}
        >
          {busy ? '正在导出……' : '导出全部记录'}
        </button>
        {offered !== undefined && (
          <AskSaved
            key={offered}
            saved="记下了：这一天已经全部导出。"
            onSaved={() => noteExport(offered)}
            otherwise="没有存下，就不算导出。微信、钉钉里打开的网页存不了文件：请用“做成文字”，或者在手机浏览器里打开。"
          />
        )}
      </fieldset>
    </form>
  );
}
