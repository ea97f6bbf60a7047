import { describe, expect, test } from 'vitest';
import { cellWords, dotSize, mapOf, matrixOf } from '../../../src/handbook/matrix.ts';
import { agency, rawRole, rawStep, rawWorkflow, smallSite } from '../fixtures/site.ts';

const site = smallSite({
  'agency/roles/account-executive': rawRole({ title: '客户专员', order: 2 }),
  'agency/roles/idle': rawRole({ title: '闲职', order: 3 }),
  'agency/workflows/win-new-client': rawWorkflow({
    parties: [
      { id: 'director', name: '客户总监', role: 'account-director' },
      { id: 'executive', name: '客户专员', role: 'account-executive' },
    ],
    phases: [
      {
        id: 'contact',
        title: '接触',
        pause: '停一下：齐了吗？',
        steps: [
          rawStep('plan', { by: 'executive', techniques: ['briefing'] }),
          rawStep('call', { by: 'executive' }),
          rawStep('sign', {
            by: 'executive',
            kind: 'sign-off',
            signers: ['director'],
            outcomes: [
              { id: 'yes', label: '签', to: 'won' },
              { id: 'no', label: '退', to: 'plan' },
            ],
          }),
        ],
      },
    ],
  }),
});

const [row] = matrixOf(site, agency(site));

describe('the matrix', () => {
  test('has a row for each workflow and a cell for each role, empty where it takes no part', () => {
    expect(row?.workflow.slug).toBe('win-new-client');
    expect(row?.cells.map((cell) => cell && [cell.role.slug, cell.does, cell.signs])).toEqual([
      ['account-director', 0, 1],
      ['account-executive', 3, 0],
      undefined,
    ]);
  });

  test('leads to the first step of the role', () => {
    expect(row?.cells.map((cell) => cell?.first)).toEqual(['sign', 'plan', undefined]);
  });

  test('says in words what its dots show', () => {
    expect(cellWords({ does: 12, signs: 2 })).toBe('做 12 步，签 2 步');
    expect(cellWords({ does: 0, signs: 1 })).toBe('签 1 步');
  });

  test('has dots that grow with the steps, from 1 to 5', () => {
    const sizes = [1, 2, 4, 8, 13, 40].map(dotSize);
    expect(sizes).toEqual([1, 2, 3, 4, 5, 5]);
  });
});

test('the map names the phases with their steps, and the techniques that they lean on', () => {
  const [first] = mapOf(site, agency(site));
  expect(first?.phases).toEqual([{ id: 'contact', title: '接触', steps: 3 }]);
  expect(first?.techniques.map(({ slug }) => slug)).toEqual(['briefing']);
});
