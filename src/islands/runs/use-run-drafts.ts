import { useEffect, useState } from 'preact/hooks';
import { followDrafts } from '../../stores/runs/run-drafts.ts';

/** The fields of a run in which something is typed and not saved (`draftInRun`). */
export function useRunDrafts(run: string): readonly string[] {
  const [fields, setFields] = useState<readonly string[]>([]);
  useEffect(() => followDrafts(run, setFields), [run]);
  return fields;
}
