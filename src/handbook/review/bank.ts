/** The questions of a page or of a handbook's terms: what the structure gives, and what its editors wrote. */
import type { QuestionBank } from '../../model/review-question.ts';
import type { Question } from '../../schemas/question.ts';
import type { Term } from '../../schemas/term.ts';
import { FIRST_REVISION, revisionsOf } from '../revisions.ts';
import type { Handbook, Page, Site } from '../types.ts';
import { dutyQuestions } from './duty-questions.ts';
import { itemSubject, type Dropped, type Made } from './made.ts';
import { numberQuestion } from './number-questions.ts';
import { termQuestions } from './term-questions.ts';
import { workflowQuestions } from './workflow-questions.ts';

/** A bank with what was dropped on the way. */
export interface MadeBank extends QuestionBank {
  readonly dropped: readonly Dropped[];
}

/** Name of the bank of a handbook's terms. */
export const termsBankName = (handbook: string) => `glossary/${handbook}`;

/** The questions of a page. */
export function bankOf(site: Site, page: Page): MadeBank {
  const revOf = revisionLookup(site);
  return gather(page.reference, page.title, [
    ...structural(site, page, revOf),
    ...('questions' in page.data
      ? page.data.questions.map((question) => scenario(page, question, revOf))
      : []),
  ]);
}

/** The questions about the terms of a handbook. */
export function termsBankOf(site: Site, handbook: Handbook): MadeBank {
  const terms = site.terms.filter((term) => term.handbooks.includes(handbook.slug));
  // Words of every handbook are about how handbooks are written.
  const isOfTheTrade = ({ handbooks }: Term) =>
    handbooks.length === 1 || handbooks.length < site.handbooks.length;
  const revOf = revisionLookup(site);
  return gather(
    termsBankName(handbook.slug),
    `${handbook.data.department}的术语`,
    termQuestions(termsBankName(handbook.slug), terms.filter(isOfTheTrade), revOf),
  );
}

/** All banks with at least one question. */
export function allBanks(site: Site): MadeBank[] {
  return [
    ...[...site.pages.values()].map((page) => bankOf(site, page)),
    ...site.handbooks.map((handbook) => termsBankOf(site, handbook)),
  ].filter(({ questions, dropped }) => questions.length + dropped.length > 0);
}

function revisionLookup(site: Site): (ref: string) => number {
  const revisions = revisionsOf(site);
  return (ref) => revisions.get(ref) ?? FIRST_REVISION;
}

function gather(page: string, title: string, made: readonly Made[]): MadeBank {
  return {
    page,
    title,
    questions: made.flatMap((each) => ('question' in each ? each.question : [])),
    dropped: made.flatMap((each) => ('dropped' in each ? each.dropped : [])),
  };
}

function structural(site: Site, page: Page, revOf: (ref: string) => number): Made[] {
  switch (page.section) {
    case 'workflows':
      return workflowQuestions(site, page, revOf);
    case 'roles':
      return dutyQuestions(site, page, revOf);
    case 'techniques':
    case 'rules':
      return ('points' in page.data ? page.data.points : page.data.rules).flatMap(
        ({ id, text, why }) =>
          numberQuestion(
            itemSubject(page, id, [text, why], revOf),
            `“${page.title}”里的一条，空着的是多少？`,
            text,
          ),
      );
  }
}

/** A situation that ends without a question asks what to do. */
function asking(situation: string): string {
  return /？[”’）]?$/.test(situation) ? situation : `${situation}怎么办？`;
}

/** What the handbook says of an item, sentence by sentence: the title alone would teach nothing. */
function sayings(page: Page, id: string): (string | undefined)[] {
  switch (page.section) {
    case 'workflows':
      return page.data.phases
        .flatMap(({ steps }) => steps)
        .filter((step) => step.id === id)
        .flatMap(({ title, doneWhen }) => [title, `做到什么样：${doneWhen}`]);
    case 'roles':
      return page.data.groups
        .flatMap(({ duties }) => duties)
        .filter((duty) => duty.id === id)
        .flatMap(({ text, why, doneWhen }) => [text, why, doneWhen && `做到什么样：${doneWhen}`]);
    case 'techniques':
      return [
        ...page.data.points
          .filter((point) => point.id === id)
          .flatMap(({ text, why }) => [text, why]),
        ...page.data.forms.filter((form) => form.id === id).map(({ title }) => title),
      ];
    case 'rules':
      return page.data.rules
        .filter((rule) => rule.id === id)
        .flatMap(({ text, why }) => [text, why]);
  }
}

/** A situation that an editor wrote; a check of the content has looked at it. */
function scenario(page: Page, question: Question, revOf: (ref: string) => number): Made {
  const { about } = question;
  const subject = itemSubject(page, about, sayings(page, about), revOf);
  return {
    question: {
      ...subject,
      id: `${page.reference}~${question.id}`,
      kind: 'scenario',
      prompt: asking(question.situation),
      choices: question.answers.map(({ text, right, why }) => ({
        text,
        why,
        ...(right ? { right } : {}),
      })),
    },
  };
}
