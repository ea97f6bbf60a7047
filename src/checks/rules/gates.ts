import type { HandbookPage } from '../parse/source-page.ts';
import { problem, type Problem } from '../problem.ts';
import { viewWorkflow, type StepView } from '../parse/workflow-view.ts';

/** Steps that decide or sign say where each answer leads, other steps do not; a sign-off is signed. */
export function checkGates({ front, items, location }: HandbookPage): Problem[] {
  if (!front || location.section !== 'workflows') return [];
  return viewWorkflow(front, items).steps.flatMap((step) => {
    if (step.kind === undefined) return []; // the schema's rule has said so
    return [...(step.isGate ? checkGate(step) : checkPlain(step)), ...checkSigners(step)];
  });
}

function checkGate({ field, outcomes, kind }: StepView): Problem[] {
  const problems: Problem[] = [];
  if (outcomes.length < 2) {
    const list = field.get('outcomes');
    problems.push(
      problem(list.exists ? list.place : field.place, 'too-few-outcomes', {
        found: `kind: ${kind ?? ''} 的步骤有 ${outcomes.length} 个结论`,
        expected: 'decision（决定）和 sign-off（签字）至少有两个 outcomes，各有去向 to',
        fix: '补上“不通过”时怎么办；没有第二种可能的步骤，kind 改成 action',
      }),
    );
  }
  const next = field.get('next');
  if (next.exists) {
    problems.push(
      problem(next.keyPlace, 'next-on-gate', {
        found: `kind: ${kind ?? ''} 的步骤写了 next`,
        expected: 'decision（决定）和 sign-off（签字）的去向只由 outcomes 的 to 决定',
        fix: '删去 next 这一行；去向写到 outcomes 里',
      }),
    );
  }
  return problems;
}

function checkPlain({ field, kind }: StepView): Problem[] {
  const outcomes = field.get('outcomes');
  if (!outcomes.exists) return [];
  return [
    problem(outcomes.keyPlace, 'outcomes-on-plain-step', {
      found: `kind: ${kind ?? ''} 的步骤写了 outcomes`,
      expected: '只有 decision（决定）和 sign-off（签字）的步骤有 outcomes',
      fix: '要做选择的步骤，kind 改成 decision；否则删去 outcomes，去向用 next 写',
    }),
  ];
}

function checkSigners({ field, kind, signers }: StepView): Problem[] {
  const list = field.get('signers');
  if (kind !== 'sign-off') {
    if (!list.exists) return [];
    return [
      problem(list.keyPlace, 'signers-on-other-step', {
        found: `kind: ${kind ?? ''} 的步骤写了 signers`,
        expected: '只有 sign-off（签字）的步骤有 signers',
        fix: '要签字的步骤，kind 改成 sign-off；否则删去 signers',
      }),
    ];
  }
  if (signers.length === 0) {
    return [
      problem(list.exists ? list.place : field.place, 'no-signers', {
        found: '签字的步骤没有写谁来签',
        expected: 'signers 里至少有一个参与方的 id，而且不只是办这件事的人自己',
        fix: '补一行 signers: [……]，写 parties 里的 id',
      }),
    ];
  }
  const doer = field.get('by').text;
  if (doer === undefined || signers.some(({ text }) => text !== doer)) return [];
  return [
    problem(list.place, 'signed-by-doer', {
      found: `这一步由“${doer}”办，也只由“${doer}”签字`,
      expected: '签字的人不只是办这件事的人自己',
      fix: '在 signers 里加上另一方，或者改 by',
    }),
  ];
}
