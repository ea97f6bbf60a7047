/** Each kind of question, over the whole content: what a reader could see without knowing, or dispute. */
import { describe, expect, test } from 'vitest';
import { publishedBanks } from '../../../../src/handbook/review/published-banks.ts';
import type { ChoiceQuestion, QuestionKind } from '../../../../src/model/review-question.ts';
import type { Duty } from '../../../../src/schemas/role.ts';
import type { WorkflowStep } from '../../../../src/schemas/workflow.ts';
import { readSite } from '../../../../scripts/questions/read-site.ts';
import { FIXTURE } from '../../../support/variants.ts';

const site = readSite(FIXTURE);
const banks = publishedBanks(site);
const questions = banks.flatMap((bank) => bank.questions);
const ofKind = (kind: QuestionKind) =>
  questions.filter((each): each is ChoiceQuestion => each.kind === kind);
const rightOf = (question: ChoiceQuestion) =>
  question.choices.find(({ right }) => right)?.text ?? '';
const wrongOf = (question: ChoiceQuestion) =>
  question.choices.filter(({ right }) => !right).map(({ text }) => text);
const steps = new Map<string, WorkflowStep>(
  site.handbooks.flatMap(({ workflows }) =>
    workflows.flatMap((page) =>
      page.data.phases.flatMap((phase) =>
        phase.steps.map((step) => [`${page.reference}#${step.id}`, step] as const),
      ),
    ),
  ),
);
const duties = new Map<string, Duty>(
  site.handbooks.flatMap(({ roles }) =>
    roles.flatMap((page) =>
      page.data.groups.flatMap((group) =>
        group.duties.map((duty) => [`${page.reference}#${duty.id}`, duty] as const),
      ),
    ),
  ),
);

test('there is enough to ask: hundreds in all, five and more for each workflow', () => {
  expect(questions.length).toBeGreaterThan(800);
  for (const { workflows } of site.handbooks) {
    for (const { reference } of workflows) {
      const bank = banks.find(({ page }) => page === reference);
      expect(bank?.questions.length ?? 0, reference).toBeGreaterThanOrEqual(5);
    }
  }
});

test.each(['next', 'doer', 'signer', 'evidence', 'outcome', 'number', 'term', 'meaning'] as const)(
  'after %s the passage says what was right',
  (kind) => {
    expect(ofKind(kind).length).toBeGreaterThan(0);
    for (const question of ofKind(kind)) {
      const right = rightOf(question).replace(/^到此为止：/, '');
      expect(question.passage, question.id).toContain(right);
    }
  },
);

test('after a situation the passage says more than a title', () => {
  for (const { id, ref, passage } of ofKind('scenario')) {
    const step = steps.get(ref);
    if (step) expect(passage, id).toContain(step.doneWhen);
    const duty = duties.get(ref);
    if (duty?.doneWhen) expect(passage, id).toContain(duty.doneWhen);
  }
});

test('every prompt asks, and quotes no quotation marks in quotation marks', () => {
  for (const { id, kind, prompt } of questions) {
    expect(prompt, id).toContain(kind === 'term' ? '哪个词？' : '？');
    if (kind !== 'scenario') expect(prompt, id).not.toMatch(/“[^”]*“|”[^“]*”/);
  }
});

describe('who', () => {
  const asked = [...ofKind('doer'), ...ofKind('signer')];

  test('a department stands beside none of its people, a group beside none of its members', () => {
    for (const question of asked) {
      const names = question.choices.map(({ text }) => text);
      const hasTeam = names.some((name) => /小组$/.test(name));
      const right = rightOf(question);
      if (hasTeam && /小组$/.test(right)) expect(names, question.id).not.toContain('执行人');
      if (right === '执行人') expect(hasTeam, question.id).toBe(false);
      if (right === '客户部') {
        for (const name of wrongOf(question)) {
          expect(name, question.id).not.toMatch(/^客户(专员|经理|总监)/);
        }
      }
      if (/^客户(专员|经理|总监)/.test(right)) expect(names, question.id).not.toContain('客户部');
    }
  });

  test('nobody is told apart from “all posts”', () => {
    for (const { id, choices } of asked) {
      for (const { text } of choices) expect(text, id).not.toContain('各岗位');
    }
  });

  test('who takes part in a step, by its evidence, is no wrong answer to who does it', () => {
    for (const question of ofKind('doer')) {
      const step = steps.get(question.ref);
      for (const name of wrongOf(question)) expect(step?.doneWhen, question.id).not.toContain(name);
      expect((step?.signers ?? []).length, question.id).toBeLessThan(2);
    }
  });

  test('where two sign, each wrong pair has one of them', () => {
    for (const question of ofKind('signer')) {
      const signing = steps.get(question.ref)?.signers ?? [];
      if (signing.length !== 2) continue;
      const right = rightOf(question);
      // A party's own name may hold the sign that stands between two.
      for (const pair of wrongOf(question)) {
        const shared = pair.split('、').filter((name) => right.split('、').includes(name));
        expect(pair, question.id).not.toBe(right);
        expect(shared.length, question.id).toBeGreaterThan(0);
      }
    }
  });
});

describe('the way', () => {
  test('wrong next steps stand near the right one', () => {
    for (const question of ofKind('next')) {
      const page = question.ref.split('#')[0] ?? '';
      const titles = [...steps].flatMap(([ref, { title }]) =>
        ref.startsWith(`${page}#`) ? [title] : [],
      );
      const place = titles.indexOf(rightOf(question));
      for (const wrong of wrongOf(question)) {
        expect(Math.abs(titles.indexOf(wrong) - place), question.id).toBeLessThanOrEqual(4);
      }
    }
  });

  test('an end that says the answer again is not asked for', () => {
    for (const question of ofKind('outcome')) {
      const label = /的结果是“([^”]+)”/.exec(question.prompt)?.[1] ?? '';
      expect(label.length, question.id).toBeGreaterThan(0);
      const right = rightOf(question);
      if (right.startsWith('到此为止：')) expect(right, question.id).not.toContain(label);
    }
  });

  test('what shows that papers are archived is not asked for', () => {
    for (const { id, ref } of ofKind('evidence'))
      expect(steps.get(ref)?.kind, id).not.toBe('archive');
  });

  test('a form is not asked for at a gate', () => {
    for (const { id, ref } of ofKind('form')) expect(steps.get(ref)?.outcomes, id).toBeUndefined();
  });
});

describe('roles', () => {
  test('traits, and what is done once in the first days, are not asked for', () => {
    for (const { id, ref } of [...ofKind('evidence'), ...ofKind('number')]) {
      const duty = duties.get(ref);
      if (!duty) continue;
      expect(duty.kind, id).toBe('act');
      if (duty.kind === 'act') expect(duty.cadence, id).not.toBe('once');
    }
  });

  test('how often is asked only of what does not say it', () => {
    const paces = ofKind('number').filter(({ id }) => id.endsWith('~number-pace'));
    expect(paces.length).toBeGreaterThan(20);
    for (const { id, ref } of paces)
      expect(duties.get(ref)?.text, id).not.toMatch(/[天日周月季年]/);
  });
});

test('knowing what was done already does not answer what comes next', () => {
  const titles = new Map(
    site.handbooks.flatMap(({ workflows }) =>
      workflows.map((page) => [page.reference, page.data.phases.flatMap((phase) => phase.steps)]),
    ),
  );
  for (const question of ofKind('next')) {
    const [page = '', id] = question.ref.split('#');
    const order = titles.get(page) ?? [];
    const from = order.findIndex((step) => step.id === id);
    const place = (title: string) => order.findIndex((step) => step.title === title);
    if (place(rightOf(question)) < from) continue;
    expect(
      wrongOf(question).some((title) => place(title) > from),
      question.id,
    ).toBe(true);
    expect(order[from]?.title, question.id).not.toMatch(/每周|常规/);
  }
});

test('who does a step has a name, and is no more among outsiders than need be', () => {
  for (const question of ofKind('doer')) {
    expect(rightOf(question), question.id).not.toMatch(/^(有关|责任|执行)部门$/);
    expect(question.prompt, question.id).not.toMatch(/自己这一级|自己的权限/);
    const outside = wrongOf(question).filter((name) => /^(客户|投保人|招标人)$/.test(name));
    expect(wrongOf(question).length - outside.length >= 2 && outside.length > 0, question.id).toBe(
      false,
    );
  }
});

test('a term is asked both ways, and no meaning names its term', () => {
  expect(ofKind('meaning').length).toBeGreaterThan(10);
  for (const question of ofKind('meaning')) {
    const [, term = ''] = /^“(.+)”说的是什么？$/.exec(question.prompt) ?? [];
    expect(question.passage, question.id).toMatch(`${term}：`);
    expect(rightOf(question), question.id).not.toContain(term);
    expect(wrongOf(question).length, question.id).toBeGreaterThan(1);
  }
});

test('a definition repeats at most half of the term, and says nothing of wording', () => {
  expect(ofKind('term').length).toBeGreaterThan(20);
  for (const question of ofKind('term')) {
    const characters = [...new Set(rightOf(question))];
    const repeated = characters.filter((char) => question.prompt.slice(8).includes(char));
    expect(repeated.length / characters.length, question.id).toBeLessThanOrEqual(0.5);
    expect(question.prompt, question.id).not.toMatch(/来源|编者|英文|旧手册/);
    expect(question.choices, question.id).toHaveLength(4);
  }
});
