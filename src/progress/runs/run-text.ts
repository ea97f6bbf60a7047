/** A run as plain text, to paste into a chat or a mail. */
import { formatStamp } from '../../model/format-day.ts';
import type { WorkflowTemplate } from '../../model/template.ts';
import { countRun, countWords } from './count.ts';
import { RUN_STATUS_LABEL, type RunState } from './fold.ts';
import { BOX_SIGN, runRecord, type RecordedStep } from './run-record.ts';
import type { Signing } from './signings.ts';
import type { Walk } from './walk.ts';

/** The run, line by line; times are local. @param signings what was signed at its gates */
export function runText(
  state: RunState,
  template: WorkflowTemplate,
  walk: Walk,
  signings: ReadonlyMap<string, readonly Signing[]>,
): string {
  const { phases, earlier } = runRecord(state, template, walk, signings);
  const facts = [
    `${RUN_STATUS_LABEL[state.status]}，${countWords(countRun(walk))}`,
    `${state.startedOn} 开始`,
    ...(state.dueOn ? [`${state.dueOn} 截止`] : []),
    ...(state.edition === undefined ? [] : [`按手册第 ${state.edition} 版`]),
    ...(walk.round > 1 ? [`第 ${walk.round} 轮`] : []),
  ];
  const lines = [
    `${state.code} ${template.title}`,
    facts.join('；'),
    ...(state.finishReason ? [`提前结束：${state.finishReason}`] : []),
    ...phases.flatMap(({ title, steps }, index) => [
      '',
      `${index + 1}. ${title}`,
      ...steps.flatMap(stepLines),
    ]),
    ...(earlier.length > 0 ? ['', '以前各轮', ...earlier.flatMap(stepLines)] : []),
  ];
  return `${lines.join('\n')}\n`;
}

function stepLines(step: RecordedStep): string[] {
  const more = [
    ...(step.roundWords ? [step.roundWords] : []),
    ...(step.words ? [step.words] : []),
    ...(step.dueOn ? [`定在 ${step.dueOn} 前`] : []),
    ...(step.owner ? [`谁做：${step.owner}`] : []),
    ...step.signed.map(({ role, name }) => `${role} ${name}，自行声明`),
    ...(step.at === undefined ? [] : [formatStamp(step.at)]),
  ];
  const tail = more.length > 0 ? `（${more.join('；')}）` : '';
  return [
    `${BOX_SIGN[step.box]} ${step.number} ${step.title}，${step.by}${tail}`,
    ...step.signedBefore.map(({ words, at }) => `   以前签的：${words}；${formatStamp(at)}`),
    ...(step.note ? [`   备注：${step.note.replaceAll('\n', '\n   ')}`] : []),
  ];
}
