/** The questions of a page or of a handbook's terms: what the structure gives, and what its editors wrote. */
import type { QuestionBank } from '../../model/review-question.ts';
import type { Question } from '../../schemas/question.ts';
import type { Term } from '../../schemas/term.ts';
import { itemsOf } from '../items.ts';
import { FIRST_REVISION, revisionsOf } from '../revisions.ts';
import type { Handbook, Page, RolePage, Site } from '../types.ts';
import { withDistractors, withNearest } from './distractors.ts';
import { choiceQuestion, type Dropped, type Made, type Subject } from './made.ts';
import { numberQuestion } from './number-questions.ts';
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
  const revOf = revisionLookup(site);
  return gather(
    termsBankName(handbook.slug),
    `${handbook.data.department}的术语`,
    terms.map((term) => termQuestion(handbook.slug, term, terms, revOf)),
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
      return dutyQuestions(page, revOf);
    case 'techniques':
      return page.data.points.flatMap(({ id, text, why }) =>
        numberQuestion(subjectOf(page, id, [text, why], revOf), page.title, text),
      );
    case 'rules':
      return page.data.rules.flatMap(({ id, text, why }) =>
        numberQuestion(subjectOf(page, id, [text, why], revOf), page.title, text),
      );
  }
}

/** What shows that a duty is done, and the numbers in it. */
function dutyQuestions(page: RolePage, revOf: (ref: string) => number): Made[] {
  const duties = page.data.groups.flatMap((group) => group.duties);
  return duties.flatMap((duty) => {
    const { id, text, doneWhen } = duty;
    const subject = subjectOf(page, id, [text, doneWhen && `做到什么样：${doneWhen}`], revOf);
    const beside = duties.flatMap((other) =>
      other.id !== id && other.doneWhen ? [other.doneWhen] : [],
    );
    return [
      ...numberQuestion(subject, page.title, text),
      ...(doneWhen
        ? [
            choiceQuestion(
              'evidence',
              subject,
              `${page.title}的一条职责是“${text}”。做到什么样才算数？`,
              withDistractors(doneWhen, beside, `${subject.ref}~evidence`, text),
              text,
            ),
          ]
        : []),
    ];
  });
}

function subjectOf(
  page: Page,
  id: string,
  texts: readonly (string | undefined)[],
  revOf: (ref: string) => number,
): Subject {
  const ref = `${page.reference}#${id}`;
  const sentences = texts.flatMap((text) => (text ? [text.replace(/[。；]$/, '')] : []));
  return { ref, rev: revOf(ref), passage: `${sentences.join('。')}。`, path: `${page.path}#${id}` };
}

/** A situation that an editor wrote; a check of the content has looked at it. */
function scenario(page: Page, question: Question, revOf: (ref: string) => number): Made {
  const item = itemsOf(page).find(({ id }) => id === question.about);
  const subject = subjectOf(page, question.about, [item?.text ?? page.title], revOf);
  return {
    question: {
      ...subject,
      id: `${page.reference}~${question.id}`,
      kind: 'scenario',
      prompt: question.situation,
      choices: question.answers.map(({ text, right, why }) => ({
        text,
        why,
        ...(right ? { right } : {}),
      })),
    },
  };
}

/** Stands for the word that is asked for, in its own definition. */
const GAP = '＿＿';

function termQuestion(
  handbook: string,
  term: Term,
  terms: readonly Term[],
  revOf: (ref: string) => number,
): Made {
  const names = [term.term, ...term.aliases].sort((a, b) => b.length - a.length);
  const gapped = names.reduce((text, name) => text.replaceAll(name, GAP), term.definition);
  const ref = `glossary#${term.id}`;
  const beside = terms
    .filter(({ id, aliases }) => id !== term.id && !aliases.includes(term.term))
    // A word that the definition mentions could be meant by it.
    .filter((other) => !gapped.includes(other.term))
    .map((other) => ({ name: other.term, likeness: likeness(other.definition, gapped) }))
    .sort((a, b) => b.likeness - a.likeness)
    .map(({ name }) => name);
  return choiceQuestion(
    'term',
    {
      // A word of two handbooks stands among the words of each.
      ref: `${termsBankName(handbook)}#${term.id}`,
      rev: revOf(ref),
      passage: `${term.term}：${term.definition}`,
      path: `/glossary/#${term.id}`,
    },
    `这说的是哪个词？${gapped}`,
    withNearest(term.term, beside),
    gapped,
  );
}

/** How many pairs of characters two texts share: words of the same trade. */
function likeness(one: string, other: string): number {
  const pairs = (text: string) =>
    new Set(Array.from(text, (_, index) => text.slice(index, index + 2)).filter(isWord));
  const [a, b] = [pairs(one), pairs(other)];
  return [...a].filter((pair) => b.has(pair)).length;
}

const isWord = (pair: string) => /^\p{L}{2}$/u.test(pair);
