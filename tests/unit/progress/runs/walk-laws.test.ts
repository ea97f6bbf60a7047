/** What holds for every template and whatever its reader does. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { templateSteps, type WorkflowTemplate } from '../../../../src/model/template.ts';
import type { NewEvent } from '../../../../src/progress/runs/event.ts';
import { isOpen, walkRun, type Walk } from '../../../../src/progress/runs/walk.ts';
import {
  anyForwardTemplate,
  anyMarks,
  anyPlay,
  anyTemplate,
} from '../../fixtures/arbitrary-template.ts';
import { choose, skip, stateOf, story, tick } from '../../fixtures/events.ts';

const walkOf = (template: WorkflowTemplate, happenings: readonly NewEvent[]): Walk =>
  walkRun(template, stateOf(story(...happenings)));

/** Runs that got somewhere, and marks at random. */
const anyRunOfTemplate = fc.oneof(anyPlay, fc.record({ template: anyTemplate, played: anyMarks }));

function law(check: (walk: Walk, template: WorkflowTemplate, played: readonly NewEvent[]) => void) {
  fc.assert(
    fc.property(anyRunOfTemplate, ({ template, played }) => {
      check(walkOf(template, played), template, played);
    }),
    { numRuns: 500 },
  );
}

const indexIn = (template: WorkflowTemplate, id: string | undefined) =>
  templateSteps(template).findIndex((step) => step.id === id);

const isBack = (template: WorkflowTemplate, from: string, to: string | undefined) => {
  const at = indexIn(template, to);
  return at >= 0 && at <= indexIn(template, from);
};

describe('the way', () => {
  test('begins with the first step in round 1 and passes no step twice in a round', () => {
    law(({ visits }, template) => {
      expect(visits[0]).toMatchObject({ step: templateSteps(template)[0], round: 1 });
      const names = visits.map(({ step, round }) => `${round}:${step.id}`);
      expect(new Set(names).size).toBe(names.length);
    });
  });

  test('goes forward within a round, and back with each new round', () => {
    law(({ visits, round }, template) => {
      visits.slice(1).forEach((visit, index) => {
        const before = visits[index];
        const isForward = indexIn(template, visit.step.id) > indexIn(template, before?.step.id);
        expect(visit.round).toBe((before?.round ?? 0) + (isForward ? 0 : 1));
      });
      expect(visits.at(-1)?.round).toBe(round);
    });
  });

  test('ends: each round but the last had something done in it', () => {
    law(({ round }, _, played) => {
      expect(round).toBeLessThanOrEqual(played.length + 1);
    });
  });

  test('leads to an end, or to something open, or nowhere else', () => {
    law(({ visits, end }) => {
      const last = visits.at(-1);
      expect(end !== undefined || (last !== undefined && isOpen(last))).toBe(true);
    });
  });
});

describe('what stands', () => {
  test('live passages are each the latest of its step, in authored order', () => {
    law(({ live, visits }, template) => {
      const places = live.map(({ step }) => indexIn(template, step.id));
      expect([...new Set(places)].sort((a, b) => a - b)).toEqual(places);
      for (const visit of live) {
        expect(visits.findLast(({ step }) => step.id === visit.step.id)).toBe(visit);
      }
    });
  });

  test('every step stands somehow: on the way, ahead of it or bypassed', () => {
    law(({ standing, live }, template) => {
      expect([...standing.keys()]).toEqual(templateSteps(template).map(({ id }) => id));
      const onTheWay = new Set(live.map(({ step }) => step.id));
      for (const [id, how] of standing) {
        expect(['open', 'done', 'skipped'].includes(how)).toBe(onTheWay.has(id));
      }
    });
  });

  test('behind the last step of an open way everything is ahead, and nothing before it', () => {
    law(({ standing, visits, end }, template) => {
      const last = end ? Infinity : indexIn(template, visits.at(-1)?.step.id);
      for (const [id, how] of standing) {
        expect(how === 'ahead').toBe(indexIn(template, id) > last);
      }
    });
  });

  test('the counts agree with how the steps stand: done ≤ total ≤ steps', () => {
    law(({ standing, done, total, live }, template) => {
      const all = [...standing.values()];
      expect(done).toBe(live.filter((visit) => !isOpen(visit)).length);
      expect(total).toBe(all.filter((how) => how !== 'bypassed').length);
      expect(done).toBeLessThanOrEqual(total);
      expect(total).toBeLessThanOrEqual(templateSteps(template).length);
    });
  });

  test('the current step is the first open one; complete means an end and nothing open', () => {
    law(({ current, live, end, complete, done, total }) => {
      expect(current).toBe(live.find(isOpen));
      expect(complete).toBe(end !== undefined && current === undefined);
      expect(complete).toBe(end !== undefined && done === total);
    });
  });
});

describe('doing one more thing', () => {
  test('ticking or skipping an open step adds one to what is done, unless it leads back', () => {
    law((walk, template, played) => {
      for (const { step, round } of walk.live.filter(isOpen)) {
        if (step.outcomes) continue;
        for (const settle of [tick(step.id, round), skip(step.id, round)]) {
          const after = walkOf(template, [...played, settle]);
          if (isBack(template, step.id, step.next)) expect(after.round).toBeGreaterThan(walk.round);
          else expect(after.done).toBe(walk.done + 1);
        }
      }
    });
  });

  test('deciding an open gate opens a round where it leads back, else adds to what is done', () => {
    law((walk, template, played) => {
      for (const { step, round } of walk.live.filter(isOpen)) {
        for (const outcome of step.outcomes ?? []) {
          const after = walkOf(template, [...played, choose(step.id, outcome.id, round)]);
          if (isBack(template, step.id, outcome.to)) expect(after.round).toBeGreaterThan(round);
          // A step that was done ahead of its turn may now lead back.
          else if (after.round === round) expect(after.done).toBeGreaterThan(walk.done);
        }
      }
    });
  });

  test('settling what is open only lengthens the way: what was passed stays', () => {
    law((walk, template, played) => {
      const way = ({ visits }: Walk) => visits.map(({ step, round }) => `${step.id}/${round}`);
      for (const { step, round } of walk.live.filter(isOpen)) {
        const settle = step.outcomes
          ? choose(step.id, step.outcomes[0]?.id ?? '', round)
          : tick(step.id, round);
        const after = walkOf(template, [...played, settle]);
        expect(way(after).slice(0, walk.visits.length)).toEqual(way(walk));
      }
    });
  });

  test('an outcome that the template does not have, or a step it does not have, changes nothing', () => {
    law((walk, template, played) => {
      const open = walk.live.filter(isOpen);
      const noise = [
        ...open.map(({ step, round }) => choose(step.id, 'unknown', round)),
        tick('retired'),
        choose('retired', 'o0', 2),
      ];
      const after = walkOf(template, [...played, ...noise]);
      expect(after.standing).toEqual(walk.standing);
      expect([after.done, after.total, after.round]).toEqual([walk.done, walk.total, walk.round]);
    });
  });

  test('settling the current step again and again comes to an end when nothing leads back', () => {
    const picks = fc.array(fc.nat(), { minLength: 9, maxLength: 9 });
    fc.assert(
      fc.property(anyForwardTemplate, picks, (template, turns) => {
        const played: NewEvent[] = [];
        for (const turn of turns) {
          const { current } = walkOf(template, played);
          if (!current) break;
          const { step, round } = current;
          const outcome = step.outcomes?.[turn % step.outcomes.length];
          played.push(outcome ? choose(step.id, outcome.id, round) : tick(step.id, round));
        }
        const walk = walkOf(template, played);
        expect(walk.complete).toBe(true);
        expect(walk.round).toBe(1);
        expect(walk.done).toBe(walk.total);
      }),
    );
  });
});
