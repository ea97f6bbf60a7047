import { describe, expect, test } from 'vitest';
import { checklistOf } from '../../../src/handbook/checklist.ts';
import { rawAct, rawRole, rawStandard, rolePage, smallSite } from '../fixtures/site.ts';

const checklist = (groups: Record<string, unknown>[], notes: Record<string, string> = {}) => {
  const site = smallSite({ 'agency/roles/account-director': rawRole({ groups }) });
  return checklistOf(site, rolePage(site), new Map(Object.entries(notes)));
};

describe('a checklist', () => {
  test('keeps acts and standards apart, in their groups and in authored order', () => {
    const { acts, standards } = checklist([
      { id: 'work', title: '日常工作', duties: [rawAct('a'), rawAct('b')] },
      { id: 'looks', title: '仪表', duties: [rawStandard('c')] },
    ]);
    expect(acts.map(({ id, title, duties }) => [id, title, duties.map((d) => d.id)])).toEqual([
      ['work', '日常工作', ['a', 'b']],
    ]);
    expect(standards.map(({ id, duties }) => [id, duties.map((d) => d.id)])).toEqual([
      ['looks', ['c']],
    ]);
  });

  test('shows a group of both kinds twice, and its id stays with the acts', () => {
    const { acts, standards } = checklist([
      { id: 'mixed', title: '接待', duties: [rawStandard('c'), rawAct('a'), rawStandard('d')] },
    ]);
    expect(acts.map(({ id, duties }) => [id, duties.map((d) => d.id)])).toEqual([['mixed', ['a']]]);
    expect(standards.map(({ id, title, duties }) => [id, title, duties.map((d) => d.id)])).toEqual([
      ['mixed-standards', '接待', ['c', 'd']],
    ]);
  });

  test('gives acts their cadence, and appraises standards each quarter', () => {
    const { acts, standards } = checklist([
      { id: 'work', title: '日常', duties: [rawAct('a', { cadence: 'once' }), rawStandard('c')] },
    ]);
    expect(acts[0]?.duties[0]?.cadence).toBe('once');
    expect(standards[0]?.duties[0]?.cadence).toBe('quarterly');
  });

  test('carries only the fields that a duty has', () => {
    const { acts } = checklist([
      {
        id: 'work',
        title: '日常',
        duties: [
          rawAct('plain'),
          rawAct('full', { doneWhen: '有回信', why: '客户在等。', origin: 'editorial' }),
        ],
      },
    ]);
    expect(acts[0]?.duties).toEqual([
      { id: 'plain', text: '做 plain', cadence: 'daily' },
      {
        id: 'full',
        text: '做 full',
        cadence: 'daily',
        doneWhen: '有回信',
        why: '客户在等。',
        editorial: true,
      },
    ]);
  });

  test('says which documents a duty comes from, as far as the ledger knows', () => {
    const from = ['ag-ad-b1', 'ag-not-there'];
    const groups = [{ id: 'work', title: '日常', duties: [rawAct('a', { from }), rawAct('b')] }];
    const duties = checklist(groups).acts[0]?.duties;
    expect(duties?.[0]?.sources).toEqual([{ entry: 'ag-ad-b1', documents: 'S1、S4' }]);
    expect(duties?.[1]).not.toHaveProperty('sources');
  });

  test('names the same documents once, and says that there is another place', () => {
    const from = ['ag-ad-b1', 'ag-ad-b1'];
    const groups = [{ id: 'work', title: '日常', duties: [rawAct('a', { from })] }];
    expect(checklist(groups).acts[0]?.duties[0]?.sources).toEqual([
      { entry: 'ag-ad-b1', documents: 'S1、S4' },
      { entry: 'ag-ad-b1', documents: '又一处' },
    ]);
  });

  test('gives each duty the note that is its own', () => {
    const groups = [{ id: 'work', title: '日常', duties: [rawAct('check-mail'), rawAct('call')] }];
    const notes = { 'check-mail': '<p>先看急的。</p>', elsewhere: '<p>别处的。</p>' };
    const duties = checklist(groups, notes).acts[0]?.duties;
    expect(duties?.map(({ note }) => note)).toEqual(['<p>先看急的。</p>', undefined]);
  });
});
