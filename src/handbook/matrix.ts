/** Who acts where: roles × workflows, from the workflows' own steps. */
import { involvementOf, techniquesOf } from './cross-references.ts';
import type { Handbook, RolePage, Site, TechniquePage, WorkflowPage } from './types.ts';

export interface MatrixCell {
  readonly role: RolePage;
  /** Number of steps that the role does, and of those by others that it signs. */
  readonly does: number;
  readonly signs: number;
  /** Id of the first of them. */
  readonly first: string;
  /** Size of its dot, 1 to 5: the area grows with the steps. */
  readonly size: number;
}

export interface MatrixRow {
  readonly workflow: WorkflowPage;
  /** One for each role, in the order of the roles; absent where it takes no part. */
  readonly cells: readonly (MatrixCell | undefined)[];
}

/** The matrix of a handbook, a row for each workflow in reading order. */
export function matrixOf(site: Site, handbook: Handbook): MatrixRow[] {
  const involvement = new Map(handbook.roles.map((role) => [role, involvementOf(site, role)]));
  return handbook.workflows.map((workflow) => ({
    workflow,
    cells: handbook.roles.map((role): MatrixCell | undefined => {
      const steps = involvement.get(role)?.find((use) => use.workflow === workflow)?.steps;
      const first = steps?.[0]?.step.id;
      if (!steps || first === undefined) return undefined;
      const does = steps.filter(({ part }) => part === 'does').length;
      return { role, does, signs: steps.length - does, first, size: dotSize(steps.length) };
    }),
  }));
}

/** What a cell says in words: `做 12 步，签 2 步`. */
export function cellWords({ does, signs }: Pick<MatrixCell, 'does' | 'signs'>): string {
  return [does > 0 && `做 ${does} 步`, signs > 0 && `签 ${signs} 步`].filter(Boolean).join('，');
}

/** Size of the dot for a number of steps. */
export function dotSize(steps: number): number {
  return Math.max(1, Math.min(5, Math.round(Math.sqrt(steps) * 1.25)));
}

export interface MapRow {
  readonly workflow: WorkflowPage;
  readonly phases: readonly {
    readonly id: string;
    readonly title: string;
    readonly steps: number;
  }[];
  readonly techniques: readonly TechniquePage[];
}

/** The map of a handbook: what each workflow passes through, and what one needs for it. */
export function mapOf(site: Site, handbook: Handbook): MapRow[] {
  return handbook.workflows.map((workflow) => ({
    workflow,
    phases: workflow.data.phases.map(({ id, title, steps }) => ({
      id,
      title,
      steps: steps.length,
    })),
    techniques: techniquesOf(site, workflow),
  }));
}
