/** What is stored of training is read by its shape, and by nothing else. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  MAX_LABEL,
  parseTrainingEvent,
  type TrainingEvent,
} from '../../../../src/progress/training/event.ts';
import { parseLearner } from '../../../../src/progress/training/learner.ts';
import { anyTraining, MADE } from '../../fixtures/arbitrary-training.ts';

const PLAN = {
  id: 'account-executive',
  title: '客户专员入职路线',
  items: [{ ref: 'agency/roles/x', need: 'read', day: 1 }],
};
const base = (event: object) => ({ v: 1, id: 'e1', at: MADE, ...event });
const start = (plan: object) => base({ kind: 'start', plan, day: '2026-11-02' });
const observe = (event: object) =>
  base({ kind: 'observe', ref: 'agency/roles/x', rev: 1, by: '王敏', ...event });

describe('an event of training', () => {
  test('comes back as it was written, whatever it is', () => {
    fc.assert(
      fc.property(anyTraining, (events) => {
        for (const event of events) {
          const stored: unknown = JSON.parse(JSON.stringify(event));
          expect(parseTrainingEvent(stored)).toEqual({ value: event });
        }
      }),
    );
  });

  test.each([
    ['of an unknown kind', base({ kind: 'exam' })],
    ['of a later shape', base({ v: 2, kind: 'read' })],
  ])('%s is a newer version’s', (_, value) => {
    expect(parseTrainingEvent(value)).toBe('newer');
  });

  test.each([
    ['nothing', null],
    ['a list', []],
    ['no time', { ...base({ kind: 'leave', start: 's' }), at: 'now' }],
    ['a time beyond all calendars', { ...base({ kind: 'leave', start: 's' }), at: 9e15 }],
    ['an id with a colon', { ...base({ kind: 'leave', start: 's' }), id: 'a:b' }],
    ['no plan', base({ kind: 'start', day: '2026-11-02' })],
    ['a day that is none', { ...start(PLAN), day: '2026-02-30' }],
    ['days that go back', start({ ...PLAN, items: [item(2), item(1)] })],
    ['a day before the first', start({ ...PLAN, items: [item(0)] })],
    ['an unknown need', start({ ...PLAN, items: [{ ...item(1), need: 'exam' }] })],
    ['an address for a reference', start({ ...PLAN, items: [{ ...item(1), ref: '/a/b/' }] })],
    ['an item that is none', start({ ...PLAN, items: [null] })],
    ['a revision below the first', observe({ rev: 0 })],
    ['half a revision', observe({ rev: 1.5 })],
    ['nobody who watched', observe({ by: ' ' })],
    ['a name without end', observe({ by: 'x'.repeat(MAX_LABEL + 1) })],
    ['no reference', observe({ ref: undefined })],
  ])('with %s is damaged', (_, value) => {
    expect(parseTrainingEvent(value)).toBe('damaged');
  });

  test('may have fields that a newer version added', () => {
    const event = observe({ place: '客户公司' });
    expect(parseTrainingEvent(event)).toEqual({ value: event as unknown as TrainingEvent });
  });
});

describe('the learner of a device', () => {
  test('has an id, and a label once it is typed', () => {
    expect(parseLearner({ v: 1, id: 'd1', label: '' })).toEqual({
      value: { v: 1, id: 'd1', label: '' },
    });
  });

  test.each([
    [{ v: 2, id: 'd1' }, 'newer'],
    [{ v: 1, id: 'd 1', label: '' }, 'damaged'],
    [{ v: 1, id: 'd1' }, 'damaged'],
    [null, 'damaged'],
  ])('%j is %s', (value, parsed) => {
    expect(parseLearner(value)).toBe(parsed);
  });
});

function item(day: number) {
  return { ref: 'agency/roles/x', need: 'read', day };
}
