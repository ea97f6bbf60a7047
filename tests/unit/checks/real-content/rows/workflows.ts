import { COMPLAINT, like, part, replace, type Break, WORKFLOW } from '../real-tree.ts';

/** A step more, that is in order. */
function step(number: number): string {
  return `      - id: extra-${number}
        title: 再核对一遍第 ${number} 张表
        short: 核对表 ${number}
        by: account-executive
        kind: action
        doneWhen: 表上有核对人签名
        origin: editorial
`;
}

export const workflows: readonly Break[] = [
  {
    name: 'a doer who is no party',
    edit: replace(WORKFLOW, 'by: account-executive', 'by: account-exec', '- id: send-job-order'),
    rule: 'unknown-party',
    file: WORKFLOW,
    at: 'by: account-exec\n',
    found: 'by 写的“account-exec”不在参与方里。',
    expected: part('parties 里的一个 id：account-execut'),
    fix: '照 parties 改正，或者先在 parties 里加上这一方',
  },
  {
    name: 'a signer who is no party',
    edit: replace(
      WORKFLOW,
      /signers: .*/,
      'signers: [account-director, departmenthead]',
      '- id: approve-job-order',
    ),
    rule: 'unknown-party',
    file: WORKFLOW,
    at: 'departmenthead',
    found: 'signers 写的“departmenthead”不在参与方里。是不是想写“department-head”？',
    expected: part('parties 里的一个 id：account-execut'),
    fix: '照 parties 改正，或者先在 parties 里加上这一方',
  },
  {
    name: 'a pause that asks nothing',
    edit: replace(WORKFLOW, /pause: .*/, 'pause: 约见客户前停一下。'),
    rule: 'pause-not-a-question',
    file: WORKFLOW,
    at: '约见客户前停一下。',
    found: '停顿检查“约见客户前停一下。”不是问句',
    expected: '以全角问号“？”结尾，如“提案前停一下：报价有总监签名吗？”',
    fix: '改写成一个能用是或否回答的问题',
  },
  {
    name: 'a phase of ten steps',
    edit: replace(WORKFLOW, '    steps:\n', `    steps:\n${[1, 2, 3, 4, 5].map(step).join('')}`),
    rule: 'phase-too-long',
    file: WORKFLOW,
    at: '- id: prospecting',
    found: like(/^这个阶段有 \d+ 个步骤$/),
    expected: '一个阶段不超过 9 个步骤，到停顿处核对一次',
    fix: '在合适的停顿处把它分成两个阶段，各有自己的 id、title 和 pause',
    others: [
      {
        rule: 'unregistered-reference',
        file: WORKFLOW,
        at: '- id: extra-1',
        found: '“agency/workflows/win-new-client#extra-1”和这个文件里另外 4 个名字还没有登记',
        expected: '每个发布的名字都登记在 content/ids.yaml',
        fix: '运行 npm run ids；名字发布后不能再改，登记前再看一遍',
      },
    ],
  },
  {
    name: 'no critical step',
    edit: (tree) =>
      tree.map((file) =>
        file.path === WORKFLOW
          ? { ...file, text: file.text.replaceAll(/\n +critical: true/g, '') }
          : file,
      ),
    rule: 'critical-count',
    file: WORKFLOW,
    at: 'phases:',
    found: '没有标出关键步骤',
    expected: '1 到 3 个步骤标 critical: true，是漏了会出大事的那几步',
    fix: '给漏了会出大事的一到三步加上 critical: true',
  },
  {
    name: 'a step that cannot be reached',
    edit: replace(
      WORKFLOW,
      'kind: handover',
      'kind: handover\n        next: attend-department-meetings',
      '- id: send-job-order',
    ),
    rule: 'unreachable-step',
    file: WORKFLOW,
    at: '- id: brief-departments',
    found: '没有一步能走到步骤“brief-departments”',
    expected: '从第一步出发，顺着 next 和 outcomes 能走到每个步骤和终点',
    fix: '让前面某一步的 next 或某个结论的 to 写 brief-departments；用不着的就删掉',
  },
  {
    name: 'an end that cannot be reached',
    edit: replace(WORKFLOW, 'to: proposal-rejected', 'to: no-cooperation'),
    rule: 'unreachable-end',
    file: WORKFLOW,
    at: '- id: proposal-rejected',
    found: '没有一步能走到终点“proposal-rejected”',
    expected: '从第一步出发，顺着 next 和 outcomes 能走到每个步骤和终点',
    fix: '让前面某一步的 next 或某个结论的 to 写 proposal-rejected；用不着的就删掉',
  },
  {
    name: 'no end that is a success',
    edit: replace(WORKFLOW, 'result: done', 'result: stopped'),
    rule: 'no-done-end',
    file: WORKFLOW,
    at: 'ends:',
    found: 'ends 里没有一个终点是 result: done（办成）',
    expected: '至少有一个终点的 result 是 done；最后一步做完就到第一个这样的终点',
    fix: '给办成的那个终点写 result: done，或者补一个',
  },
  {
    name: 'a result that there is not',
    edit: replace(WORKFLOW, 'result: done', 'result: finished'),
    rule: 'wrong-value',
    file: WORKFLOW,
    at: 'result: finished',
    found: 'result（结果）写成了“finished”。',
    expected: '其中之一：done（办成）、stopped（中止）',
    fix: '从上面的值里选一个，照样写',
  },
  {
    name: 'two short names alike',
    edit: replace(WORKFLOW, /short: .*/, 'short: 填工作单', '- id: send-job-order'),
    rule: 'duplicate-short',
    file: WORKFLOW,
    at: 'short: 填工作单',
    after: '- id: send-job-order',
    found: like(/^short“填工作单”重复了，第 \d+ 行已经用过$/),
    expected: '这个流程里每个 short 只出现一次',
    fix: '换一个能与另一步区分开的短名，流程图里靠它认步骤',
  },
  {
    name: 'a time limit in days',
    edit: replace(COMPLAINT, 'within: { hours: 24 }', 'within: { days: 1 }'),
    rule: 'bad-time-limit',
    file: COMPLAINT,
    at: 'within: { days: 1 }',
    found: 'within（时限）写的不是几小时，也不是几个工作日',
    expected: '{ hours: 24 }（24 小时）或 { workdays: 3 }（3 个工作日），数字从 1 起',
    fix: '照两种写法之一改写；两种不同时写',
  },
];
