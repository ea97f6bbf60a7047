/**
 * What one or several roles ask for today: the acts of the day, the week and the month that are open in
 * their period, and what was ticked today. Pure; days are those of the reader's own time zone.
 */
import { dayOf } from '../../model/day.ts';
import { periodEnd } from '../../model/period.ts';
import { isWorkday, type Holidays } from '../../model/workdays.ts';
import { runningMark, type DutyKey, type DutyMark } from '../duties/duty-marks.ts';
import {
  timesThisWeek,
  type CountedOccurrence,
  type EventDuty,
  type OccurrencesByName,
} from '../duties/occurrences.ts';

/** A duty with its text. */
export interface TodayDuty extends DutyKey {
  readonly text: string;
}

/** A duty that is done whenever something happens. */
export interface TodayEventDuty extends EventDuty {
  readonly text: string;
}

/** The acts of one role with their marks. */
export interface RoleDuties {
  /** Reference of the role's page. */
  readonly role: string;
  readonly duties: readonly TodayDuty[];
  /** By mark name. */
  readonly marks: Readonly<Record<string, DutyMark | undefined>>;
  /** What is counted each time. */
  readonly events?: readonly TodayEventDuty[];
  readonly occurrences?: OccurrencesByName;
}

/** A duty that is asked for. */
export interface DueDuty {
  /** Its full reference; no two of a list are alike. */
  readonly key: string;
  readonly role: string;
  readonly duty: TodayDuty;
  readonly isDone: boolean;
  /** When it was ticked, in milliseconds since the epoch. */
  readonly at?: number;
}

/** A duty that is never due: it is counted when it is done. */
export interface CountedDuty {
  /** Its full reference. */
  readonly key: string;
  readonly role: string;
  readonly duty: TodayEventDuty;
  /** The times of this week, the last one first. */
  readonly times: readonly CountedOccurrence[];
}

export interface TodayDuties {
  /** False on a weekend or a public holiday: what is daily is not due then. */
  readonly isWorkday: boolean;
  readonly daily: readonly DueDuty[];
  readonly weekly: readonly DueDuty[];
  readonly monthly: readonly DueDuty[];
  /** In the last month of the quarter, or of the year. */
  readonly quarterly: readonly DueDuty[];
  readonly yearly: readonly DueDuty[];
  readonly event: readonly CountedDuty[];
  /** Ticked today, the last one first. */
  readonly done: readonly DueDuty[];
}

/** The cadences that are told of here, the nearest first. */
export const TODAY_CADENCES = ['daily', 'weekly', 'monthly', 'quarterly', 'yearly'] as const;

/**
 * What is due of duties, in the order of the roles and of their lists.
 *
 * @param held keys of duties that keep their place although they are done: what was just ticked does
 * not go from under the finger
 */
export function selectDuties(
  roles: readonly RoleDuties[],
  holidays: Holidays,
  now: Date,
  held: ReadonlySet<string> = new Set(),
): TodayDuties {
  const day = dayOf(+now);
  const all = roles.flatMap(({ role, duties, marks }) =>
    duties.map((duty): DueDuty => {
      const mark = runningMark(duty, marks, now);
      const isDone = mark?.done ?? false;
      const at = isDone ? (mark?.tickedAt ?? mark?.at) : undefined;
      return {
        key: `${role}#${duty.id}`,
        role,
        duty,
        isDone,
        ...(at === undefined ? {} : { at }),
      };
    }),
  );
  const of = (cadence: (typeof TODAY_CADENCES)[number]) =>
    all.filter(({ key, duty, isDone }) => duty.cadence === cadence && (!isDone || held.has(key)));
  return {
    isWorkday: day === undefined || isWorkday(day, holidays),
    daily: of('daily'),
    weekly: of('weekly'),
    monthly: of('monthly'),
    quarterly: isLastMonth('quarterly', now) ? of('quarterly') : [],
    yearly: isLastMonth('yearly', now) ? of('yearly') : [],
    event: roles.flatMap(({ role, events = [], occurrences = {} }) =>
      events.map((duty) => ({
        key: `${role}#${duty.id}`,
        role,
        duty,
        times: timesThisWeek(duty.id, occurrences, now),
      })),
    ),
    done: all
      .filter(({ at }) => at !== undefined && day !== undefined && dayOf(at) === day)
      .sort((a, b) => (b.at ?? 0) - (a.at ?? 0)),
  };
}

/** What is long off would be in the way: it is asked for when its period comes to an end. */
function isLastMonth(cadence: 'quarterly' | 'yearly', now: Date): boolean {
  return +(periodEnd(cadence, now) ?? 0) === +(periodEnd('monthly', now) ?? 0);
}
