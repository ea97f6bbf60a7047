/** The checklist that the page has, as the build drew it (`components/Checklist.astro`). */
import type { DutyFilter } from '../../model/duty-filters.ts';
import { selfLinkAttributes } from '../../model/self-link.ts';
import { CADENCES } from '../../model/vocabulary.ts';
import type { DutyKey } from '../../progress/duties/duty-marks.ts';

/** A duty and where it stands. */
export interface DrawnDuty extends DutyKey {
  readonly text: string;
  /** The filter under which it is shown. */
  readonly filter: DutyFilter;
  readonly row: HTMLElement;
  readonly box: HTMLInputElement;
}

/** A group of duties, or the self-appraisal as a whole. */
export interface DrawnGroup {
  readonly element: HTMLElement;
  readonly duties: readonly DrawnDuty[];
}

export interface DrawnChecklist {
  readonly root: HTMLElement;
  readonly duties: readonly DrawnDuty[];
  readonly groups: readonly DrawnGroup[];
  /** The links that filter by cadence; the id of each is its fragment. */
  readonly filters: readonly HTMLElement[];
}

/** Reads ids, cadences and former names from the attributes of the rows. */
export function readChecklist(root: HTMLElement): DrawnChecklist {
  const all = Array.from(root.querySelectorAll<HTMLElement>('.duty'), readDuty);
  const groups = root.querySelectorAll<HTMLElement>('.duty-group, .appraisal');
  return {
    root,
    duties: all,
    groups: Array.from(groups, (element) => ({
      element,
      duties: all.filter(({ row }) => element.contains(row)),
    })),
    filters: [...root.querySelectorAll<HTMLElement>('.duty-filter')],
  };
}

function readDuty(row: HTMLElement): DrawnDuty {
  const { cadence: authored, was } = row.dataset;
  const cadence = CADENCES.find((each) => each === authored) ?? 'once';
  return {
    id: row.id,
    cadence,
    ...(was ? { was: was.split(' ') } : {}),
    text: row.querySelector('.tick__text')?.textContent ?? '',
    filter: row.closest('.appraisal') ? 'appraisal' : cadence,
    row,
    box: row.querySelector('input') as HTMLInputElement,
  };
}

/** Makes a link of each duty's `#`: copying needs a script, and without it the page is a kilobyte lighter. */
export function linkDuties(duties: readonly DrawnDuty[]): void {
  for (const { id, text, row } of duties) {
    const link = document.createElement('a');
    for (const [name, value] of Object.entries(selfLinkAttributes(id, text))) {
      link.setAttribute(name, value);
    }
    link.textContent = '#';
    row.querySelector('.self-link')?.replaceWith(link);
  }
}
