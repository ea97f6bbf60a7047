/**
 * `npm run questions`: how many review questions of each kind a page gives, and what was dropped and why.
 * `npm run questions -- --sample 200 --seed 7` prints so many of them with their answers, drawn by the seed,
 * to be read through.
 */
import { parseArgs } from 'node:util';
import { QUESTION_KINDS, shuffled } from '../../src/model/review-question.ts';
import { allBanks } from '../../src/handbook/review/bank.ts';
import { DROP_REASONS } from '../../src/handbook/review/drop.ts';
import { readSite } from './read-site.ts';

const { values } = parseArgs({
  options: { sample: { type: 'string' }, seed: { type: 'string', default: '1' } },
});
const banks = allBanks(readSite());
const questions = banks.flatMap((bank) => bank.questions);

if (values.sample) {
  for (const question of shuffled(questions, values.seed).slice(0, Number(values.sample))) {
    console.log(`\n[${question.id}] ${question.prompt}`);
    if (question.kind === 'order') console.log(`  ${question.steps.join(' → ')}`);
    else
      for (const { text, right } of question.choices) console.log(`  ${right ? '✓' : '·'} ${text}`);
    console.log(`  ＝ ${question.passage}`);
  }
} else {
  for (const { page, questions: made, dropped } of banks) {
    const kinds = QUESTION_KINDS.flatMap((kind) => {
      const { length } = made.filter((question) => question.kind === kind);
      return length > 0 ? [`${kind} ${length}`] : [];
    });
    console.log(`${page}: ${kinds.join(', ') || '0'}`);
    for (const { id, reason } of dropped) console.log(`    dropped ${id}: ${DROP_REASONS[reason]}`);
  }
  const count = (kind: string) => questions.filter((question) => question.kind === kind).length;
  console.log(`\n${QUESTION_KINDS.map((kind) => `${kind} ${count(kind)}`).join(', ')}`);
  const dropped = banks.flatMap((bank) => bank.dropped);
  for (const reason of Object.keys(DROP_REASONS)) {
    console.log(`dropped, ${reason}: ${dropped.filter((each) => each.reason === reason).length}`);
  }
  // What the editors set themselves: situations for each page of a kind.
  const least: Readonly<Record<string, number>> = { workflows: 3, roles: 2, techniques: 2 };
  for (const { page, questions: made } of banks) {
    const wanted = least[page.split('/')[1] ?? ''] ?? 0;
    const there = made.filter(({ kind }) => kind === 'scenario').length;
    if (there < wanted) console.log(`${page}: ${there} situations, ${wanted} are wanted`);
  }
  console.log(`${questions.length} questions on ${banks.length} pages, ${dropped.length} dropped`);
}
