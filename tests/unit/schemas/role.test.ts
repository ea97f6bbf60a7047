import { describe, expect, test } from 'vitest';
import { dutySchema, roleSchema } from '../../../src/schemas/role.ts';
import { CADENCES } from '../../../src/model/vocabulary.ts';
import { refusals } from '../fixtures/refusals.ts';
import { rawAct, rawRole, rawStandard } from '../fixtures/site.ts';

describe('an act', () => {
  test.each(CADENCES)('has a cadence, e.g. %s', (cadence) => {
    expect(refusals(dutySchema, rawAct('a', { cadence }))).toEqual([]);
  });

  test('is accepted with evidence and a reason, and does not need them', () => {
    expect(dutySchema.parse(rawAct('a'))).toEqual({
      id: 'a',
      text: '做 a',
      kind: 'act',
      cadence: 'daily',
      forms: [],
      from: [],
      origin: 'source',
    });
    expect(refusals(dutySchema, rawAct('a', { doneWhen: '有回信', why: '客户在等。' }))).toEqual(
      [],
    );
  });

  test('is refused without a cadence, or with an unknown one', () => {
    expect(refusals(dutySchema, rawAct('a', { cadence: undefined }))).toEqual(['cadence']);
    expect(refusals(dutySchema, rawAct('a', { cadence: 'hourly' }))).toEqual(['cadence']);
  });
});

describe('a standard', () => {
  test('is refused without evidence: it is appraised', () => {
    expect(refusals(dutySchema, rawStandard('a'))).toEqual([]);
    expect(refusals(dutySchema, rawStandard('a', { doneWhen: undefined }))).toEqual(['doneWhen']);
  });

  test('is refused with a cadence: it is appraised each quarter', () => {
    expect(refusals(dutySchema, rawStandard('a', { cadence: 'daily' }))).toEqual(['']);
  });
});

describe('a duty', () => {
  test('is an act or a standard, and nothing else', () => {
    expect(refusals(dutySchema, rawAct('a', { kind: 'task' }))).toEqual(['kind']);
    expect(refusals(dutySchema, rawAct('a', { kind: undefined }))).toEqual(['kind']);
  });

  test.each(['id', 'text'])('is refused without %s', (field) => {
    expect(refusals(dutySchema, rawAct('a', { [field]: undefined }))).toEqual([field]);
  });

  test('is refused with a field that it does not have', () => {
    expect(refusals(dutySchema, rawAct('a', { donewhen: '有回信' }))).toEqual(['']);
  });
});

describe('a role', () => {
  test('is accepted with a level and a route, and does not need them', () => {
    expect(refusals(roleSchema, rawRole())).toEqual([]);
    const stop = ['check-mail'];
    const route = { day: stop, week: stop, month: stop, quarter: stop };
    expect(refusals(roleSchema, rawRole({ level: 'A 级', route }))).toEqual([]);
  });

  test('is refused without whom it reports to, or without groups', () => {
    expect(refusals(roleSchema, rawRole({ reportsTo: undefined }))).toEqual(['reportsTo']);
    expect(refusals(roleSchema, rawRole({ groups: [] }))).toEqual(['groups']);
    expect(refusals(roleSchema, rawRole({ groups: undefined }))).toEqual(['groups']);
  });

  test('says in which group and which duty the fault is', () => {
    const groups = [
      { id: 'work', title: '日常', duties: [rawAct('a'), rawAct('B')] },
      { id: 'none', title: '空', duties: [] },
    ];
    expect(refusals(roleSchema, rawRole({ groups }))).toEqual([
      'groups.0.duties.1.id',
      'groups.1.title',
      'groups.1.duties',
    ]);
  });

  test('has a route of all four stages, or none', () => {
    const stop = ['check-mail'];
    expect(
      refusals(roleSchema, rawRole({ route: { day: stop, week: stop, month: stop } })),
    ).toEqual(['route.quarter']);
    const empty = { day: [], week: stop, month: stop, quarter: stop };
    expect(refusals(roleSchema, rawRole({ route: empty }))).toEqual(['route.day']);
    const more = { day: stop, week: stop, month: stop, quarter: stop, year: stop };
    expect(refusals(roleSchema, rawRole({ route: more }))).toEqual(['route']);
  });
});
