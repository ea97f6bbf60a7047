import { stepNumber, templateSteps, type WorkflowTemplate } from '../../model/template.ts';

/**
 * Where an outcome leads, in words: `到第 4 步“提案”`, `回到第 2 步“修改”`, `结束：交付`.
 *
 * @param from number of the gate's step
 * @param id the step or end that follows
 */
export function placeOf(template: WorkflowTemplate, from: number, id: string): string {
  const at = stepNumber(template, id);
  const target = templateSteps(template)[at - 1];
  if (target) return `${at <= from ? '回到' : '到'}第 ${at} 步“${target.short}”`;
  return `结束：${template.ends.find((end) => end.id === id)?.title ?? ''}`;
}
