/** A small content tree without a fault, and ways to put one fault into it. */
import { checkContent, type ContentFile, type Problem } from '../../../src/checks/index.ts';

export const INDEX = 'content/agency/index.mdx';
export const ROLE = 'content/agency/roles/account-manager.mdx';
export const WORKFLOW = 'content/agency/workflows/win-new-client.mdx';
export const TECHNIQUE = 'content/agency/techniques/job-order.mdx';
export const RULES = 'content/agency/rules/conduct.mdx';
export const LEDGER = 'content/sources/ledger.yaml';
export const TERMS = 'content/glossary/terms.yaml';
export const HOLIDAYS = 'content/holidays.yaml';
export const SITE = 'content/site.yaml';

const TEXTS: Readonly<Record<string, string>> = {
  [INDEX]: `---
title: 广告公司客户部
summary: 给客户部的每个人看，说明手册怎么用。
order: 1
updated: 2026-11-23
department: 广告公司客户部
hue: vermilion
icon: megaphone
from: [ag-01]
---

先读[客户经理](/agency/roles/account-manager/#client-file)，再看[进度](/progress/)和[打印版](/print/agency/)。
`,
  [ROLE]: `---
title: 客户经理
summary: 给客户经理和新来的同事看。
order: 1
updated: 2026-11-23
level: B 级
reportsTo: 总经理
groups:
  - id: basics
    title: 基本动作
    duties:
      - id: client-file
        text: 建立客户档案
        why: 换人接手时不用从头问起。
        kind: act
        cadence: weekly
        doneWhen: 档案里有最近一周的记录
        from: [ag-02]
      - id: calm
        text: 遇事沉得住气
        kind: standard
        doneWhen: 两位同事能各举一例
        origin: editorial
route:
  day: [agency/techniques/job-order]
  week: [agency/workflows/win-new-client#collect]
  month: [client-file]
  quarter: [calm]
---

客户经理照看客户，在 24 小时内回复。

<Duty id="client-file">

档案按<Term id="job-order">工作单</Term>的编号归类，见[怎么写](/agency/techniques/job-order/#写法)。

</Duty>

<Duty id="calm">

先听完，再答话。

</Duty>
`,
  [WORKFLOW]: `---
title: 争取新客户
summary: 从线索到签约，给客户部的每个人看。
order: 1
updated: 2026-11-23
trigger: 得到一个新客户的线索。
inputs:
  - 客户的联系方式
outputs:
  - 签好的合同
parties:
  - { id: manager, name: 客户经理, role: account-manager }
  - { id: director, name: 客户总监 }
phases:
  - id: prepare
    title: 准备
    pause: 提案前停一下：资料齐了吗？
    steps:
      - id: collect
        title: 收集客户资料
        short: 收集资料
        by: manager
        kind: action
        doneWhen: 资料夹里有三份资料
        critical: true
        techniques: [job-order]
        from: [ag-03]
      - id: approve
        title: 请总监签字
        short: 总监签字
        by: manager
        kind: sign-off
        doneWhen: 工作单上有总监签名
        signers: [director]
        outcomes:
          - { id: sign, label: 签字, to: present }
          - { id: revise, label: 退回修改, to: collect, origin: editorial }
        from: [ag-03]
  - id: pitch
    title: 提案
    pause: 散会前停一下：结论记下来了吗？
    steps:
      - id: present
        title: 向客户提案
        short: 提案
        by: manager
        kind: meeting
        doneWhen: 会议记录发给了客户
        from: [ag-03]
      - id: decide
        title: 请客户决定
        short: 客户决定
        by: director
        kind: decision
        doneWhen: 客户回了邮件
        outcomes:
          - { id: win, label: 签约, to: sign-contract }
          - { id: lose, label: 不签, to: lost }
        from: [ag-03]
      - id: sign-contract
        title: 签合同
        short: 签合同
        by: director
        kind: action
        doneWhen: 合同存了档
        from: [ag-03]
ends:
  - { id: won, title: 签约, result: done }
  - { id: lost, title: 放弃, result: stopped, origin: editorial }
---

这个流程从线索开始。

<Step id="collect">

先查公开资料。

</Step>

<Step id="present">

一人讲，一人记。

</Step>

## 常见错误

- 没有准备就去提案，客户一问就露怯；先排练一次。

## 示例

清禾饮料的提案在 3 月 5 日。
`,
  [TECHNIQUE]: `---
title: 工作单
summary: 给写工作单的人看。
order: 1
updated: 2026-11-23
points:
  - id: one-job
    text: 一张工作单只派一件事
    from: [ag-04]
  - id: due-date
    text: 写明交稿日期
    from: [ag-04]
---

工作单是派工的凭据。

<Point id="due-date">

日期写到钟点。

</Point>

## 写法

<Contrast>

<Dont>尽快交稿</Dont>

<Do>周五 17:00 前交稿</Do>

</Contrast>

<Say>“周五 17:00 前给我初稿，可以吗？”</Say>
`,
  [RULES]: `---
title: 行为规范
summary: 给客户部的每个人看。
order: 1
updated: 2026-11-23
rules:
  - id: reply
    text: 在 24 小时内回复客户
    from: [ag-05, sv-01]
  - id: confirm
    text: 当天书面确认口头约定
    origin: editorial
---

这些规范人人遵守。

<Rule id="reply">

来不及办完的，先回一句收到。

</Rule>
`,
  [LEDGER]: `documents:
  S1: { title: "客户部工作标准手册", handbook: agency }
agency:
  general:
    - { id: ag-01, src: [S1], fact: "手册分三部分" }
    - { id: ag-02, src: [S1], fact: "建立客户档案" }
  workflows:
    新客户:
      - { id: ag-03, src: [S1], fact: "争取新客户" }
      - { id: ag-04, src: [S1], fact: "写工作单" }
      - { id: ag-05, src: [S1], fact: "及时回复" }
service:
  general:
    - { id: sv-01, src: [S1], fact: "还没有写的一条" }
`,
  [TERMS]: `- id: job-order
  term: 工作单
  pinyin: gongzuodan
  definition: 派工的凭据。
  handbooks: [agency]
  see: [agency/workflows/win-new-client]
  from: [ag-04]
- id: brief
  term: 简报
  pinyin: jianbao
  definition: 说明任务的一页纸。
  handbooks: [agency]
  origin: editorial
`,
  [SITE]: `title: 客户部工作手册
seal: 客
lead: 查得到，勾得了，走得完。
handbooks:
  - agency
fileName: kehubu
`,
  [HOLIDAYS]: `# 放假安排
- year: 2025
  off:
    - 2025-10-01
    - 2025-10-02
  work: []
- year: 2026
  off:
    - 2026-05-01
    - 2026-05-02
    - 2026-05-04
  work:
    - 2026-05-09
    - 2026-04-26
`,
};

export function goodTree(): ContentFile[] {
  return Object.entries(TEXTS).map(([path, text]) => ({ path, text }));
}

/** The good tree with one passage of one file replaced; fails when the passage is not there. */
export function treeWith(path: string, passage: string, replacement: string): ContentFile[] {
  const text = TEXTS[path];
  if (text === undefined || !text.includes(passage)) {
    throw new Error(`No "${passage}" in ${path}`);
  }
  const faulty = text.replace(passage, () => replacement);
  return goodTree().map((file) => (file.path === path ? { path, text: faulty } : file));
}

/** The good tree with a file more, or without one. */
export function treeWithFile(path: string, text: string): ContentFile[] {
  return [...goodTree().filter((file) => file.path !== path), { path, text }];
}

export function treeWithout(path: string): ContentFile[] {
  return goodTree().filter((file) => file.path !== path);
}

/** Line of a file of a tree, counted from 1, on which a text first stands. */
export function lineOf(files: readonly ContentFile[], path: string, text: string): number {
  const source = files.find((file) => file.path === path)?.text ?? '';
  const index = source.indexOf(text);
  if (index < 0) throw new Error(`No "${text}" in ${path}`);
  return source.slice(0, index).split('\n').length;
}

/** One fault and the problem that must come of it. */
export interface FaultCase {
  readonly name: string;
  readonly file: string;
  /** The passage of the good file, and what stands there instead. */
  readonly change: readonly [passage: string, replacement: string];
  readonly rule: string;
  /** A text that stands on the line of the problem. */
  readonly at: string;
  readonly id?: string;
  /** What the problem must say was expected. */
  readonly expected: string;
  /** Parts of what was found or of the remedy. */
  readonly says?: readonly string[];
}

/** The problems of a tree with one fault; all of one rule, since a fault is told once. */
export function problemsOf({ file, change }: FaultCase): {
  files: ContentFile[];
  problems: Problem[];
} {
  const files = treeWith(file, ...change);
  return { files, problems: checkContent(files) };
}
