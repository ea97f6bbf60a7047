import { countRun, countWords } from '../../progress/runs/count.ts';
import type { Walk } from '../../progress/runs/walk.ts';
import { ProgressBar } from '../shared/ProgressBar.tsx';

interface Props {
  /** The job code. */
  code: string;
  walk: Walk;
}

/** How far a run is: what does not apply is no part of the line, what was skipped leaves it short. */
export function RunProgress({ code, walk }: Props) {
  const count = countRun(walk);
  return (
    <ProgressBar
      label={`${code} 的进度`}
      done={count.done}
      total={count.total - count.inapplicable}
      unit="步"
      words={countWords(count)}
    />
  );
}
