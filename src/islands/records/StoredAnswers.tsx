import type { Inventory } from '../../progress/records/inventory.ts';
import { RemoveButton } from './RemoveButton.tsx';
import { sizeWords } from './words.ts';

interface Props {
  inventory: Inventory;
  /** Called with the names to remove and what they are. */
  onRemove: (names: readonly string[], what: string) => void;
}

/** Answers to review questions: how many there are, and a way to take them away. */
export function StoredAnswers({ inventory: { answers }, onRemove }: Props) {
  if (answers.length === 0) return null;
  const size = answers.reduce((sum, each) => sum + each.size, 0);
  return (
    <section aria-labelledby="answers-stock">
      <h2 id="answers-stock">复习</h2>
      <p>
        答过 {answers.length} 次，{sizeWords(size)}。什么时候再问，照这些回答算。
      </p>
      <RemoveButton
        label="清除复习的回答"
        onClick={() => onRemove(answers.map(({ name }) => name), '复习的回答')}
      />
    </section>
  );
}
