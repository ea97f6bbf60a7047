import type { DueDuty } from '../../progress/today/duties.ts';

interface Props {
  due: DueDuty;
  onTick: (done: boolean) => void;
}

/** A duty, to be ticked. */
export function DutyTick({ due: { role, duty, isDone }, onTick }: Props) {
  return (
    <li class="today__item" data-handbook={role.split('/')[0]} data-done={isDone ? '' : undefined}>
      <label class="tick">
        <input
          type="checkbox"
          class="tick__box"
          checked={isDone}
          onChange={(event) => onTick(event.currentTarget.checked)}
        />
        <span class="tick__text">{duty.text}</span>
      </label>
    </li>
  );
}
