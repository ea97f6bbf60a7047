import type { Visit } from '../../progress/runs/walk.ts';
import { deadlineWords } from './deadline-words.ts';
import { useRun } from './run-context.ts';

/** By when a step is to be done, and whether that is past. */
export function DeadlineLine({ visit }: { visit: Visit }) {
  const { deadlines, now } = useRun();
  const dated = deadlines.find((each) => each.visit === visit);
  if (!dated) return null;
  const { words, late, note } = deadlineWords(dated, now);
  return (
    <p class="deadline" data-late={late ? '' : undefined}>
      {words}
      {note && <span class="deadline__note">{note}</span>}
    </p>
  );
}
