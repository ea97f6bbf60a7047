import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { href } from '../../model/address.ts';
import { ChoiceAnswer } from './ChoiceAnswer.tsx';
import { OrderAnswer } from './OrderAnswer.tsx';
import { KIND_LABEL } from './practice-words.ts';
import type { SessionQuestion } from './use-session.ts';

interface Props {
  question: SessionQuestion;
  /** True for the first question of the page: it does not take the focus. */
  isFirst: boolean;
  onAnswer: (right: boolean) => void;
  onNext: () => void;
}

/**
 * One question, and after its answer what the handbook says. Digits choose while the focus is in it, and
 * Enter goes on.
 */
export function QuestionCard({ question, isFirst, onAnswer, onNext }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const next = useRef<HTMLButtonElement>(null);
  const [verdict, setVerdict] = useState<{ right: boolean; why?: string | undefined }>();
  useEffect(() => {
    if (!isFirst) heading.current?.focus();
  }, []);
  useEffect(() => {
    if (verdict) next.current?.focus({ preventScroll: false });
  }, [verdict]);
  const answered = (right: boolean, why?: string) => {
    onAnswer(right);
    setVerdict({ right, why });
  };
  return (
    <section class="question" aria-labelledby="question" data-handbook={handbookOf(question.page)}>
      <p class="question__about quiet">
        {question.source} · {KIND_LABEL[question.kind]}
      </p>
      <h2 id="question" ref={heading} tabIndex={-1}>
        {question.prompt}
      </h2>
      {question.kind === 'order' ? (
        <OrderAnswer question={question} isAnswered={verdict !== undefined} onAnswer={answered} />
      ) : (
        <ChoiceAnswer question={question} isAnswered={verdict !== undefined} onAnswer={answered} />
      )}
      <div role="status">
        {verdict && (
          <Verdict right={verdict.right}>
            {verdict.why && <p>{verdict.why}</p>}
            <blockquote class="question__passage">
              <p>{question.passage}</p>
              <p>
                <a href={href(question.path)}>手册里的原文</a>
              </p>
            </blockquote>
          </Verdict>
        )}
      </div>
      {verdict && (
        <button type="button" class="button button--primary" ref={next} onClick={onNext}>
          {verdict.right ? '下一题' : '下一题，这一题等会儿再问'}
        </button>
      )}
    </section>
  );
}

function Verdict({ right, children }: { right: boolean; children: ComponentChildren }) {
  return (
    <div class="question__verdict" data-right={right ? '' : undefined}>
      <p>
        <strong>{right ? '对' : '不对'}</strong>
      </p>
      {children}
    </div>
  );
}

/** The bank of a handbook's terms is named after it, too. */
function handbookOf(page: string): string {
  const [first = '', second = ''] = page.split('/');
  return first === 'glossary' ? second : first;
}
