interface Props {
  /** What is counted: 基本动作. */
  label: string;
  done: number;
  total: number;
  /** What one counts: 项 or 步. */
  unit: string;
  /** What is said beside it, where the two numbers are not all. */
  words?: string;
}

/** What is said of a count: `已完成 1 项，共 12 项`. */
export const progressWords = (done: number, total: number, unit: string) =>
  `已完成 ${done} ${unit}，共 ${total} ${unit}`;

/** A thin line with words beside it; never a lone percentage. */
export function ProgressBar({ label, done, total, unit, words }: Props) {
  const said = words ?? progressWords(done, total, unit);
  return (
    <p class="progress" data-search="off" data-screen-only="">
      <progress
        class="progress__bar"
        aria-label={label}
        aria-valuetext={said}
        value={done}
        max={Math.max(total, 1)}
      />
      <span class="progress__words">{said}</span>
    </p>
  );
}
