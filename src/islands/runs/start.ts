import { href } from '../../model/address.ts';
import { isoDay } from '../../model/format-day.ts';
import type { PresentWorkflow } from '../../model/run-index.ts';
import { isWorkflowTemplate, templateSteps, type WorkflowTemplate } from '../../model/template.ts';
import { parseMarkKey } from '../../progress/runs/fold.ts';
import { jobCodeFor } from '../../progress/runs/job-code.ts';
import { append, startRun, type NewRun } from '../../stores/runs/actions.ts';
import { loadRuns } from '../../stores/runs/load.ts';
import { $runHeads, type RunHead } from '../../stores/runs/summaries.ts';

/**
 * Fetches a published template.
 *
 * @param path root-relative, without the base
 * @throws Error when it cannot be had
 */
export async function fetchTemplate(path: string): Promise<WorkflowTemplate> {
  const response = await fetch(href(path));
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  const template: unknown = await response.json();
  if (!isWorkflowTemplate(template)) throw new Error(`${path} is no template`);
  return template;
}

/** Starts a run of a workflow as the handbook has it now. @returns its id */
export async function startPresent(present: PresentWorkflow, start: NewRun): Promise<string> {
  return startRun(await fetchTemplate(present.template), present.hash, start);
}

/**
 * Starts another run of the same workflow: by the present text where there is one, else by the old
 * run's. What was marked 不适用 is taken over, since jobs of one kind are alike in that; ticks, notes
 * and dates are not.
 *
 * @returns the new run's id
 */
export async function duplicateRun(
  run: RunHead,
  template: WorkflowTemplate,
  present: PresentWorkflow | undefined,
  edition: number,
): Promise<string> {
  loadRuns();
  const now = new Date();
  const code = jobCodeFor(
    $runHeads.get().map((each) => each.code),
    now,
  );
  const start = { code, startedOn: isoDay(now) };
  const id = present
    ? await startPresent(present, { ...start, edition })
    : startRun(template, run.text, start);
  const isOptional = new Set(templateSteps(template).flatMap((s) => (s.optional ? s.id : [])));
  for (const [key, mark] of run.marks) {
    const [round, step] = parseMarkKey(key);
    if (round !== 1 || mark.kind !== 'skipped' || mark.reason || !isOptional.has(step)) continue;
    append(id, { kind: 'skip', step, round: 1 });
  }
  return id;
}
