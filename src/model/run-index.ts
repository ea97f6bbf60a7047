/** What a run needs to know of the present handbook: its workflows by every name they have had. */

export interface PresentWorkflow {
  readonly title: string;
  /** Content hash of its present template. */
  readonly hash: string;
  /** Root-relative path of the template, without the base. */
  readonly template: string;
  /** Former ids of its steps → their present ids. */
  readonly renamed?: Readonly<Record<string, string>>;
}

export interface RunIndex {
  /** Number of the edition that is published now. */
  readonly edition: number;
  /** By present reference. */
  readonly workflows: Readonly<Record<string, PresentWorkflow>>;
  /** Former references → present ones. */
  readonly moved: Readonly<Record<string, string>>;
  /** References of retired workflows → why. */
  readonly retired: Readonly<Record<string, string>>;
}

/** A workflow under the name it has now, with what is known of it. */
export interface ResolvedWorkflow {
  readonly reference: string;
  /** Absent when it is no more. */
  readonly present?: PresentWorkflow;
  /** Why it is no more, when it was retired. */
  readonly retired?: string;
}

/** Finds a workflow by any name it has had. */
export function resolveWorkflow(index: RunIndex, reference: string): ResolvedWorkflow {
  const name = own(index.moved, reference) ?? reference;
  const present = own(index.workflows, name);
  const retired = own(index.retired, name);
  return {
    reference: name,
    ...(present ? { present } : {}),
    ...(retired === undefined ? {} : { retired }),
  };
}

/** A property of the object itself: references come from storage and may be any word. */
function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
