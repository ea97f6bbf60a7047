/** What a role's checklist shows: acts in their groups, and the standards apart, for the self-appraisal. */
import type { Cadence, Origin } from '../model/vocabulary.ts';
import { itemReference } from '../model/reference.ts';
import { usedForms, type UsedForm } from './forms.ts';
import { aliasesOf, formerNames } from './former-pages.ts';
import { changeMarkOf, type ChangeMark } from './revisions.ts';
import type { RolePage, Site } from './types.ts';
import { sourceMarks, type SourceMark } from './sources.ts';

export interface ChecklistDuty {
  readonly id: string;
  readonly text: string;
  readonly cadence: Cadence;
  readonly doneWhen?: string;
  readonly why?: string;
  readonly editorial?: true;
  /** Full references under which it was published before: its ticks follow. */
  readonly was?: readonly string[];
  readonly sources?: readonly SourceMark[];
  /** What the newest edition says of it. */
  readonly changed?: ChangeMark;
  /** Forms that are filled in for it. */
  readonly forms?: readonly UsedForm[];
  /** Its note, rendered. */
  readonly note?: string;
}

export interface ChecklistGroup {
  readonly id: string;
  /** Ids under which it was known before on its page. */
  readonly aliases?: readonly string[];
  readonly title: string;
  /** What the newest edition says of it. */
  readonly changed?: ChangeMark;
  readonly duties: readonly ChecklistDuty[];
}

export interface Checklist {
  readonly acts: readonly ChecklistGroup[];
  /** Standards are appraised each quarter and never count in daily or weekly progress. */
  readonly standards: readonly ChecklistGroup[];
}

/**
 * The checklist of a role.
 *
 * @param notes rendered notes by duty id
 */
export function checklistOf(
  site: Site,
  page: RolePage,
  notes: ReadonlyMap<string, string> = new Map(),
): Checklist {
  const groupsOf = (kind: 'act' | 'standard') =>
    page.data.groups.flatMap((group) => {
      const duties = group.duties
        .filter((duty) => duty.kind === kind)
        .map((duty): ChecklistDuty => {
          const note = notes.get(duty.id);
          const forms = duty.kind === 'act' ? usedForms(site, page.handbook, duty.forms) : [];
          const reference = itemReference(page.reference, duty.id);
          const was = formerNames(site, reference);
          const changed = changeMarkOf(site, reference);
          return {
            id: duty.id,
            text: duty.text,
            cadence: duty.kind === 'act' ? duty.cadence : 'quarterly',
            ...(duty.doneWhen ? { doneWhen: duty.doneWhen } : {}),
            ...(duty.why ? { why: duty.why } : {}),
            ...(isEditorial(duty.origin) ? { editorial: true } : {}),
            ...(duty.from.length > 0 ? { sources: sourceMarks(site, duty.from) } : {}),
            ...(changed ? { changed } : {}),
            ...(forms.length > 0 ? { forms } : {}),
            ...(note ? { note } : {}),
            ...(was.length > 0 ? { was } : {}),
          };
        });
      if (duties.length === 0) return [];
      const aliases = aliasesOf(site, page.reference, group.id);
      const { id, title } = group;
      const changed = changeMarkOf(site, itemReference(page.reference, id));
      return [
        {
          id,
          title,
          duties,
          ...(changed ? { changed } : {}),
          ...(aliases.length > 0 ? { aliases } : {}),
        },
      ];
    });
  const acts = groupsOf('act');
  const actGroups = new Set(acts.map((group) => group.id));
  // A group that has both kinds is headed twice; its id stays with the acts.
  const standards = groupsOf('standard').map((group) =>
    actGroups.has(group.id)
      ? { id: `${group.id}-standards`, title: group.title, duties: group.duties }
      : group,
  );
  return { acts, standards };
}

function isEditorial(origin: Origin): boolean {
  return origin === 'editorial';
}
