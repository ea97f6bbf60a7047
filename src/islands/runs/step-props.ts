import type { Visit } from '../../progress/runs/walk.ts';

/** What every control of a run's step is given. */
export interface StepProps {
  visit: Visit;
  /** Shows who, when done and who signs; lists leave it out. */
  detailed?: boolean;
  /** Called after the step was done, skipped or decided. */
  onDone?: () => void;
}
