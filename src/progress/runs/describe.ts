/** Says in words what an event did, for 撤销 and for the record. */
import { templateSteps, type WorkflowTemplate } from '../../model/template.ts';
import type { RunEvent } from './event.ts';

/** What an event did, e.g. `勾选“发出提案”`. */
export function describeEvent(event: RunEvent, template: WorkflowTemplate): string {
  const step =
    'step' in event ? templateSteps(template).find(({ id }) => id === event.step) : undefined;
  const title = step ? `“${step.title}”` : '一个步骤';
  switch (event.kind) {
    case 'start':
      return '开始执行';
    case 'tick':
      return `勾选${title}`;
    case 'untick':
      return `取消${title}`;
    case 'confirm':
      return `确认${title}`;
    case 'skip':
      return event.reason ? `跳过${title}` : `把${title}标为不适用`;
    case 'choose': {
      const outcome = step?.outcomes?.find(({ id }) => id === event.outcome);
      return `${title}的结果${outcome ? `“${outcome.label}”` : ''}`;
    }
    case 'note':
      return `${title}的备注`;
    case 'undo':
      return '撤销';
    case 'finish':
      return '结束执行';
    case 'reopen':
      return '重新打开';
    case 'archive':
      return '归档';
    case 'unarchive':
      return '取出归档';
    case 'remove':
      return '删除';
    case 'restore':
      return '恢复';
    case 'rename':
      return '改项目编号';
    case 'due':
      return '改截止日期';
    case 'schedule':
      return `${title}的日期`;
    case 'assign':
      return `${title}由谁做`;
    case 'accept':
      return '采用新的文字';
    case 'keep':
      return '照旧做下去';
  }
}
