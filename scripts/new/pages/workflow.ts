import { headFields, toWrite, type PageHead } from '../page-head.ts';

export interface WorkflowHead extends PageHead {
  /** The role that does it, where the handbook has one. */
  readonly doer: { readonly slug: string; readonly name: string } | undefined;
  /** Slug of a technique to have at hand, where the handbook has one. */
  readonly technique?: string;
}

/** A workflow (流程): two phases, with a gate that can send the job back or stop it. */
export function workflowPage(head: WorkflowHead): string {
  const { doer, technique } = head;
  const name = doer ? JSON.stringify(doer.name) : toWrite('谁来办');
  return `---
${headFields(head, { called: '流程名称', summary: '从哪里开始，到哪里为止，给谁看。' })}
trigger: ${toWrite('出了什么事就走这个流程。')}
inputs:
  - ${toWrite('开始以前手上要有什么')}
outputs:
  - ${toWrite('办完以后留下什么')}
parties:
  - { id: doer, name: ${name}${doer ? `, role: ${doer.slug}` : ''} }
  - { id: approver, name: ${toWrite('谁来批')} }
phases:
  - id: preparation
    title: 准备
    pause: ${toWrite('送批以前核对什么？')}
    steps:
      - id: gather
        title: ${toWrite('第一步做什么，动词开头')}
        short: 第一步
        by: doer
        kind: action
        doneWhen: ${toWrite('做完了别人看得到什么')}
        origin: editorial
      - id: approval
        title: ${toWrite('请谁批什么')}
        short: 批准
        by: doer
        kind: sign-off
        doneWhen: ${toWrite('批在哪里看得到')}
        critical: true
        signers: [approver]
        outcomes:
          - { id: approved, label: 批准, to: carry-out, origin: editorial }
          - { id: revise, label: 退回修改, to: gather, origin: editorial }
          - { id: refused, label: 不办了, to: given-up, origin: editorial }
        origin: editorial
  - id: execution
    title: 办理
    pause: ${toWrite('收尾以前核对什么？')}
    steps:
      - id: carry-out
        title: ${toWrite('批下来以后做什么，动词开头')}
        short: 办理
        by: doer
        kind: action
        doneWhen: ${toWrite('做完了别人看得到什么')}
${technique === undefined ? '' : `        techniques: [${technique}]\n`}        origin: editorial
      - id: file-away
        title: ${toWrite('存档什么，存到哪里')}
        short: 存档
        by: doer
        kind: archive
        doneWhen: ${toWrite('在哪里查得到')}
        origin: editorial
ends:
  - { id: finished, title: 办成, result: done, origin: editorial }
  - { id: given-up, title: 不办了, result: stopped, origin: editorial }
---

${toWrite('这个流程解决什么事，什么情况不走它。')}

<Step id="approval">

${toWrite('批的人看哪几样。不用多说的，连同上下两行一起删掉。')}

</Step>

## 常见错误

- ${toWrite('哪里容易错，错了怎样，怎么避免。')}

## 示例

${toWrite('一件真事从头到尾怎样走的，人名、公司名换掉。')}
`;
}
