import { useMemo, useState } from 'preact/hooks';
import { randomId } from '../../model/random-id.ts';
import { shuffled, type OrderQuestion } from '../../model/review-question.ts';
import { useDigits } from './use-digits.ts';

interface Props {
  question: OrderQuestion;
  isAnswered: boolean;
  onAnswer: (right: boolean) => void;
}

/** Steps to be put in order, without dragging: each press gives the next number, another takes it away. */
export function OrderAnswer({ question, isAnswered, onAnswer }: Props) {
  const steps = useMemo(() => unlike(question.steps), [question]);
  const [order, setOrder] = useState<readonly string[]>([]);
  const press = (step: string | undefined) => {
    if (step === undefined || isAnswered) return;
    setOrder(order.includes(step) ? order.filter((each) => each !== step) : [...order, step]);
  };
  const list = useDigits<HTMLOListElement>((digit) => press(steps[digit - 1]));
  const isWhole = order.length === steps.length;
  return (
    <>
      <p class="quiet" id="order-help">
        按先后点：先做的先点。再点一次去掉。
      </p>
      <ol class="question__choices" ref={list} aria-describedby="order-help">
        {(isAnswered ? question.steps : steps).map((step, index) => {
          const place = order.indexOf(step) + 1;
          return (
            <li key={step}>
              <button
                type="button"
                class="question__choice"
                aria-pressed={isAnswered ? undefined : place > 0}
                aria-disabled={isAnswered ? 'true' : undefined}
                data-verdict={isAnswered ? (place === index + 1 ? 'right' : 'wrong') : undefined}
                onClick={() => press(step)}
              >
                <span class="question__place" aria-hidden="true">
                  {isAnswered ? index + 1 : place || ''}
                </span>
                <span>{step}</span>
                {!isAnswered && place > 0 && <span class="visually-hidden">，第 {place} 步</span>}
                {isAnswered && place !== index + 1 && (
                  <span class="question__mark">您排在第 {place} 步</span>
                )}
              </button>
            </li>
          );
        })}
      </ol>
      {!isAnswered && (
        <button
          type="button"
          class="button button--primary"
          disabled={!isWhole}
          onClick={() => onAnswer(order.every((step, index) => step === question.steps[index]))}
        >
          就按这个先后
        </button>
      )}
    </>
  );
}

/** In another order than the right one. */
function unlike(steps: readonly string[]): string[] {
  const mixed = shuffled(steps, randomId());
  return mixed.every((step, index) => step === steps[index]) ? [...mixed].reverse() : mixed;
}
