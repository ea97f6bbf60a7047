import { PHASE_STEPS_MAX } from '../../schemas/workflow.ts';
import type { Field } from '../parse/field.ts';
import { didYouMean } from '../advice/nearest.ts';
import type { HandbookPage } from '../parse/source-page.ts';
import { problem, type Problem } from '../problem.ts';
import { viewWorkflow, type WorkflowView } from '../parse/workflow-view.ts';

const CRITICAL_MAX = 3;

/** A workflow names parties, steps and ends that it has; its phases and critical steps keep their measure. */
export function checkWorkflow({ front, items, location }: HandbookPage): Problem[] {
  if (!front || location.section !== 'workflows') return [];
  const view = viewWorkflow(front, items);
  return [
    ...checkParties(view),
    ...checkTargets(view),
    ...checkPhases(view),
    ...checkCritical(view),
  ];
}

function checkParties({ steps, partyIds }: WorkflowView): Problem[] {
  const named = steps.flatMap(({ field, signers }) => [field.get('by'), ...signers]);
  return named.flatMap((field) => {
    const id = field.text;
    if (id === undefined || partyIds.has(id)) return [];
    return [
      problem(field.place, 'unknown-party', {
        found: `${field.name} 写的“${id}”不在参与方里。${didYouMean(id, partyIds)}`,
        expected: `parties 里的一个 id：${[...partyIds].join('、')}`,
        fix: '照 parties 改正，或者先在 parties 里加上这一方',
      }),
    ];
  });
}

function checkTargets({ targets, targetIds }: WorkflowView): Problem[] {
  return targets.flatMap((field) => {
    const id = field.text;
    if (id === undefined || targetIds.has(id)) return [];
    return [
      problem(field.place, 'unknown-target', {
        found: `${field.name} 指向“${id}”，这个流程里没有这样的步骤或终点。${didYouMean(id, targetIds)}`,
        expected: '本页一个步骤或终点的 id',
        fix: '照 steps 或 ends 里的 id 改正',
      }),
    ];
  });
}

function checkPhases({ phases }: WorkflowView): Problem[] {
  return phases.flatMap(({ field, steps }) => {
    const problems: Problem[] = [];
    const pause = field.get('pause');
    if (steps.length > PHASE_STEPS_MAX) problems.push(longPhase(field, steps.length));
    if (pause.text !== undefined && !pause.text.trim().endsWith('？')) {
      problems.push(
        problem(pause.place, 'pause-not-a-question', {
          found: `停顿检查“${pause.text}”不是问句`,
          expected: '以全角问号“？”结尾，如“提案前停一下：报价有总监签名吗？”',
          fix: '改写成一个能用是或否回答的问题',
        }),
      );
    }
    return problems;
  });
}

function longPhase(phase: Field, count: number): Problem {
  return problem(phase.place, 'phase-too-long', {
    found: `这个阶段有 ${count} 个步骤`,
    expected: `一个阶段不超过 ${PHASE_STEPS_MAX} 个步骤，到停顿处核对一次`,
    fix: '在合适的停顿处把它分成两个阶段，各有自己的 id、title 和 pause',
  });
}

function checkCritical({ front, steps }: WorkflowView): Problem[] {
  const critical = steps.filter(({ field }) => field.get('critical').scalar === true);
  if (steps.length === 0 || (critical.length > 0 && critical.length <= CRITICAL_MAX)) return [];
  const first = critical[CRITICAL_MAX];
  return [
    problem(
      first ? first.field.get('critical').place : front.get('phases').place,
      'critical-count',
      {
        found: first ? `标了 ${critical.length} 个关键步骤` : '没有标出关键步骤',
        expected: `1 到 ${CRITICAL_MAX} 个步骤标 critical: true，是漏了会出大事的那几步`,
        fix: first
          ? '只留下最要紧的三个以内，其余的去掉 critical'
          : '给漏了会出大事的一到三步加上 critical: true',
      },
    ),
  ];
}
