/** Section 5 of CONTRIBUTING.md: a step that is no longer done. */
import type { EditedContent, SourcePage } from './edited-content.ts';
import type { SourcePhase, SourceStep } from './items.ts';
import { lineFor } from './proposals.ts';

interface Candidate {
  readonly page: SourcePage;
  readonly step: SourceStep;
  /** The one that takes over what leads to it and what it carries. */
  readonly heir: SourceStep;
  /** Gates that lead to it. */
  readonly gates: number;
}

/** Retires one step in each handbook; with it go the note on it and the ways that lead to it. */
export function retireSteps(content: EditedContent): void {
  const handbooks = new Map<string, Candidate>();
  for (const page of content.pages('workflows')) {
    const handbook = page.ref.split('/')[0] ?? '';
    const [best] = candidatesOf(content, page);
    if (best && best.gates > (handbooks.get(handbook)?.gates ?? -1)) handbooks.set(handbook, best);
  }
  const chosen = [...handbooks.values()];
  if (!chosen.some(({ gates }) => gates > 0)) throw new Error('No step that a gate leads to');
  for (const candidate of chosen) retire(content, candidate);
}

function retire(content: EditedContent, { page, step, heir }: Candidate): void {
  const { path, ref } = page;
  const note = new RegExp(`\\n<Step id="${step.id}">[^]*?</Step>\\n`);
  content.edit(
    path,
    [new RegExp(` {6}- id: ${step.id}\\n(?: {8}.*\\n)+`), ''],
    ...(note.test(page.text) ? [[note, ''] as const] : []),
  );
  content.write(
    path,
    content
      .read(path)
      .replace(new RegExp(`\\b(to|next|about): ${step.id}(?![\\w-])`, 'g'), `$1: ${heir.id}`),
  );
  const orphaned = step.from?.filter((entry) => !heir.from?.includes(entry)) ?? [];
  if (orphaned.length > 0) inherit(content, path, heir, orphaned);
  content.touch(path);
  // What the check proposes is pasted: for the step itself, then for each step that was repointed.
  if (content.paste('retired') !== 1) throw new Error(`${step.id}: not one line for the register`);
  content.note(lineFor(`${ref}#${step.id}`, 'retired'));
  content.paste('change-without-entry');
  content.register();
}

/** What the sources say of the step is carried by the one that takes over. */
function inherit(
  content: EditedContent,
  path: string,
  heir: SourceStep,
  from: readonly string[],
): void {
  const all = [...(heir.from ?? []), ...from].join(', ');
  content.edit(path, [
    new RegExp(
      `( {6}- id: ${heir.id}\\n(?: {8}.*\\n)*? {8})(?:from: \\[.*\\]|origin: editorial)\\n`,
    ),
    `$1from: [${all}]\n`,
  ]);
}

/** Plain steps that nothing but their own page names, those first to which most gates lead. */
function candidatesOf(content: EditedContent, page: SourcePage): Candidate[] {
  const phases = page.front['phases'] as readonly SourcePhase[];
  const steps = phases.flatMap((phase) => phase.steps);
  const others = content.paths
    .filter((path) => path !== page.path && path !== 'ids.yaml')
    .map((path) => content.read(path))
    .filter((text) => text.includes(page.ref));
  return phases
    .flatMap((phase) => (phase.steps.length > 1 ? phase.steps : []))
    .flatMap((step): Candidate[] => {
      const heir = steps[steps.indexOf(step) + 1];
      if (!heir || step.outcomes || step.next || step.critical) return [];
      const name = new RegExp(`${page.ref}/?#${step.id}(?![\\w-])`);
      if (others.some((text) => name.test(text))) return [];
      if (page.text.includes(`(#${step.id})`)) return [];
      const gates = steps.filter(({ outcomes }) => outcomes?.some(({ to }) => to === step.id));
      return [{ page, step, heir, gates: gates.length }];
    })
    .sort((a, b) => b.gates - a.gates);
}
