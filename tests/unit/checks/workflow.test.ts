import { describe, expect, test } from 'vitest';
import { checkContent } from '../../../src/checks/index.ts';
import { testFaults } from './expect-fault.ts';
import { goodTree, lineOf, WORKFLOW } from './good-tree.ts';

const file = WORKFLOW;

/** Steps that could stand anywhere. */
function steps(count: number): string {
  const texts = Array.from(
    { length: count },
    (_, n) => `      - id: extra-${n}
        title: 多出来的一步
        short: 多出 ${n}
        by: manager
        kind: action
        doneWhen: 有记录
        origin: editorial
`,
  );
  return texts.join('');
}

describe('steps and parties', () => {
  testFaults([
    {
      name: 'outcome to nowhere',
      file,
      change: ['to: collect,', 'to: colect,'],
      rule: 'unknown-target',
      at: 'colect',
      id: 'approve/revise',
      expected: '步骤或终点的 id',
      says: ['是不是想写“collect”？'],
    },
    {
      name: 'next to nowhere',
      file,
      change: ['        doneWhen: 会议记录', '        next: nowhere\n        doneWhen: 会议记录'],
      rule: 'unknown-target',
      at: 'nowhere',
      id: 'present',
      expected: '步骤或终点的 id',
    },
    {
      name: 'doer',
      file,
      change: ['short: 提案\n        by: manager', 'short: 提案\n        by: manger'],
      rule: 'unknown-party',
      at: 'manger',
      id: 'present',
      expected: 'manager、director',
      says: ['是不是想写“manager”？'],
    },
    {
      name: 'signer',
      file,
      change: ['signers: [director]', 'signers: [boss]'],
      rule: 'unknown-party',
      at: 'boss',
      id: 'approve',
      expected: 'parties',
    },
    {
      name: 'decision with one outcome',
      file,
      change: [
        '          - { id: sign, label: 签字, to: present }\n          - { id: revise, label: 退回修改, to: collect, origin: editorial }\n',
        '          - { id: sign, label: 签字, to: present }\n',
      ],
      rule: 'too-few-outcomes',
      at: '        outcomes:\n          - { id: sign',
      id: 'approve',
      expected: '至少有两个',
    },
    {
      name: 'decision without outcomes',
      file,
      change: ['kind: meeting', 'kind: decision'],
      rule: 'too-few-outcomes',
      at: 'id: present\n        title',
      id: 'present',
      expected: '至少有两个',
    },
    {
      name: 'on an action',
      file,
      change: ['kind: decision', 'kind: action\n        next: lost'],
      rule: 'outcomes-on-plain-step',
      at: 'outcomes:\n          - { id: win',
      id: 'decide',
      expected: 'decision（决定）',
    },
    {
      name: 'on a decision',
      file,
      change: ['kind: decision', 'kind: decision\n        next: lost'],
      rule: 'next-on-gate',
      at: 'next: lost',
      id: 'decide',
      expected: 'outcomes',
    },
    {
      name: 'on a meeting',
      file,
      change: ['kind: meeting', 'kind: meeting\n        signers: [director]'],
      rule: 'signers-on-other-step',
      at: 'signers: [director]\n        doneWhen',
      id: 'present',
      expected: 'sign-off（签字）',
    },
    {
      name: 'sign-off',
      file,
      change: ['        signers: [director]\n', ''],
      rule: 'no-signers',
      at: 'id: approve',
      id: 'approve',
      expected: '至少有一个参与方',
    },
    {
      name: 'sign-off by its doer alone',
      file,
      change: ['signers: [director]', 'signers: [manager]'],
      rule: 'signed-by-doer',
      at: 'signers: [manager]',
      id: 'approve',
      expected: '不只是办这件事的人自己',
    },
    {
      name: 'of more than nine steps',
      file,
      change: ['      - id: approve\n', `${steps(8)}      - id: approve\n`],
      rule: 'phase-too-long',
      at: '- id: prepare',
      id: 'prepare',
      expected: '不超过 9 个步骤',
      says: ['10 个步骤'],
    },
    {
      name: 'no question',
      file,
      change: ['资料齐了吗？', '资料要齐。'],
      rule: 'pause-not-a-question',
      at: '资料要齐',
      id: 'prepare',
      expected: '？',
    },
    {
      name: 'none',
      file,
      change: ['        critical: true\n', ''],
      rule: 'critical-count',
      at: 'phases:',
      expected: '1 到 3 个步骤',
    },
  ]);

  test('critical-count: more than three, told at the fourth', () => {
    const critical = (id: string): string => `      - id: ${id}\n        critical: true\n`;
    const files = goodTree().map(({ path, text }) => ({
      path,
      text: text.replace(/ {6}- id: (approve|present|decide)\n/g, (_, id: string) => critical(id)),
    }));
    const [problem, ...others] = checkContent(files);
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ rule: 'critical-count', file: WORKFLOW, id: 'decide' });
    expect(problem?.found).toContain('4 个');
    expect(problem?.line).toBe(lineOf(files, WORKFLOW, 'id: decide') + 1);
  });
});

describe('flow', () => {
  testFaults([
    {
      name: 'end that nothing leads to',
      file,
      change: ['to: lost }', 'to: won }'],
      rule: 'unreachable-end',
      at: '{ id: lost',
      id: 'lost',
      expected: '从第一步出发',
    },
    {
      name: 'step that nothing leads to',
      file,
      change: ['to: sign-contract }', 'to: won }'],
      rule: 'unreachable-step',
      at: 'id: sign-contract',
      id: 'sign-contract',
      expected: '从第一步出发',
    },
    {
      name: 'step that leads back to itself only',
      file,
      change: [
        'to: lost }\n        from: [ag-03]\n',
        `to: lost }\n          - { id: later, label: 再议, to: extra-0 }\n        from: [ag-03]\n${steps(1)}        next: extra-0\n`,
      ],
      rule: 'dead-end',
      at: 'id: extra-0\n',
      id: 'extra-0',
      expected: '走到某个终点',
    },
    {
      name: 'no end where the job is done',
      file,
      change: ['result: done', 'result: stopped'],
      rule: 'no-done-end',
      at: 'ends:',
      expected: 'result 是 done',
    },
  ]);
});
