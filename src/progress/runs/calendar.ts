/**
 * The dates of a run as a calendar file (iCalendar, RFC 5545), for the reader's own calendar. Rarely
 * used, and it brings a library along: import it only when it is asked for.
 */
import ical, { ICalEventTransparency, type ICalEventData } from 'ical-generator';
import type { Day } from '../../model/day.ts';
import { timeLimitLabel } from '../../model/template.ts';
import { provideRandomUUID } from './random-uuid.ts';
import { roundWords } from './walk.ts';
import type { DatedStep, RunDue } from './deadline.ts';

/** What a calendar says of a run. */
export interface CalendarRun {
  readonly id: string;
  /** The job code. */
  readonly code: string;
  /** Title of the workflow. */
  readonly workflow: string;
  /** Who does a step, by step id; absent: nobody is named. */
  readonly owners?: ReadonlyMap<string, string>;
  /** Full address of the run, for the way back to it. */
  readonly address: string;
  /** What the site is called: names the calendar. Absent: it has no name. */
  readonly site?: string;
}

/** Names the project, not its host: an entry stays the same one when the site moves. */
const DOMAIN = 'kehubu-handbook.invalid';

/**
 * The calendar file of a run: its due date, and each step with a deadline that is still open. Days are
 * all-day events, moments are events without a duration, in UTC; none blocks the reader's time. An
 * entry keeps its UID, so a file that is imported again changes what is there.
 *
 * @param steps as `datedSteps` gives them
 * @param stamp when the file is made, in milliseconds since the epoch
 * @returns text with CRLF line ends, to be saved as UTF-8; `undefined` when the run has no dates
 */
export function calendarOf(
  run: CalendarRun,
  steps: readonly DatedStep[],
  due: RunDue | undefined,
  stamp: number,
): string | undefined {
  const open = steps.filter(({ standing }) => standing === 'due' || standing === 'overdue');
  const events = [
    ...(due ? [dueEvent(run, due)] : []),
    ...open.map((step) => stepEvent(run, step)),
  ];
  if (events.length === 0) return undefined;
  // The library makes an id for every event, also where it is given one.
  provideRandomUUID();
  const calendar = ical({
    prodId: { company: 'kehubu-handbook', product: 'runs', language: 'ZH' },
    ...(run.site ? { name: plain(run.site) } : {}),
  });
  for (const event of events) {
    calendar.createEvent({
      ...event,
      stamp: new Date(stamp),
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  // The library ends every line so but the last one.
  return `${calendar.toString()}\r\n`;
}

function dueEvent(run: CalendarRun, { day }: RunDue): ICalEventData {
  return {
    ...onDay(day),
    id: uid(run.id, 'due'),
    summary: plain(`${run.code} 到期`),
    description: description(run, []),
  };
}

function stepEvent(run: CalendarRun, { visit, deadline }: DatedStep): ICalEventData {
  const { step, round } = visit;
  const again = roundWords(visit);
  const { day, at, limit, set, uncovered } = deadline;
  const owner = run.owners?.get(step.id);
  return {
    ...(day === undefined ? { start: new Date(at) } : onDay(day)),
    id: uid(run.id, step.id, String(round)),
    summary: plain(`${run.code} ${step.title}${again && `（${again}）`}`),
    description: description(run, [
      `做到什么样：${step.doneWhen}`,
      ...(limit ? [`时限：${timeLimitLabel(limit)}`] : []),
      ...(set ? [`定的日子：${set}`] : []),
      ...(owner ? [`谁做：${owner}`] : []),
      ...uncovered.map((year) => `${year} 年的放假安排还没有录入，只除去了周末。`),
    ]),
  };
}

/** The library reads a day's date in UTC. */
function onDay(day: Day): Pick<ICalEventData, 'start' | 'allDay'> {
  return { start: new Date(`${day}T00:00:00Z`), allDay: true };
}

function description(run: CalendarRun, lines: readonly string[]): string {
  return [`流程：${run.workflow}`, ...lines, run.address].map(plain).join('\n');
}

/** Its parts may come from a file that somebody made: none may break out of its line. */
function uid(...parts: readonly string[]): string {
  return `${parts.map((part) => encodeURIComponent(plain(part))).join('-')}@${DOMAIN}`;
}

/** One line of text: control characters and halves of characters have no place in a calendar. */
function plain(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ').replace(/\p{Cs}/gu, '\uFFFD');
}
