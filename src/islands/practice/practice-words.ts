import type { QuestionKind } from '../../model/review-question.ts';

/** What a kind of question is about, for the line below the question. */
export const KIND_LABEL: Readonly<Record<QuestionKind, string>> = {
  next: '下一步',
  order: '先后',
  doer: '谁来做',
  signer: '谁签字',
  evidence: '做到什么样',
  outcome: '接着怎么办',
  form: '用哪张单',
  number: '时限与数目',
  term: '术语',
  meaning: '术语',
  scenario: '遇到这样的事',
};
