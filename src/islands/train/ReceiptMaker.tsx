import { useEffect, useId, useState } from 'preact/hooks';
import { isoDay } from '../../model/format-day.ts';
import { draftOnPage } from '../../model/storage-names.ts';
import { countItems, itemsDue } from '../../progress/training/agenda.ts';
import { MOST_PLANS } from '../../progress/training/receipt-code.ts';
import { receiptText } from '../../progress/training/receipt-text.ts';
import {
  makeReceipt,
  type ReceiptDuties,
  type ReceiptReview,
  type ReceiptRun,
} from '../../progress/training/receipt.ts';
import { learner, learnerLabel, setLearnerLabel } from '../../stores/learner.ts';
import { Late } from '../shared/Late.tsx';
import { useDraft } from '../shared/use-draft.ts';
import { NameField } from './NameField.tsx';
import { ReceiptContent } from './ReceiptContent.tsx';
import { ReceiptOut } from './ReceiptOut.tsx';
import type { Training } from './use-training.ts';

/** What is handed over, and how often it was made: a `key` of the text below. */
interface Made {
  readonly parts: readonly string[];
  readonly turn: number;
}

interface Extras {
  readonly runs?: readonly ReceiptRun[];
  readonly duties?: readonly ReceiptDuties[];
  readonly review?: readonly ReceiptReview[];
}

/** Makes a receipt: a label, what goes in, all of it shown before it leaves by any way. */
export function ReceiptMaker({ training }: { training: Training }) {
  const { state, events, handbook, today } = training;
  const saved = learnerLabel();
  const label = useDraft(draftOnPage('train', 'label'), saved);
  const [left, setLeft] = useState<readonly string[]>([]);
  const [wanted, setWanted] = useState<readonly (keyof Extras)[]>([]);
  const [extras, setExtras] = useState<Extras>({});
  const [late, setLate] = useState(0);
  const [problem, setProblem] = useState('');
  const [made, setMade] = useState<Made | 'failed' | 'not-loaded' | undefined>();
  const [turn, setTurn] = useState(0);
  const id = useId();
  const name = (label.text ?? saved).trim();
  const starts = state.starts.filter((start) => !left.includes(start.id));
  const { data, revs, nameNow } = handbook;
  const items = itemsDue({ started: starts, state, revs, calendar: data.holidays, today });
  const count = countItems(items);
  const chosen: Extras = Object.fromEntries(wanted.map((each) => [each, extras[each]]));
  const review = chosen.review?.filter(({ plan }) => !left.includes(plan));
  const shown: Extras = review ? { ...chosen, review } : chosen;
  // What was made says something else now.
  useEffect(() => setMade(undefined), [name, left, wanted, events]);

  const want = async (which: keyof Extras, isWanted: boolean) => {
    const others = wanted.filter((each) => each !== which);
    if (!isWanted) return setWanted(others);
    try {
      const { receiptRuns, receiptDuties, receiptReview } = await import('./receipt-extras.ts');
      const now = new Date();
      const make = {
        runs: () => receiptRuns(data.holidays, now),
        duties: () => receiptDuties(now),
        review: () => receiptReview(state.starts, handbook, today),
      };
      setExtras({ ...extras, [which]: await make[which]() });
      setWanted([...others, which]);
    } catch {
      setLate(late + 1);
    }
  };

  const make = async (event: Event) => {
    event.preventDefault();
    if (name === '') return setProblem('先写上姓名或工号，收的人才知道是谁的。');
    if (starts.length === 0) return setProblem('至少选一份计划。');
    if (starts.length > MOST_PLANS) {
      return setProblem(`一份回执最多放 ${MOST_PLANS} 份计划，请分成几份交。`);
    }
    setProblem('');
    setLearnerLabel(name);
    label.drop();
    const receipt = makeReceipt({
      learner: learner(),
      at: Date.now(),
      edition: data.edition,
      starts,
      events,
      nameNow,
      ...shown,
    });
    const text = await receiptText(receipt, count).catch(() => undefined);
    setTurn(turn + 1);
    if (typeof text !== 'object') return setMade(text ?? 'failed');
    const [first = '', ...rest] = text.parts;
    setMade({ parts: [`${text.head}\n${first}`, ...rest], turn });
  };

  return (
    <form class="receipt" onSubmit={(event) => void make(event)}>
      <NameField
        label="姓名或工号"
        value={label.text ?? saved}
        isRequired
        isWrong={problem !== ''}
        describedBy={`${id}-help ${id}-problem`}
        onType={label.write}
      />
      <p id={`${id}-help`} class="field__help">
        只存在这台设备上，随回执交出去。
      </p>
      <fieldset class="receipt__choice">
        <legend>回执里放什么</legend>
        {state.starts.map(({ id: start, plan }) => (
          <Check
            key={start}
            label={plan.title}
            isChecked={!left.includes(start)}
            onChange={(isIn) =>
              setLeft(isIn ? left.filter((each) => each !== start) : [...left, start])
            }
          />
        ))}
        <Check
          label="进行中的执行：编号、流程、走到哪一步、什么时候到期"
          isChecked={wanted.includes('runs')}
          onChange={(isIn) => void want('runs', isIn)}
        />
        <Check
          label="我的岗位这一天、这一周、这个月的职责：做了几项，共几项"
          isChecked={wanted.includes('duties')}
          onChange={(isIn) => void want('duties', isIn)}
        />
        <Check
          label="复习：计划里的页问过几条，估计还记得几条"
          isChecked={wanted.includes('review')}
          onChange={(isIn) => void want('review', isIn)}
        />
      </fieldset>
      {late > 0 && <Late key={late} what="执行、职责或复习没有取到，先不放进回执。" isAsked />}
      <ReceiptContent
        label={name}
        starts={starts}
        items={items}
        state={state}
        handbook={handbook}
        edition={data.edition}
        {...shown}
      />
      <p id={`${id}-problem`} class="field__problem" role="alert">
        {problem}
      </p>
      <p>
        <button type="submit" class="button button--primary">
          做成回执
        </button>
      </p>
      {made === 'failed' && (
        <p class="notice notice--warn" role="alert">
          回执没有做成：内容太多，或者浏览器太旧。少选一份计划再试，或者打印出来。
        </p>
      )}
      {made === 'not-loaded' && (
        <Late isAsked key={turn} what="做回执的部分没有取到，回执没有做成。" />
      )}
      {typeof made === 'object' && (
        <ReceiptOut key={made.turn} parts={made.parts} file={`${name}-${isoDay(new Date())}`} />
      )}
      <p class="field__help">
        回执是<strong>自行声明</strong>
        ：校验码查得出少了、坏了，查不出谎话。要作凭据，请打印签字。
      </p>
    </form>
  );
}

interface CheckProps {
  label: string;
  isChecked: boolean;
  onChange: (isChecked: boolean) => void;
}

function Check({ label, isChecked, onChange }: CheckProps) {
  return (
    <label class="check">
      <input
        type="checkbox"
        class="tick__box"
        checked={isChecked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      {label}
    </label>
  );
}
