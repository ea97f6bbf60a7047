import { useMemo, useState } from 'preact/hooks';
import { randomId } from '../../model/random-id.ts';
import { shuffled, type Choice, type ChoiceQuestion } from '../../model/review-question.ts';
import { useDigits } from './use-digits.ts';

interface Props {
  question: ChoiceQuestion;
  isAnswered: boolean;
  /** @param why why what was chosen is right, or wrong */
  onAnswer: (right: boolean, why?: string) => void;
}

/** Answers to choose from: one press answers. */
export function ChoiceAnswer({ question, isAnswered, onAnswer }: Props) {
  const choices = useMemo(() => shuffled(question.choices, randomId()), [question]);
  const [chosen, setChosen] = useState<Choice>();
  const choose = (choice: Choice | undefined) => {
    if (!choice || isAnswered) return;
    setChosen(choice);
    const isRight = choice.right === true;
    const answer = question.choices.find(({ right }) => right);
    const whys = isRight ? [choice.why] : [choice.why, answer?.why];
    onAnswer(isRight, whys.filter(Boolean).join(' '));
  };
  const list = useDigits<HTMLOListElement>((digit) => choose(choices[digit - 1]));
  return (
    <ol class="question__choices" ref={list}>
      {choices.map((choice) => (
        <li key={choice.text}>
          <button
            type="button"
            class="question__choice"
            aria-disabled={isAnswered ? 'true' : undefined}
            data-verdict={isAnswered ? verdictOf(choice, chosen) : undefined}
            onClick={() => choose(choice)}
          >
            <span>{choice.text}</span>
            {isAnswered && choice.right && <span class="question__mark">正确答案</span>}
            {isAnswered && choice === chosen && !choice.right && (
              <span class="question__mark">您选的</span>
            )}
          </button>
        </li>
      ))}
    </ol>
  );
}

function verdictOf(choice: Choice, chosen: Choice | undefined): string | undefined {
  if (choice.right) return 'right';
  return choice === chosen ? 'wrong' : undefined;
}
