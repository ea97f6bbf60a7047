import { headFields, toWrite, type PageHead } from '../page-head.ts';

/** A page of rules (规范) on one subject. */
export function rulesPage(head: PageHead): string {
  return `---
${headFields(head, { called: '规范名称', summary: '管哪一类事，谁都要守。' })}
rules:
  - id: first-rule
    text: ${toWrite('人人要守的一条')}
    why: ${toWrite('不守会怎样。')}
    origin: editorial
  - id: second-rule
    text: ${toWrite('人人要守的另一条')}
    origin: editorial
---

${toWrite('为什么要有这些规定。')}

<Rule id="first-rule">

${toWrite('碰到拿不准的情形怎么办。不用多说的，连同上下两行一起删掉。')}

</Rule>
`;
}
