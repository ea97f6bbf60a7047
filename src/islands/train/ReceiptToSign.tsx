import { useEffect, useId, useState } from 'preact/hooks';
import { formatStamp, isoDay } from '../../model/format-day.ts';
import { draftOnPage } from '../../model/storage-names.ts';
import { isAsked, countItems, itemsDue, type DueItem } from '../../progress/training/agenda.ts';
import { foldTraining, itemsNow } from '../../progress/training/fold.ts';
import { receiptText } from '../../progress/training/receipt-text.ts';
import { countersignReceipt, type Receipt } from '../../progress/training/receipt.ts';
import { $training, countersign, withdraw } from '../../stores/training.ts';
import { Late } from '../shared/Late.tsx';
import type { UndoableAction } from '../shared/UndoToast.tsx';
import { useDraft } from '../shared/use-draft.ts';
import { useLiveStore } from '../shared/use-live-store.ts';
import { fetchHandbook, type HandbookNow } from './handbook-now.ts';
import { NameField } from './NameField.tsx';
import { ReceiptOut } from './ReceiptOut.tsx';
import { confirmedWords } from './train-words.ts';

interface Props {
  receipt: Receipt;
  onAction: (action: UndoableAction) => void;
}

/** Somebody else's receipt: the mentor ticks what they watched, signs, and gives it back. */
export function ReceiptToSign({ receipt, onAction }: Props) {
  const { learner, plans, at } = receipt;
  const [handbook, setHandbook] = useState<HandbookNow | 'failed' | undefined>();
  const load = () => {
    const refs = plans.flatMap(({ plan }) => plan.items.map(({ ref }) => ref));
    fetchHandbook(refs).then(setHandbook, () => setHandbook('failed'));
  };
  useEffect(load, []);
  return (
    <section class="to-sign" aria-label={`${learner.label}的回执`}>
      <h3>{learner.label}的回执</h3>
      <p class="quiet">
        {plans.map(({ plan }) => plan.title).join('、')}；{formatStamp(at)} 做的
      </p>
      {handbook === 'failed' ? (
        <Late what="手册的目录没有取到，现在签不了。" />
      ) : (
        handbook && <Signing receipt={receipt} handbook={handbook} onAction={onAction} />
      )}
    </section>
  );
}

const NONE: ReadonlyMap<string, never> = new Map<string, never>();

function Signing({ receipt, handbook, onAction }: Props & { handbook: HandbookNow }) {
  const events = useLiveStore($training, NONE);
  const name = useDraft(draftOnPage('train', 'countersign'));
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [problem, setProblem] = useState('');
  const [given, setGiven] = useState<readonly string[] | 'failed' | 'not-loaded' | undefined>();
  const [turn, setTurn] = useState(0);
  const id = useId();
  const mine = foldTraining(events.values(), handbook.nameNow).countersigned.filter(
    (event) => event.learner === receipt.learner.id,
  );
  const signed = countersignReceipt(receipt, mine);
  const items = itemsOfReceipt(signed, handbook);
  const observed = items.filter(({ need }) => need === 'observe');
  const open = observed.filter(isAsked);
  const last = mine.at(-1)?.by ?? '';
  const by = name.text ?? last;

  const give = async (whole: Receipt) => {
    const text = await receiptText(whole, countItems(itemsOfReceipt(whole, handbook))).catch(
      () => undefined,
    );
    setTurn(turn + 1);
    if (typeof text !== 'object') return setGiven(text ?? 'failed');
    const [first = '', ...rest] = text.parts;
    setGiven([`${text.head}（带教签过）\n${first}`, ...rest]);
  };
  const sign = async (event: Event) => {
    event.preventDefault();
    const chosen = open.filter(({ ref }) => ticked.includes(ref));
    if (chosen.length === 0 && mine.length === 0) return setProblem('先勾上您看着做过的。');
    if (chosen.length > 0 && by.trim() === '') return setProblem('先写上您的姓名或称呼。');
    setProblem('');
    name.drop();
    setTicked([]);
    const fresh = chosen.flatMap(({ ref, rev }) =>
      rev === undefined ? [] : countersign(receipt.learner.id, ref, rev, by),
    );
    if (fresh.length > 0) {
      onAction({
        words: `签了 ${fresh.length} 项：${receipt.learner.label}`,
        takeBack: () => {
          for (const each of fresh) withdraw(each.id);
          setGiven(undefined);
        },
      });
    }
    await give(countersignReceipt(receipt, [...mine, ...fresh]));
  };

  if (observed.length === 0) return <p>这份回执里没有要带教看着做的。</p>;
  return (
    <form onSubmit={(event) => void sign(event)}>
      <ul class="train-list">
        {observed.map((item) => (
          <li key={item.ref} class="train-item">
            {open.includes(item) ? (
              <label class="tick">
                <input
                  type="checkbox"
                  class="tick__box"
                  checked={ticked.includes(item.ref)}
                  onChange={(event) =>
                    setTicked(
                      event.currentTarget.checked
                        ? [...ticked, item.ref]
                        : ticked.filter((ref) => ref !== item.ref),
                    )
                  }
                />
                <span class="tick__text">{handbook.itemOf(item.ref)?.text ?? item.ref}</span>
              </label>
            ) : (
              <p class="train-item__text">{handbook.itemOf(item.ref)?.text ?? item.ref}</p>
            )}
            <p class="train-item__meta">
              <span>{handbook.itemOf(item.ref)?.kind}</span>
              {item.state === 'changed' && <span>手册改了，要再看一次</span>}
              {item.state === 'retired' && <span>手册里没有这一条了</span>}
              {item.confirmed && <span>{confirmedWords(item.confirmed)}</span>}
            </p>
          </li>
        ))}
      </ul>
      {open.length > 0 && (
        <NameField
          label="您的姓名或称呼"
          value={by}
          isWrong={problem !== ''}
          describedBy={`${id}-help ${id}-problem`}
          onType={name.write}
        />
      )}
      <p id={`${id}-help`} class="field__help">
        <strong>自行声明</strong>：没有人核对，要作凭据请打印签字。
      </p>
      <p id={`${id}-problem`} class="field__problem" role="alert">
        {problem}
      </p>
      {(open.length > 0 || mine.length > 0) && (
        <p>
          <button type="submit" class="button">
            {open.length > 0 ? '签好，做成回执发回去' : '再做一份回执发回去'}
          </button>
        </p>
      )}
      {given === 'failed' && (
        <p class="notice notice--warn" role="alert">
          回执没有做成；签的已经记在这台设备上，换个浏览器再试。
        </p>
      )}
      {given === 'not-loaded' && (
        <Late isAsked key={turn} what="做回执的部分没有取到；签的已经记在这台设备上。" />
      )}
      {typeof given === 'object' && (
        <ReceiptOut
          key={given.join()}
          parts={given}
          file={`${receipt.learner.label}-带教-${isoDay(new Date())}`}
          isSigned
        />
      )}
    </form>
  );
}

/** How the items of a receipt stand, by the present handbook. */
function itemsOfReceipt({ plans, events, at }: Receipt, handbook: HandbookNow): DueItem[] {
  const { data, revs, nameNow } = handbook;
  return itemsDue({
    started: plans.map(({ id, plan, day }) => ({
      id,
      day,
      at,
      plan: { ...plan, items: itemsNow(plan.items, nameNow) },
    })),
    state: foldTraining(events, nameNow),
    revs,
    calendar: data.holidays,
    today: isoDay(new Date()),
  });
}
