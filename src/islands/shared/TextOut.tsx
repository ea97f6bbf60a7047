import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { inventoryOf } from '../../progress/records/inventory.ts';
import type { CodeKind } from '../../progress/transfer/text-code.ts';
import { noteExport } from '../../stores/last-export.ts';
import { allValues, exportText, runValues, valuesOfRuns } from '../../stores/transfer.ts';
import { readTemplate } from '../../stores/runs/texts.ts';
import { NotLoaded } from './NotLoaded.tsx';
import { loadPopStyles } from './pop.ts';
import { Segmented } from './Segmented.tsx';
import { TextParts } from './TextParts.tsx';

type Choice = 'all' | 'open' | 'run';

const CHOICES: readonly [Choice, string][] = [
  ['all', '全部记录'],
  ['open', '进行中的执行'],
  ['run', '一次执行'],
];

const KINDS: Readonly<Record<Choice, CodeKind>> = { all: 'x', open: 'x', run: 'r' };

/** As many messages are shown at once; of more, the number is said first. */
const FEW_PARTS = 5;
/** More than this many messages nobody sends; a file does it. */
const MOST_PARTS = 20;

/** What was written, and when. */
interface Written {
  readonly parts: readonly string[] | undefined;
  readonly at: number;
}

/** An old browser cannot write it: `failed`. What writes it did not come: `not-loaded`. */
type Outcome = Written | 'failed' | 'not-loaded';

/**
 * Records as text, in parts that a chat message holds: for where files cannot be saved. Heavy: loaded
 * when it is asked for.
 *
 * @param props.run id of the run that is meant; left out, the reader chooses among everything, the
 *   open runs and one run
 */
export function TextOut({ run }: { run?: string | undefined }) {
  const runs = useMemo(() => {
    if (run !== undefined) return [];
    const all = inventoryOf(allValues()).runs;
    const isOpen = (each: (typeof all)[number]) => each.state.status === 'open';
    // A thousand runs have few texts.
    const titles = new Map<string, string | undefined>();
    return [...all.filter(isOpen), ...all.filter((each) => !isOpen(each))].map((each) => {
      const { text, code } = each.state;
      if (!titles.has(text)) titles.set(text, readTemplate(text)?.title);
      return { ...each, name: `${code} ${titles.get(text) ?? ''}` };
    });
  }, [run]);
  const open = runs.filter(({ state }) => state.status === 'open').map(({ id }) => id);
  const [choice, setChoice] = useState<Choice>(run === undefined ? 'all' : 'run');
  const [picked, setPicked] = useState(run ?? runs[0]?.id ?? '');
  const [written, setWritten] = useState<Outcome | undefined>();
  const [isAgreed, setAgreed] = useState(false);
  const newest = useRef(0);

  const isEmpty = (choice === 'open' && open.length === 0) || (choice === 'run' && picked === '');
  const write = async () => {
    newest.current += 1;
    const turn = newest.current;
    setWritten(undefined);
    setAgreed(false);
    if (isEmpty) return;
    const values =
      choice === 'all' ? allValues() : choice === 'open' ? valuesOfRuns(open) : runValues(picked);
    const at = Date.now();
    const module = await import('../../progress/transfer/text-code.ts').catch(() => undefined);
    const done = module
      ? await module.writeCode(KINDS[choice], exportText(values, at)).then(
          (parts): Written => ({ parts, at }),
          () => 'failed' as const,
        )
      : 'not-loaded';
    if (turn === newest.current) setWritten(done);
  };
  useEffect(() => void write(), [choice, picked]);
  useEffect(() => void loadPopStyles(), []);

  const count = typeof written === 'object' ? written.parts?.length : undefined;
  const isShown = count !== undefined && count <= (isAgreed ? MOST_PARTS : FEW_PARTS);
  return (
    <div class="text-out">
      {run === undefined && (
        <div class="text-out__tools">
          <Segmented
            label="要哪些"
            name="text-choice"
            options={CHOICES}
            value={choice}
            onChange={setChoice}
          />
          {choice === 'run' && runs.length > 0 && (
            <label class="field field--inline">
              <span class="field__label">哪一次</span>
              <select value={picked} onChange={(event) => setPicked(event.currentTarget.value)}>
                {runs.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
          )}
        </div>
      )}
      <p role="status">{isEmpty ? '没有这样的执行。' : wordsOf(written, isShown)}</p>
      <NotLoaded
        load={{
          hasFailed: written === 'not-loaded',
          turn: newest.current,
          retry: () => void write(),
        }}
        what="做文字的部分没有取到。"
      />
      {count !== undefined && count <= MOST_PARTS && !isShown && (
        <p>
          <button type="button" class="button" onClick={() => setAgreed(true)}>
            做成 {count} 段
          </button>
        </p>
      )}
      {isShown && typeof written === 'object' && (
        <TextParts
          key={written.at}
          parts={written.parts ?? []}
          onKept={choice === 'all' ? () => noteExport(written.at) : undefined}
        />
      )}
    </div>
  );
}

function wordsOf(written: Outcome | undefined, isShown: boolean): string {
  // Said apart, with the cause.
  if (written === 'not-loaded') return '';
  if (written === undefined) return '正在数要分成几段……';
  if (written === 'failed') return '文字没有做成：太旧的浏览器做不成，请用文件。';
  const count = written.parts?.length;
  if (isShown) {
    return count === 1
      ? '只有一段，发一条消息。'
      : `一共 ${count} 段，一段发一条消息，顺序不要紧。`;
  }
  const many = `要分成${count === undefined ? '上千' : ` ${count} `}段`;
  return count !== undefined && count <= MOST_PARTS
    ? `${many}，一段发一条消息。嫌多，就只要进行中的执行，或者一次执行。`
    : `${many}，太多了：请用文件，或者只要进行中的执行、一次执行。`;
}
