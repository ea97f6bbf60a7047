/** Terms by their definitions, and definitions by their terms. */
import type { Term } from '../../schemas/term.ts';
import { withNearest } from './distractors.ts';
import { hintsOf, type Hint } from './hint.ts';
import { choiceQuestion, droppedQuestion, quoted, type Made, type Subject } from './made.ts';

/** Stands for the word that is asked for, in its own definition. */
const GAP = '＿＿';

/** Sentences about the handbook's wording, not about the thing. */
const ABOUT_WORDING = /来源|编者|旧手册|手册里|英文|又叫|也叫|写作|简称|见“/;

/** A definition shorter than this says too little. */
const SHORTEST = 12;

/** Part of a term's characters that its definition may repeat: more of them give the term away. */
const REPEATS = 0.5;

/** Who does something (岗位、部门、公司), as against what is done or used. */
const SOMEBODY = /(部|部门|岗|人|员|者|经理|总监|代表|主管|公司|客户|机构|银行|领导|上级)$/;

/** The questions about terms that stand in one bank. */
export function termQuestions(
  bank: string,
  terms: readonly Term[],
  revOf: (ref: string) => number,
): Made[] {
  const near = hintsOf(terms.map(({ definition }) => definition));
  const hint = hintsOf(terms.map(({ term, definition }) => term + definition));
  return terms.flatMap((term): Made[] => {
    const clues = cluesOf(term);
    const ref = `${bank}#${term.id}`;
    if (clues.length < SHORTEST || repeats(term.term, clues) > REPEATS) {
      return (['term', 'meaning'] as const).map((kind) => droppedQuestion(kind, ref, 'clue'));
    }
    const beside = terms
      .filter(({ id, aliases }) => id !== term.id && !aliases.includes(term.term))
      .filter((other) => cluesOf(other) !== '')
      .filter((other) => SOMEBODY.test(other.term) === SOMEBODY.test(term.term))
      // A word that the definition mentions could be meant by it.
      .filter((other) => ![other.term, ...other.aliases].some((name) => clues.includes(name)))
      .map((other) => ({ other, likeness: near(other.definition, clues) }))
      .filter(({ likeness }) => likeness >= LIKE)
      .sort((a, b) => b.likeness - a.likeness)
      .map(({ other }) => other);
    const field = beside.length < FIELD ? [] : beside;
    const subject = {
      // A word of two handbooks stands among the words of each.
      ref,
      rev: revOf(`glossary#${term.id}`),
      passage: `${term.term}：${term.definition}`,
      path: `/glossary/#${term.id}`,
    };
    return [
      choiceQuestion(
        'term',
        subject,
        `这说的是哪个词？${clues}`,
        withNearest(
          term.term,
          field.map((other) => other.term),
        ),
        clues,
        { hint },
      ),
      meaningQuestion(term, field, subject, hint),
    ];
  });
}

/** What a term means, in its first sentence, beside those of the terms of its field. */
function meaningQuestion(term: Term, field: readonly Term[], subject: Subject, hint: Hint): Made {
  const meaning = firstClue(term);
  if (meaning.includes(GAP)) return droppedQuestion('meaning', subject.ref, 'clue');
  const others = field.map(firstClue).filter((text) => text !== '' && !text.includes(GAP));
  return choiceQuestion(
    'meaning',
    subject,
    `${quoted(term.term)}说的是什么？`,
    withNearest(meaning, others),
    term.term,
    { hint },
  );
}

/** The first sentence of a definition, without its full stop; empty where it is about the wording. */
function firstClue(term: Term): string {
  return (cluesOf(term).split('。')[0] ?? '').trim();
}

/** Least weight of characters that two definitions share, for their terms to be of one field. */
const LIKE = 9.5;

/** With fewer words of its field beside it a term is plain to see. */
const FIELD = 3;

/** The definition without its own word, and without what is said of the wording. */
function cluesOf({ term, aliases, definition }: Term): string {
  const sentences = definition.split(/(?<=。)/);
  const [first = ''] = sentences;
  // A gap for another name than the one that is asked for would mislead.
  const isClear = (sentence: string) =>
    !ABOUT_WORDING.test(sentence) &&
    !aliases.some((alias) => sentence.includes(alias) && !term.includes(alias));
  if (!isClear(first)) return '';
  return sentences
    .filter(isClear)
    .map((sentence) => sentence.replaceAll(term, GAP))
    .join('');
}

/** @returns from 0 to 1 */
function repeats(term: string, clues: string): number {
  const characters = [...new Set(term)];
  return characters.filter((char) => clues.includes(char)).length / characters.length;
}
