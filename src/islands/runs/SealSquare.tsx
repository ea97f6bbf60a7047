import { sealLines } from '../../progress/runs/seal-lines.ts';

interface Props {
  role: string;
  /** `YYYY-MM-DD`; absent on what is to be stamped by hand. */
  day?: string | undefined;
}

/** The square of a seal: who signs on one or two lines, and the day. What it says stands beside it in words. */
export function SealSquare({ role, day }: Props) {
  const { lines, size } = sealLines(role);
  // Lines and day stand in the middle together.
  const height = lines.length * size * 1.12 + (day ? 13 : 0);
  const top = 32 - height / 2;
  return (
    <svg class="seal-square" viewBox="0 0 64 64" width="56" height="56" aria-hidden="true">
      <rect x="2" y="2" width="60" height="60" rx="3" />
      {lines.map((line, index) => (
        <text key={line} x="32" y={top + size * (0.92 + 1.12 * index)} font-size={size}>
          {line}
        </text>
      ))}
      {day && (
        <text x="32" y={top + height - 1.5} font-size="10">
          {day.slice(2).replaceAll('-', '.')}
        </text>
      )}
    </svg>
  );
}
