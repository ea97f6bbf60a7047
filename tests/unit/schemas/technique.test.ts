import { expect, test } from 'vitest';
import { techniqueSchema } from '../../../src/schemas/technique.ts';
import { refusals } from '../fixtures/refusals.ts';
import { rawTechnique } from '../fixtures/site.ts';

test('a technique comes down to its points, at least one', () => {
  expect(techniqueSchema.parse(rawTechnique()).points).toEqual([
    { id: 'prepare', text: '先写好提纲', from: [], origin: 'source' },
  ]);
  expect(refusals(techniqueSchema, rawTechnique({ points: [] }))).toEqual(['points']);
  expect(refusals(techniqueSchema, rawTechnique({ points: undefined }))).toEqual(['points']);
});

test('a point has an id and a text, may say why, and has no cadence', () => {
  const withPoint = (more: object) =>
    rawTechnique({ points: [{ id: 'prepare', text: '先写好提纲', ...more }] });
  expect(refusals(techniqueSchema, withPoint({ why: '省时间。' }))).toEqual([]);
  expect(refusals(techniqueSchema, withPoint({ id: 'Prepare' }))).toEqual(['points.0.id']);
  expect(refusals(techniqueSchema, withPoint({ text: '字'.repeat(41) }))).toEqual([
    'points.0.text',
  ]);
  expect(refusals(techniqueSchema, withPoint({ cadence: 'daily' }))).toEqual(['points.0']);
});
