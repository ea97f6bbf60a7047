import { isGateKind, STEP_KINDS, type StepKind } from '../../model/vocabulary.ts';
import type { Field } from './field.ts';
import type { SourceItem } from './items.ts';

/** A step as far as it is written; what is missing or misspelt is undefined. */
export interface StepView {
  readonly field: Field;
  readonly id: string | undefined;
  readonly kind: StepKind | undefined;
  readonly isGate: boolean;
  readonly outcomes: readonly Field[];
  /** Ids of the parties who sign. */
  readonly signers: readonly Field[];
}

/** A workflow's page as its rules look at it. */
export interface WorkflowView {
  readonly front: Field;
  readonly phases: readonly { readonly field: Field; readonly steps: readonly StepView[] }[];
  readonly steps: readonly StepView[];
  readonly ends: readonly Field[];
  /** The fields that name what follows: `next`, and `to` of the outcomes. */
  readonly targets: readonly Field[];
  /** Ids of the steps and ends. */
  readonly targetIds: ReadonlySet<string>;
  readonly partyIds: ReadonlySet<string>;
}

export function viewWorkflow(front: Field, items: readonly SourceItem[]): WorkflowView {
  const phases = front
    .get('phases')
    .items()
    .map((field) => ({
      field,
      steps: field.get('steps').items().map(viewStep),
    }));
  const steps = phases.flatMap((phase) => phase.steps);
  const ids = items.flatMap(({ kind, id }) =>
    kind === 'step' || kind === 'end' ? (id ?? []) : [],
  );
  return {
    front,
    phases,
    steps,
    ends: front.get('ends').items(),
    targets: steps.flatMap(({ field, outcomes }) => [
      field.get('next'),
      ...outcomes.map((outcome) => outcome.get('to')),
    ]),
    targetIds: new Set(ids),
    partyIds: new Set(
      front
        .get('parties')
        .items()
        .flatMap((party) => party.get('id').text ?? []),
    ),
  };
}

function viewStep(field: Field): StepView {
  const kind = STEP_KINDS.find((candidate) => candidate === field.get('kind').text);
  return {
    field,
    id: field.get('id').text,
    kind,
    isGate: kind !== undefined && isGateKind(kind),
    outcomes: field.get('outcomes').items(),
    signers: field.get('signers').items(),
  };
}
