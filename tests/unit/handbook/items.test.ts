import { expect, test } from 'vitest';
import { itemsOf } from '../../../src/handbook/items.ts';
import {
  rawAct,
  rawRole,
  rawStandard,
  rolePage,
  rulesPage,
  smallSite,
  techniquePage,
  workflowPage,
} from '../fixtures/site.ts';

const site = smallSite({
  'agency/roles/account-director': rawRole({
    groups: [
      { id: 'g', title: '日常', duties: [rawAct('a', { from: ['ag-ad-b1'] })] },
      { id: 'h', title: '形象', duties: [rawStandard('b', { origin: 'editorial' })] },
    ],
  }),
});

test('a role has its duties, across groups, with where they come from', () => {
  expect(itemsOf(rolePage(site))).toMatchObject([
    { id: 'a', text: '做 a', from: ['ag-ad-b1'], origin: 'source' },
    { id: 'b', text: '是 b', from: [], origin: 'editorial' },
  ]);
});

test('a workflow has its steps, across phases, by their titles', () => {
  expect(itemsOf(workflowPage(site))).toEqual([
    { id: 'first-call', text: '做 first-call', from: [], origin: 'source' },
    { id: 'go-on', text: '做 go-on', from: [], origin: 'source' },
    { id: 'pitch', text: '做 pitch', from: [], origin: 'source' },
  ]);
});

test('a technique has its points, a page of rules its rules', () => {
  expect(itemsOf(techniquePage(site)).map(({ id }) => id)).toEqual(['prepare']);
  expect(itemsOf(rulesPage(site)).map(({ text }) => text)).toEqual(['在一天内回复']);
});
