import { templateSteps } from '../../model/template.ts';
import { skipWords } from '../../progress/runs/count.ts';
import { parseMarkKey } from '../../progress/runs/fold.ts';
import { signedWords } from '../../progress/runs/signings.ts';
import { isOpen, type Visit } from '../../progress/runs/walk.ts';
import { readTemplate } from '../../stores/runs/texts.ts';
import { formatMoment } from '../shared/format-time.ts';
import { useRun } from './run-context.ts';

/** What no longer counts but was done: earlier rounds, and steps that the handbook has taken out. */
export function RoundHistory() {
  const { walk, run, now } = useRun();
  const live = new Set(walk.live);
  const past = walk.visits.filter((visit) => !live.has(visit) && !isOpen(visit));
  const rounds = [...new Set(past.map((visit) => visit.round))];
  const gone = removedMarks(run);
  if (rounds.length === 0 && gone.length === 0) return null;
  return (
    <details class="rounds">
      <summary>{gone.length > 0 ? '以前各轮和删去的步骤' : '以前各轮'}</summary>
      {rounds.map((round) => (
        <section key={round}>
          <h3>第 {round} 轮</h3>
          <ul>
            {past
              .filter((visit) => visit.round === round)
              .map((visit) => (
                <li key={visit.step.id}>
                  {visit.step.title}
                  <span class="duty__when">
                    {whatWasDone(visit)} {visit.mark && formatMoment(visit.mark.at, +now)}
                  </span>
                </li>
              ))}
          </ul>
        </section>
      ))}
      {gone.length > 0 && (
        <section>
          <h3>手册删去的步骤</h3>
          <ul>
            {gone.map(({ key, title, at }) => (
              <li key={key}>
                {title}
                <span class="duty__when">{formatMoment(at, +now)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </details>
  );
}

function whatWasDone({ step, outcome, mark }: Visit): string {
  if (outcome && mark?.kind === 'chosen' && mark.signed?.length) {
    return `${outcome.label}（${signedWords(mark.signed)}）`;
  }
  if (outcome) return outcome.label;
  if (mark?.kind !== 'skipped') return '完成';
  return skipWords(step, mark);
}

/** Marks of steps that the run's present text no longer has, with the titles they had. */
function removedMarks(run: ReturnType<typeof useRun>['run']) {
  if (run.texts.length < 2) return [];
  const titles = new Map<string, string>();
  for (const hash of run.texts) {
    const template = readTemplate(hash);
    for (const step of template ? templateSteps(template) : []) titles.set(step.id, step.title);
  }
  const present = new Set(run.template ? templateSteps(run.template).map(({ id }) => id) : []);
  return [...run.marks].flatMap(([key, mark]) => {
    const [, step] = parseMarkKey(key);
    return present.has(step) ? [] : [{ key, title: titles.get(step) ?? step, at: mark.at }];
  });
}
