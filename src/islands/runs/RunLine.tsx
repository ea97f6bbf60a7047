import type { ComponentChildren } from 'preact';
import { href } from '../../model/address.ts';
import type { Holidays } from '../../model/workdays.ts';
import { readyToFinishWords } from '../../progress/runs/count.ts';
import type { Walk } from '../../progress/runs/walk.ts';
import type { RunSummary } from '../../stores/runs/summaries.ts';
import { formatMoment } from '../shared/format-time.ts';
import { deadlineWords } from './deadline-words.ts';
import { openDeadlines } from './run-deadlines.ts';
import { RunProgress } from './RunProgress.tsx';
import { DueTag, StatusTag } from './RunTags.tsx';

interface Props {
  run: RunSummary;
  now: Date;
  holidays: Holidays;
  /** Its buttons. */
  children?: ComponentChildren;
}

/** What is to be done next: the run opens there. */
function nextWords(walk: Walk): string {
  if (walk.current) return `下一步：${walk.current.step.title}`;
  return readyToFinishWords(walk);
}

/** By when the most pressing step is to be done, and by whom: named unless it is the next one. */
function dueOf(run: RunSummary, holidays: Holidays, now: Date) {
  const [dated] = openDeadlines(run, holidays, now);
  if (!dated) return undefined;
  const { words, late } = deadlineWords(dated, now);
  const { step } = dated.visit;
  const owner = run.owners.get(step.id);
  const name = dated.visit === run.walk?.current ? '' : `“${step.short}”`;
  return { words: `${name}${words}${owner ? `，谁做：${owner}` : ''}`, late };
}

/** One run in a list: code, workflow, progress, next step, dates, last change. */
export function RunLine({ run, now, holidays, children }: Props) {
  const { walk, template } = run;
  const due = dueOf(run, holidays, now);
  const words = run.status === 'open' && walk ? nextWords(walk) : undefined;
  return (
    <li class="run-line" data-status={run.status}>
      <a class="run-line__link" href={href(`/runs/#${run.id}`)}>
        <span class="run-line__code">{run.code}</span>{' '}
        <span class="run-line__title">{template?.title ?? '文本缺失'}</span>
      </a>
      {walk && <RunProgress code={run.code} walk={walk} />}
      <p class="run-line__meta">
        <StatusTag run={run} />
        <DueTag run={run} now={now} />
        {!children && words && <span>{words}</span>}
        {due && (
          <span class="due" data-late={due.late ? '' : undefined}>
            {due.words}
          </span>
        )}
        <span>最近改动：{formatMoment(run.changedAt, +now)}</span>
      </p>
      {children && (
        <p class="run-line__actions">
          {words && (
            <a class="button run-line__next" href={href(`/runs/#${run.id}`)}>
              {words}
            </a>
          )}
          {children}
        </p>
      )}
    </li>
  );
}
