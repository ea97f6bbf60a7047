/** The review questions as they are published: of use, named once, their passages where they say. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  BANK_INDEX_PATH,
  bankNameOf,
  bankPath,
  type BankIndex,
  type QuestionBank,
} from '../../src/model/review-question.ts';

const rootDist = process.env['ROOT_DIST'] ?? '';

const read = <T>(path: string) => JSON.parse(readFileSync(join(rootDist, path), 'utf8')) as T;
const index = read<BankIndex>(BANK_INDEX_PATH);
const banks = index.banks.map(({ page }) => read<QuestionBank>(bankPath(page)));
const questions = banks.flatMap((bank) => bank.questions);

test('every bank of the index is there, holds what the index says, and each question is found by its name', () => {
  expect(banks.length).toBeGreaterThan(0);
  banks.forEach((bank, place) => {
    expect(bank.questions).toHaveLength(index.banks[place]?.count ?? 0);
    for (const { id } of bank.questions) expect(bankNameOf(id), id).toBe(bank.page);
  });
  expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
});

test('one answer is right, and no two say the same', () => {
  for (const question of questions) {
    const texts =
      question.kind === 'order' ? question.steps : question.choices.map(({ text }) => text);
    expect(new Set(texts).size, question.id).toBe(texts.length);
    if (question.kind === 'order') continue;
    expect(question.choices.filter(({ right }) => right), question.id).toHaveLength(1);
    expect(texts.length, question.id).toBeGreaterThan(1);
  }
});

test('the passage after an answer stands on its page', () => {
  const pages = new Map<string, string>();
  for (const { id, path } of questions) {
    const [page = '', fragment = ''] = path.split('#');
    const html = pages.get(page) ?? readFileSync(join(rootDist, page, 'index.html'), 'utf8');
    pages.set(page, html);
    expect(html.includes(`id="${fragment}"`), `${id}: ${path}`).toBe(true);
  }
});

test('what a role is asked about is there', () => {
  const names = new Set(index.banks.map(({ page }) => page));
  for (const [role, pages] of Object.entries(index.roles)) {
    for (const page of pages) expect(names.has(page), `${role}: ${page}`).toBe(true);
  }
});
