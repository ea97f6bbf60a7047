import { useId, useState } from 'preact/hooks';
import { EXPORT_MAX_BYTES, readExport } from '../../progress/records/export-file.ts';
import type { ImportPlan, StoredValues } from '../../progress/records/import.ts';
import { isLocked } from '../../progress/records/is-locked.ts';
import { planFor } from '../../stores/transfer.ts';
import { FilePicker } from '../shared/FilePicker.tsx';
import { ImportPreview } from './ImportPreview.tsx';
import { ImportText } from './ImportText.tsx';
import { Late } from '../shared/Late.tsx';
import type { UndoableAction } from '../shared/UndoToast.tsx';
import type { RecordsProps } from './records-props.ts';
import { PassphraseField } from './PassphraseField.tsx';
import { FAULT_WORDS } from './words.ts';

interface Props extends RecordsProps {
  onDone: (action: UndoableAction) => void;
}

/** The section of `/progress/` in which records come in. */
export function ImportSection(props: Props) {
  return (
    <section aria-labelledby="import">
      <h2 id="import">导入</h2>
      <p>
        选一个导出的文件，或者粘贴导出的文字，先看看会有什么变化，再决定导不导入。导入不会删掉这里已有的记录。
      </p>
      <ImportRecords {...props} />
    </section>
  );
}

/** Reads an export, shows what it would do, and does it when the reader agrees. */
export function ImportRecords({ pages, onDone }: Props) {
  const [sealed, setSealed] = useState<Uint8Array | undefined>();
  const [passphrase, setPassphrase] = useState('');
  const [problem, setProblem] = useState<keyof typeof FAULT_WORDS | undefined>();
  const [plan, setPlan] = useState<ImportPlan | undefined>();
  // A field that is drawn anew forgets its file, so that the same one can be chosen again.
  const [field, setField] = useState(0);
  const [busy, setBusy] = useState(false);
  // How often what opens a locked file did not come; absent when it did.
  const [late, setLate] = useState(0);
  const problemId = useId();

  const reset = () => {
    setSealed(undefined);
    setPassphrase('');
    setProblem(undefined);
    setPlan(undefined);
  };
  const close = () => {
    reset();
    setField(field + 1);
  };
  const take = (text: string) => {
    const file = readExport(text);
    if (typeof file === 'string') return setProblem(file);
    const values: StoredValues = new Map(Object.entries(file.values));
    setSealed(undefined);
    setPlan(planFor(values));
  };
  const read = async (file: File | undefined) => {
    reset();
    if (!file) return;
    if (file.size > EXPORT_MAX_BYTES) return setProblem('too-big');
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      if (isLocked(bytes)) return setSealed(bytes);
      take(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    } catch {
      setProblem('encoding');
    }
  };
  const open = async (event: Event) => {
    event.preventDefault();
    if (!sealed || busy) return;
    setBusy(true);
    setProblem(undefined);
    try {
      const lock = await import('../../progress/records/passphrase.ts').catch(() => undefined);
      setLate(lock ? 0 : late + 1);
      if (!lock) return;
      const text = await lock.unlock(sealed, passphrase);
      if (text === undefined) setProblem('passphrase');
      else take(text);
    } catch {
      setProblem('passphrase');
    } finally {
      setBusy(false);
    }
  };

  return (
    <>
      <FilePicker
        key={field}
        label="选导出的文件"
        problemId={problemId}
        onFiles={([file]) => void read(file)}
      />
      <ImportText
        onText={(text) => {
          reset();
          take(text);
        }}
      />
      {sealed && (
        <form class="records__form" onSubmit={(event) => void open(event)}>
          <PassphraseField
            label="这个文件用口令锁着，口令是"
            value={passphrase}
            onInput={setPassphrase}
            problemId={problemId}
            invalid={problem === 'passphrase'}
            autocomplete="off"
          />
          <button
            type="submit"
            class="button"
            disabled={passphrase === ''}
            aria-disabled={busy ? 'true' : undefined}
          >
            {busy ? '正在打开……' : '打开'}
          </button>
        </form>
      )}
      <p id={problemId} class="field__problem" role="alert">
        {problem && FAULT_WORDS[problem]}
      </p>
      {late > 0 && <Late isAsked key={late} what="打开口令锁的部分没有取到，文件还没有打开。" />}
      {plan && <ImportPreview plan={plan} pages={pages} onDone={onDone} onClose={close} />}
    </>
  );
}
