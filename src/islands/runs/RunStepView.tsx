import { useEffect, useRef, useState } from 'preact/hooks';
import { href } from '../../model/address.ts';
import { draftPlace } from '../../model/parse-storage-name.ts';
import { templateSteps } from '../../model/template.ts';
import { isOpen, type Visit } from '../../progress/runs/walk.ts';
import { RunStep } from './RunStep.tsx';
import { useRun } from './run-context.ts';
import { UndoButton } from './UndoButton.tsx';
import { useTick } from './use-tick.ts';

interface Props {
  /** Id of the step to begin with; the first open one when it is left out. */
  first?: string | undefined;
  /** The fields of the run in which something is typed and not saved. */
  drafts: readonly string[];
}

/** One step at a time. */
export function RunStepView({ first, drafts }: Props) {
  const { template, walk } = useRun();
  // A step that one has paged to stays, until the run moves on from it.
  const [chosen, setChosen] = useState(first);
  const { live } = walk;
  const chosenIndex = live.findIndex((visit) => visit.step.id === chosen);
  const currentIndex = walk.current ? live.indexOf(walk.current) : live.length - 1;
  const index = chosenIndex >= 0 ? chosenIndex : currentIndex;
  const visit = live[index];
  const root = useTopOf(visit);
  if (!visit) return null;

  const phaseIndex = template.phases.findIndex((p) => p.steps.some((s) => s.id === visit.step.id));
  const phase = template.phases[phaseIndex];
  const steps = templateSteps(template);
  const previous = live[index - 1];
  const next = live[index + 1];
  const place = phase ? phase.steps.findIndex((s) => s.id === visit.step.id) + 1 : 0;
  const endsPhase = phase?.steps.at(-1)?.id === visit.step.id;
  const moveOn = () => setChosen(undefined);

  return (
    <section ref={root} class="walkthrough" aria-label="逐步">
      <ol class="phase-line">
        {template.phases.map((each, i) => (
          <li key={each.id} aria-current={i === phaseIndex ? 'step' : undefined}>
            {each.title}
          </li>
        ))}
      </ol>
      <p class="walkthrough__where">
        第 {phaseIndex + 1} 阶段“{phase?.title}”
        <span class="walkthrough__place">
          ，本阶段第 {place} 步，共 {phase?.steps.length} 步
        </span>
        ；全程第 {steps.findIndex((s) => s.id === visit.step.id) + 1} 步，共 {steps.length} 步
      </p>
      <DraftsElsewhere drafts={drafts} shown={visit} onOpen={setChosen} />
      <RunStep key={`${visit.step.id}:${visit.round}`} visit={visit} detailed onDone={moveOn} />
      {endsPhase && phase && (
        <p class="phase__pause">
          <span class="phase__pause-label">停一下</span>
          {phase.pause}
        </p>
      )}
      <DoneButton visit={visit} onDone={moveOn} />
      <p class="walkthrough__pager">
        <button
          type="button"
          class="button button--quiet"
          disabled={!previous}
          onClick={() => setChosen(previous?.step.id)}
        >
          上一步
        </button>
        <button
          type="button"
          class="button button--quiet"
          disabled={!next}
          onClick={() => setChosen(next?.step.id)}
        >
          下一步
        </button>
        {walk.current && walk.current !== visit && (
          <button type="button" class="button button--quiet" onClick={moveOn}>
            回到第一个未完成的步骤
          </button>
        )}
        <UndoButton quiet />
      </p>
      {!next && isOpen(visit) && visit.step.outcomes && (
        <p class="walkthrough__hint">这一步是关口：作了决定，后面的步骤才打开。</p>
      )}
    </section>
  );
}

/** Ticks the step and goes on to the next open one; a gate has its outcomes instead. */
function DoneButton({ visit, onDone }: { visit: Visit; onDone: () => void }) {
  const { run, walk } = useRun();
  const tick = useTick(visit, onDone);
  if (run.status !== 'open' || visit.step.outcomes || !isOpen(visit)) return null;
  const isLast = !walk.live.some((each) => each !== visit && isOpen(each));
  return (
    <button
      type="button"
      class="button button--primary walkthrough__done"
      // The second click of a double click would tick a step that nobody has read.
      onClick={(event) => event.detail < 2 && tick(true)}
    >
      {isLast ? '做完了' : '做完了，下一步'}
    </button>
  );
}

interface DraftsProps {
  drafts: readonly string[];
  shown: Visit;
  onOpen: (step: string) => void;
}

/** Says that something is typed and not saved at other steps, and leads there. */
function DraftsElsewhere({ drafts, shown, onOpen }: DraftsProps) {
  const { run, walk } = useRun();
  const places = drafts.flatMap((field) => draftPlace(field) ?? []);
  const visits = walk.live.filter(
    (visit) =>
      visit !== shown &&
      places.some(({ step, round }) => step === visit.step.id && round === visit.round),
  );
  if (visits.length === 0) return null;
  return (
    <p class="walkthrough__drafts">
      没存的草稿在：
      {visits.map(({ step }, index) => (
        <>
          {index > 0 && '、'}
          <a
            href={href(`/runs/#${run.id}/${step.id}`)}
            onClick={(event) => {
              event.preventDefault();
              onOpen(step.id);
            }}
          >
            {step.short}
          </a>
        </>
      ))}
    </p>
  );
}

/** Comes back to the top of the step when another one is shown and its top is out of sight. */
function useTopOf(visit: Visit | undefined) {
  const root = useRef<HTMLElement>(null);
  const key = visit && `${visit.step.id}:${visit.round}`;
  const before = useRef(key);
  useEffect(() => {
    const isAnother = before.current !== key;
    before.current = key;
    if (isAnother && root.current && root.current.getBoundingClientRect().top < 0) {
      root.current.scrollIntoView({ behavior: 'instant' });
    }
  }, [key]);
  return root;
}
