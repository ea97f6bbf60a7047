import type { HandbookIcon } from '../../../src/model/handbook-icons.ts';
import type { HueName } from '../../../src/model/hues.ts';
import { headFields, scalar, toWrite, type PageHead } from '../page-head.ts';

export interface HandbookHead extends PageHead {
  readonly department: string | undefined;
  readonly hue: HueName;
  readonly icon: HandbookIcon;
  /** The pages that it begins with, as references: `sales/roles/team-member`. */
  readonly pages: Readonly<Record<'role' | 'workflow' | 'technique' | 'rules', string>>;
}

/** The front page of a handbook (手册首页). */
export function handbookPage(head: HandbookHead): string {
  const { pages } = head;
  return `---
${headFields(head, { called: '手册的名称', summary: '这本手册管什么，给谁看。' })}
department: ${scalar(head.department ?? toWrite('部门的名称'))}
hue: ${head.hue}
icon: ${head.icon}
---

${toWrite('这个部门做什么，手册写给谁看。')}

## 怎样用

- **新到岗**：先读[岗位职责](/${pages.role}/)，再读[人人要守的](/${pages.rules}/)。
- **手上有事**：打开[流程](/${pages.workflow}/)，开一次执行，做一步勾一步。
- **做到某一步没把握**：看[技巧](/${pages.technique}/)。
`;
}
