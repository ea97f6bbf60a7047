import { headFields, toWrite, type PageHead } from '../page-head.ts';

export interface RoleHead extends PageHead {
  /** What else a new hire reads, by stage, as references. */
  readonly reading?: { readonly day: readonly string[]; readonly week: readonly string[] };
}

/** A role (岗位): two things to do, one standard, and a route for the first quarter. */
export function rolePage(head: RoleHead): string {
  const { day = [], week = [] } = head.reading ?? {};
  return `---
${headFields(head, { called: '岗位名称', summary: '这个岗位管什么，给谁看。' })}
reportsTo: ${toWrite('上级的职务')}
groups:
  - id: regular-work
    title: 日常工作
    origin: editorial
    duties:
      - id: daily-duty
        text: ${toWrite('每天做的一件事，动词开头')}
        kind: act
        cadence: daily
        doneWhen: ${toWrite('做完了别人看得到什么')}
        origin: editorial
      - id: weekly-duty
        text: ${toWrite('每周做的一件事，动词开头')}
        kind: act
        cadence: weekly
        doneWhen: ${toWrite('做完了别人看得到什么')}
        origin: editorial
  - id: standards
    title: 做到的样子
    origin: editorial
    duties:
      - id: first-standard
        text: ${toWrite('要做到的一条标准')}
        kind: standard
        doneWhen: ${toWrite('旁人看得到的证据')}
        origin: editorial
route:
  day: [${[...day, 'daily-duty'].join(', ')}]
  week: [${[...week, 'weekly-duty'].join(', ')}]
  month: [weekly-duty]
  quarter: [first-standard]
---

${toWrite('用两三句话说为什么要有这个岗位，和谁一起做事。')}

<Duty id="daily-duty">

${toWrite('这一条怎么做。不用多说的，连同上下两行一起删掉。')}

</Duty>
`;
}
