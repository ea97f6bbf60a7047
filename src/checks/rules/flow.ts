import { deadEnds, resolveFlow, unreached, type AuthoredFlow } from '../../model/graph.ts';
import { END_RESULTS } from '../../model/vocabulary.ts';
import type { Field } from '../parse/field.ts';
import type { HandbookPage } from '../parse/source-page.ts';
import { problem, type Problem } from '../problem.ts';
import { viewWorkflow, type WorkflowView } from '../parse/workflow-view.ts';

/** The workflow can be finished, everything in it can be reached, and no step is stuck. */
export function checkFlow({ front, items, location }: HandbookPage): Problem[] {
  if (!front || location.section !== 'workflows') return [];
  const view = viewWorkflow(front, items);
  const results = view.ends.map((end) =>
    END_RESULTS.find((word) => word === end.get('result').text),
  );
  if (results.length > 0 && !results.includes('done')) {
    return results.includes(undefined) ? [] : [noDoneEnd(front.get('ends'))];
  }
  const authored = authoredFlow(view);
  if (!authored) return []; // other rules have said what is missing; more would be guesses
  const flow = resolveFlow(authored);
  const byId = new Map(items.flatMap(({ id, field }) => (id === undefined ? [] : [[id, field]])));
  const lost = unreached(flow);
  const isEnd = (id: string): boolean => flow.ends.some((end) => end.id === id);
  return [
    ...lost.map((id) => unreachable(byId.get(id) ?? front, id, isEnd(id))),
    ...deadEnds(flow)
      .filter((id) => !lost.includes(id))
      .map((id) => stuck(byId.get(id) ?? front, id)),
  ];
}

/** The workflow as the graph wants it, or undefined when that cannot be said for sure. */
function authoredFlow(view: WorkflowView): AuthoredFlow | undefined {
  const ids = [...view.steps.map(({ id }) => id), ...view.ends.map((end) => end.get('id').text)];
  const isSound =
    view.steps.length > 0 &&
    ids.every((id) => id !== undefined) &&
    new Set(ids).size === ids.length &&
    view.targets.every((field) => !field.exists || view.targetIds.has(field.text ?? '')) &&
    view.steps.every(({ kind, isGate, outcomes }) => kind && isGate === outcomes.length > 0);
  if (!isSound) return undefined;
  const phases = view.phases.map(({ steps }) => ({
    steps: steps.flatMap(({ id, kind, field, outcomes }) => {
      if (id === undefined || kind === undefined) return [];
      const next = field.get('next').text;
      const to = outcomes.map((outcome) => ({
        id: outcome.get('id').text ?? '',
        to: outcome.get('to').text ?? '',
      }));
      return [{ id, kind, outcomes: to, ...(next === undefined ? {} : { next }) }];
    }),
  }));
  const ends = view.ends.flatMap((end) => {
    const id = end.get('id').text;
    const result = END_RESULTS.find((candidate) => candidate === end.get('result').text);
    return id === undefined || result === undefined ? [] : [{ id, result }];
  });
  return ends.length === view.ends.length ? { phases, ends } : undefined;
}

function noDoneEnd(ends: Field): Problem {
  return problem(ends.place, 'no-done-end', {
    found: 'ends 里没有一个终点是 result: done（办成）',
    expected: '至少有一个终点的 result 是 done；最后一步做完就到第一个这样的终点',
    fix: '给办成的那个终点写 result: done，或者补一个',
  });
}

function unreachable(field: Field, id: string, isEnd: boolean): Problem {
  const advice = {
    expected: '从第一步出发，顺着 next 和 outcomes 能走到每个步骤和终点',
    fix: `让前面某一步的 next 或某个结论的 to 写 ${id}；用不着的就删掉`,
  };
  return isEnd
    ? problem(field.place, 'unreachable-end', { found: `没有一步能走到终点“${id}”`, ...advice })
    : problem(field.place, 'unreachable-step', { found: `没有一步能走到步骤“${id}”`, ...advice });
}

function stuck(field: Field, id: string): Problem {
  return problem(field.place, 'dead-end', {
    found: `从步骤“${id}”出发走不到任何终点，只会来回转`,
    expected: '从每个步骤出发都能走到某个终点',
    fix: '检查这一步和它后面各步的 next、to，让其中一个通向终点',
  });
}
