import { useState } from 'preact/hooks';
import { readReceipts, type FoundReceipts } from '../../progress/training/receipt-text.ts';
import { learner } from '../../stores/learner.ts';
import { removeTaken } from '../../stores/taken-events.ts';
import { takeCountersigned } from '../../stores/training.ts';
import { Late } from '../shared/Late.tsx';
import type { UndoableAction } from '../shared/UndoToast.tsx';
import { ReceiptToSign } from './ReceiptToSign.tsx';
import { foundWords } from './found-words.ts';

interface Props {
  onAction: (action: UndoableAction) => void;
}

/**
 * Where receipts are pasted: a mentor signs somebody else's and gives it back; one's own that comes back
 * signed is taken. Heavy: loaded when it is asked for.
 */
export function MentorPaste({ onAction }: Props) {
  const [text, setText] = useState('');
  const [found, setFound] = useState<FoundReceipts | undefined>();
  const [turn, setTurn] = useState(0);
  const [words, setWords] = useState('');
  const [failed, setFailed] = useState(false);
  const read = async (event: Event) => {
    event.preventDefault();
    setTurn(turn + 1);
    setFailed(false);
    const result = await readReceipts(text).catch(() => undefined);
    if (!result) return setFailed(true);
    setFound(result);
    const own = result.receipts.filter((receipt) => receipt.learner.id === learner().id);
    const taken = own.map(takeCountersigned).flatMap((ids) => (ids === 'other-learner' ? [] : ids));
    const added = taken.length;
    setWords([ownWords(own.length, added), ...foundWords(result)].filter(Boolean).join(' '));
    if (added > 0) {
      const takeBack = () => {
        removeTaken(taken);
        setWords('');
      };
      onAction({ words: `收下了带教签的 ${added} 项`, takeBack });
    }
  };
  const others = found?.receipts.filter((receipt) => receipt.learner.id !== learner().id) ?? [];
  return (
    <div class="mentor-paste">
      <form onSubmit={(event) => void read(event)}>
        <label class="field">
          <span class="field__label">回执的文字，连同聊天里的别的话一起粘进来也行</span>
          <textarea rows={4} value={text} onInput={(event) => setText(event.currentTarget.value)} />
        </label>
        <p>
          <button type="submit" class="button" disabled={text.trim() === ''}>
            读出来
          </button>
        </p>
      </form>
      {failed && <Late key={turn} what="读的部分没有取到；粘进来的文字还在。" isAsked />}
      <p role="status">{words}</p>
      {others.map((receipt) => (
        <ReceiptToSign
          key={`${turn} ${receipt.learner.id} ${receipt.at}`}
          receipt={receipt}
          onAction={onAction}
        />
      ))}
    </div>
  );
}

function ownWords(count: number, added: number): string {
  if (count === 0) return '';
  return added > 0
    ? `这是您自己的回执：收下了带教签的 ${added} 项。`
    : '这是您自己的回执，里面没有新签的。';
}
