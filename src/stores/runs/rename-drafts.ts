/** Drafts of runs; apart from `drafts.ts`, which pages without runs load as well. */
import { parseStorageName } from '../../model/parse-storage-name.ts';
import { draftInRun, draftsOfRun } from '../../model/storage-names.ts';
import { readDraft, writeDraft } from '../drafts.ts';
import { listNames } from '../storage/values.ts';

/** Drafts follow their steps when a run goes on with a text in which these have other ids. */
export function renameDrafts(run: string, renamed: Readonly<Record<string, string>>): void {
  for (const name of listNames(draftsOfRun(run))) {
    const parts = parseStorageName(name);
    const [, what, step = ''] =
      /^(\w+:\d+):(.+)$/.exec(parts.kind === 'draft' ? parts.field : '') ?? [];
    const now = Object.hasOwn(renamed, step) ? renamed[step] : undefined;
    const text = now === undefined ? undefined : readDraft(name);
    if (text === undefined) continue;
    writeDraft(draftInRun(run, `${what}:${now}`), text);
    writeDraft(name, undefined);
  }
}
