import type { Inventory } from '../../progress/records/inventory.ts';
import { RemoveButton } from './RemoveButton.tsx';
import { sizeWords } from './words.ts';

interface Props {
  inventory: Inventory;
  onRemove: (words: string, names: readonly string[]) => void;
}

/** Answers to review questions: how many there are, and a way to take them away. */
export function StoredAnswers({ inventory: { answers }, onRemove }: Props) {
  if (answers.length === 0) return null;
  const size = answers.reduce((sum, each) => sum + each.size, 0);
  const names = answers.map(({ name }) => name);
  return (
    <section aria-labelledby="answers-stock">
      <h2 id="answers-stock">复习</h2>
      <ul class="records__list">
        <li>
          <div class="records__what">
            答过 {answers.length} 次{' '}
            <span class="quiet">什么时候再问，照这些回答算，{sizeWords(size)}</span>
          </div>
          <RemoveButton what="复习的回答" onClick={() => onRemove('复习的回答', names)} />
        </li>
      </ul>
    </section>
  );
}
