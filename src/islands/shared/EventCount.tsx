import type { CountedOccurrence } from '../../progress/duties/occurrences.ts';

interface Props {
  /** What the duty says, for the button's name. */
  text: string;
  /** The times of this week, the last one first. */
  times: readonly CountedOccurrence[];
  onDone: () => void;
  onTakeBack: (name: string) => void;
}

/** Counts what is done whenever something happens: never open, and the last one can be taken back. */
export function EventCount({ text, times, onDone, onTakeBack }: Props) {
  const [last] = times;
  return (
    <>
      <button type="button" class="button" aria-label={`做了一次：${text}`} onClick={onDone}>
        做了一次
      </button>
      <span class="event-count__words" role="status">
        {last && `本周 ${times.length} 次`}
      </span>
      {last && (
        <button
          type="button"
          class="button button--quiet"
          aria-label={`撤销一次：${text}`}
          onClick={() => onTakeBack(last.name)}
        >
          撤销
        </button>
      )}
    </>
  );
}
