/** What holds for every deadline, in the reader's own time zone, whichever that is. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOf, startOfDay } from '../../../../src/model/day.ts';
import {
  templateSteps,
  type TimeLimit,
  type WorkflowTemplate,
} from '../../../../src/model/template.ts';
import { addWorkdays, isWorkday } from '../../../../src/model/workdays.ts';
import {
  datedSteps,
  deadlineOf,
  nextTurn,
  runDue,
} from '../../../../src/progress/runs/deadline.ts';
import { isOpen, walkRun } from '../../../../src/progress/runs/walk.ts';
import { anyPlay } from '../../fixtures/arbitrary-template.ts';
import { stateOf, story, T0 } from '../../fixtures/events.ts';
import { action, templateWith } from '../../fixtures/template.ts';
import { inZone, ZONES } from '../../fixtures/zone.ts';

const HOUR = 3_600_000;
const HOLIDAYS = { years: { 2026: { off: ['2026-11-24', '2026-10-01'], work: ['2026-11-28'] } } };

const anyLimit: fc.Arbitrary<TimeLimit> = fc.oneof(
  fc.record({ hours: fc.integer({ min: 1, max: 90 }) }),
  fc.record({ workdays: fc.integer({ min: 1, max: 9 }) }),
);

/** A moment near a change of clocks, or any in these years. */
const anyMoment = fc.oneof(
  fc
    .date({ min: new Date('2010-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
    .map(Number),
  fc
    .tuple(
      fc.constantFrom(
        '2011-12-30T10:00:00Z', // Apia
        '2018-11-04T03:00:00Z', // São Paulo
        '2026-03-08T07:00:00Z', // New York
        '2026-11-01T06:00:00Z',
        '2026-03-29T01:00:00Z', // Berlin, Azores
        '2026-10-25T01:00:00Z',
      ),
      fc.integer({ min: -90 * HOUR, max: 30 * HOUR }),
    )
    .map(([near, offset]) => Date.parse(near) + offset),
);

/** The deadline of the only step of a run that starts then. */
function ofFirstStep(within: TimeLimit, at: number) {
  const walk = walkRun(templateWith([action('a', { within })]), { marks: new Map() });
  const [visit] = walk.visits;
  const start = { at, startedOn: dayOf(at) ?? '' };
  const deadline = visit && deadlineOf(walk, visit, start, HOLIDAYS);
  if (!deadline) throw new Error('no deadline');
  return deadline;
}

describe.each(ZONES)('in %s', (zone) => {
  const law = <T>(values: fc.Arbitrary<T>, check: (value: T) => void) =>
    inZone(zone, () => fc.assert(fc.property(values, check), { numRuns: 300 }));

  test('hours last as long as they do, whatever the clocks show', () => {
    law(fc.tuple(fc.integer({ min: 1, max: 90 }), anyMoment), ([hours, at]) => {
      expect(ofFirstStep({ hours }, at).at - at).toBe(hours * HOUR);
    });
  });

  test('working days end with a working day, in time until its last moment', () => {
    law(fc.tuple(fc.integer({ min: 1, max: 9 }), anyMoment), ([workdays, at]) => {
      const deadline = ofFirstStep({ workdays }, at);
      const day = deadline.day ?? '';
      expect(isWorkday(day, HOLIDAYS)).toBe(true);
      expect(day).toBe(addWorkdays(dayOf(at) ?? '', workdays, HOLIDAYS).day);
      expect((dayOf(deadline.at) ?? '') > day).toBe(true);
      // Apia left out a Friday: what ends with it ends with the day before.
      const last = zone === 'Pacific/Apia' && day === '2011-12-30' ? '2011-12-29' : day;
      expect(dayOf(deadline.at - 1)).toBe(last);
    });
  });

  test('a later mark of the step before never brings an earlier deadline', () => {
    law(fc.tuple(anyLimit, anyMoment, fc.nat({ max: 40 * HOUR })), ([limit, at, later]) => {
      expect(ofFirstStep(limit, at + later).at).toBeGreaterThanOrEqual(ofFirstStep(limit, at).at);
    });
  });

  test('a run is overdue from the first moment after its day on', () => {
    law(anyMoment, (at) => {
      const day = dayOf(at) ?? '';
      const standing = (now: number) => runDue({ dueOn: day }, now)?.standing;
      const { at: end = NaN } = runDue({ dueOn: day }, at) ?? {};
      expect([standing(startOfDay(day)), standing(at), standing(end - 1)]).toEqual(
        new Array(3).fill('due'),
      );
      expect(standing(end)).toBe('overdue');
    });
  });
});

describe('of any run', () => {
  /** A template with time limits, and what a reader did. */
  const anyDatedPlay = fc
    .tuple(
      anyPlay,
      fc.array(fc.option(anyLimit, { nil: undefined }), { minLength: 9, maxLength: 9 }),
    )
    .map(([{ template, played }, limits]) => {
      const steps = templateSteps(template).map((step, n) =>
        limits[n] ? { ...step, within: limits[n] } : step,
      );
      const [phase] = template.phases;
      const limited = { ...template, phases: [{ ...phase, steps }] } as WorkflowTemplate;
      return { walk: walkRun(limited, stateOf(story(...played))), played };
    });
  const start = { at: T0, startedOn: '2026-11-23' };

  test('a step has a deadline when it has a limit and the one before it is settled', () => {
    fc.assert(
      fc.property(anyDatedPlay, ({ walk }) => {
        walk.visits.forEach((visit, index) => {
          const before = walk.visits[index - 1];
          const isReady = index === 0 || (before !== undefined && !isOpen(before));
          const deadline = deadlineOf(walk, visit, start, HOLIDAYS);
          expect(deadline !== undefined).toBe(visit.step.within !== undefined && isReady);
          if (deadline) expect(deadline.at).toBeGreaterThan(deadline.since ?? Infinity);
        });
      }),
      { numRuns: 500 },
    );
  });

  test('nothing turns before the next turn, and something does then', () => {
    fc.assert(
      fc.property(
        anyDatedPlay,
        fc.integer({ min: -30 * HOUR, max: 300 * HOUR }),
        fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
        fc.option(fc.constantFrom('2026-11-20', '2026-11-24', '2026-12-01'), { nil: undefined }),
        ({ walk }, offset, part, dueOn) => {
          const now = T0 + offset;
          const run = dueOn === undefined ? {} : { dueOn };
          const standings = (time: number) => [
            ...datedSteps(walk, start, HOLIDAYS, time).map(({ standing }) => standing),
            runDue(run, time)?.standing,
          ];
          const turn = nextTurn(datedSteps(walk, start, HOLIDAYS, now), runDue(run, now));
          if (turn === undefined) {
            expect(standings(now + 9e12)).toEqual(standings(now));
          } else {
            expect(turn).toBeGreaterThan(now);
            expect(standings(now + Math.floor((turn - now) * part))).toEqual(standings(now));
            expect(standings(turn)).not.toEqual(standings(now));
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
