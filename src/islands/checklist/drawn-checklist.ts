/** The checklist that the page has, as the build drew it (`components/Checklist.astro`). */
import type { DutyFilter } from '../../model/duty-filters.ts';
import { selfLinkAttributes } from '../../model/self-link.ts';
import { PERIOD_CADENCES } from '../../model/period.ts';
import type { DutyKey } from '../../progress/duties/duty-marks.ts';
import type { EventDuty } from '../../progress/duties/occurrences.ts';

/** A row of the list. */
interface DrawnRow {
  readonly text: string;
  /** The filter under which it is shown. */
  readonly filter: DutyFilter;
  readonly row: HTMLElement;
}

/** A duty and where it stands. */
export interface DrawnDuty extends DutyKey, DrawnRow {
  readonly box: HTMLInputElement;
}

/** A duty that is counted each time, and never open. */
export interface DrawnEventDuty extends EventDuty, DrawnRow {}

/** A group of duties, or the self-appraisal as a whole. */
export interface DrawnGroup {
  readonly element: HTMLElement;
  readonly duties: readonly DrawnDuty[];
  /** What is counted in it each time. */
  readonly events: readonly DrawnEventDuty[];
}

export interface DrawnChecklist {
  readonly root: HTMLElement;
  readonly duties: readonly DrawnDuty[];
  readonly events: readonly DrawnEventDuty[];
  readonly groups: readonly DrawnGroup[];
  /** The links that filter by cadence; the id of each is its fragment. */
  readonly filters: readonly HTMLElement[];
}

/** Reads ids, cadences and former names from the attributes of the rows. */
export function readChecklist(root: HTMLElement): DrawnChecklist {
  const duties: DrawnDuty[] = [];
  const events: DrawnEventDuty[] = [];
  for (const row of root.querySelectorAll<HTMLElement>('.duty')) {
    const { cadence: authored, was } = row.dataset;
    const common = {
      id: row.id,
      ...(was ? { was: was.split(' ') } : {}),
      text: row.querySelector('.tick__text')?.textContent ?? '',
      row,
    };
    const box = row.querySelector('input');
    const cadence = PERIOD_CADENCES.find((each) => each === authored) ?? 'once';
    const filter = row.closest('.appraisal') ? 'appraisal' : cadence;
    if (box) duties.push({ ...common, cadence, filter, box });
    else events.push({ ...common, filter: 'event' });
  }
  const groups = root.querySelectorAll<HTMLElement>('.duty-group, .appraisal');
  const within = <T extends DrawnRow>(element: HTMLElement, rows: readonly T[]) =>
    rows.filter(({ row }) => element.contains(row));
  return {
    root,
    duties,
    events,
    groups: Array.from(groups, (element) => ({
      element,
      duties: within(element, duties),
      events: within(element, events),
    })),
    filters: [...root.querySelectorAll<HTMLElement>('.duty-filter')],
  };
}

/** Makes a link of each duty's `#`: copying needs a script, and without it the page is a kilobyte lighter. */
export function linkDuties({ duties, events }: DrawnChecklist): void {
  for (const { id, text, row } of [...duties, ...events]) {
    const link = document.createElement('a');
    for (const [name, value] of Object.entries(selfLinkAttributes(id, text))) {
      link.setAttribute(name, value);
    }
    link.textContent = '#';
    row.querySelector('.self-link')?.replaceWith(link);
  }
}
