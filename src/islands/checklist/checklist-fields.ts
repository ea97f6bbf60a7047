/**
 * The fields of a role's checklist. The built page has each text once, in its markup: the server
 * draws from what is provided here, the browser reads the same fields back from what was drawn.
 */
import { CADENCES, CADENCE_LABEL, type Cadence } from '../../model/vocabulary.ts';

export interface DutyFields {
  id: string;
  text: string;
  cadence: Cadence;
  editorial?: boolean;
  /** Full references under which it was published before. */
  was?: readonly string[];
}

/** What is only drawn, and never again in the browser. */
export interface DutyDetails {
  doneWhen?: string;
  why?: string;
  /** The ledger entries it carries, with the documents that say them. */
  sources?: readonly { entry: string; documents: string }[];
  /** Its note, rendered at build from the author's prose. */
  note?: string;
}

export interface GroupFields<Duty = DutyFields> {
  id: string;
  /** Ids under which it was known before: each keeps an anchor. */
  aliases?: readonly string[];
  title: string;
  duties: readonly Duty[];
}

export interface ChecklistFields<Duty = DutyFields> {
  acts: readonly GroupFields<Duty>[];
  standards: readonly GroupFields<Duty>[];
}

const provided = new Map<string, ChecklistFields<DutyFields & DutyDetails>>();

/** On the server: what the checklist of a role (its page's reference) is drawn from. */
export function provideChecklist(
  role: string,
  fields: ChecklistFields<DutyFields & DutyDetails>,
): void {
  provided.set(role, fields);
}

/**
 * The fields of the checklist that is being drawn, or was.
 *
 * @throws Error on the server, for a role whose checklist was not provided
 */
export function checklistFields(role: string): ChecklistFields {
  if (!import.meta.env.SSR) {
    return {
      acts: readGroups('.checklist > .duty-group'),
      standards: readGroups('.appraisal > .duty-group'),
    };
  }
  const fields = provided.get(role);
  if (!fields) throw new Error(`${role}: call provideChecklist before its checklist is drawn`);
  return fields;
}

function readGroups(selector: string): GroupFields[] {
  return Array.from(document.querySelectorAll(selector), (group) => {
    const heading = group.querySelector('[id]');
    return {
      id: heading?.id ?? '',
      aliases: Array.from(heading?.querySelectorAll('.alias') ?? [], ({ id }) => id),
      // Its own text, without the link that follows it.
      title: Array.from(heading?.childNodes ?? [], (node) =>
        node.nodeType === Node.TEXT_NODE ? node.nodeValue : '',
      ).join(''),
      duties: Array.from(group.querySelectorAll<HTMLElement>('.duty'), readDuty),
    };
  });
}

function readDuty(row: HTMLElement): DutyFields {
  const label = row.querySelector('.duty__meta > .tag')?.textContent;
  return {
    id: row.id,
    text: row.querySelector('.tick__text')?.textContent ?? '',
    cadence: CADENCES.find((cadence) => CADENCE_LABEL[cadence] === label) ?? 'once',
    editorial: row.querySelector('.editorial') !== null,
    was: row.dataset['was']?.split(' ') ?? [],
  };
}
