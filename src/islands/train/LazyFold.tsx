import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Late } from '../shared/Late.tsx';

interface Props<Module> {
  /** Reserved id of the fold. */
  id: string;
  summary: string;
  /** Loads what draws it. */
  load: () => Promise<Module>;
  /** What did not come, a sentence. */
  late: string;
  children: (module: Module) => ComponentChildren;
}

/** What is rarely needed: loaded when it is opened, and asked for anew when that failed and it is opened again. */
export function LazyFold<Module>({ id, summary, load, late, children }: Props<Module>) {
  const [module, setModule] = useState<Module | undefined>();
  const [failures, setFailures] = useState(0);
  const [isLoading, setLoading] = useState(false);
  const open = ({ currentTarget }: { currentTarget: HTMLDetailsElement }) => {
    if (!currentTarget.open || module || isLoading) return;
    setLoading(true);
    load()
      .then(
        (loaded) => setModule(() => loaded),
        () => setFailures(failures + 1),
      )
      .finally(() => setLoading(false));
  };
  return (
    <details class="train-fold" id={id} onToggle={open}>
      <summary>{summary}</summary>
      {module ? (
        children(module)
      ) : failures > 0 && !isLoading ? (
        <Late key={failures} what={late} isAsked />
      ) : (
        <p class="quiet">正在取……</p>
      )}
    </details>
  );
}
