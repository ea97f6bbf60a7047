import { useRef, useState } from 'preact/hooks';
import type { Inventory } from '../../progress/records/inventory.ts';
import { noteExport } from '../../stores/last-export.ts';
import { allValues, exportText, valuesOfRuns } from '../../stores/transfer.ts';
import { copyText } from '../shared/copy-text.ts';
import { Segmented } from '../shared/Segmented.tsx';

type Choice = 'all' | 'open';

const CHOICES: readonly [Choice, string][] = [
  ['all', '全部记录'],
  ['open', '进行中的执行'],
];

/** More than this many messages nobody sends; a file does it. */
const MOST_PARTS = 20;

/** Records as text, in parts that a chat message holds: for where files cannot be saved. */
export function ExportText({ inventory }: { inventory: Inventory }) {
  const [choice, setChoice] = useState<Choice>('all');
  const [parts, setParts] = useState<readonly string[]>([]);
  const [copied, setCopied] = useState<ReadonlySet<number>>(new Set());
  const [words, setWords] = useState('');
  const fields = useRef<(HTMLTextAreaElement | null)[]>([]);

  const choose = (next: Choice) => {
    setChoice(next);
    setParts([]);
    setWords('');
  };
  const write = async () => {
    setCopied(new Set());
    try {
      const { writeCode } = await import('../../progress/transfer/text-code.ts');
      const open = inventory.runs.filter(({ state }) => state.status === 'open');
      const values = choice === 'all' ? allValues() : valuesOfRuns(open.map(({ id }) => id));
      const written = await writeCode('x', exportText(values, Date.now()));
      const isShort = written !== undefined && written.length <= MOST_PARTS;
      setParts(isShort ? written : []);
      setWords(
        isShort
          ? `一共 ${written.length} 段，一段发一条消息，顺序不要紧。`
          : `要分成${written ? ` ${written.length} ` : '上千'}段，太多了：请用文件，或者只要进行中的执行。`,
      );
    } catch {
      setWords('文字没有做成。请检查网络，刷新页面再试一次。');
    }
  };
  const copy = async (index: number) => {
    const field = fields.current[index];
    if (!field) return;
    if (!(await copyText(field))) return setWords('复制不了：文字已经选中，请按住它自己复制。');
    const all = new Set([...copied, index]);
    setCopied(all);
    const isWhole = all.size === parts.length;
    setWords(
      isWhole
        ? '已全部复制。粘到自己收得到的地方，才算存好。'
        : `第 ${index + 1} 段已复制，还有 ${parts.length - all.size} 段。`,
    );
    if (isWhole && choice === 'all') noteExport(Date.now());
  };

  return (
    <div class="records__text">
      <h3>存不了文件，就用文字</h3>
      <p>微信、钉钉里打开的网页存不了文件。做成文字，发给自己，到另一处粘进“导入”。</p>
      <div class="records__text-tools">
        <Segmented
          label="要哪些"
          name="text-choice"
          options={CHOICES}
          value={choice}
          onChange={choose}
        />
        <button type="button" class="button" onClick={() => void write()}>
          做成文字
        </button>
      </div>
      <p class="field__help" role="status">
        {words}
      </p>
      {parts.length > 0 && (
        <ol class="records__parts">
          {parts.map((part, index) => (
            <li key={part}>
              <textarea
                ref={(field) => {
                  fields.current[index] = field;
                }}
                readOnly
                rows={2}
                aria-label={`第 ${index + 1} 段`}
                value={part}
                onFocus={(event) => event.currentTarget.select()}
              />
              <button
                type="button"
                class="button"
                aria-label={`复制第 ${index + 1} 段`}
                onClick={() => void copy(index)}
              >
                {copied.has(index) ? '已复制' : '复制'}
              </button>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
