import { expect, test } from 'vitest';
import { countRun } from '../../../../src/progress/runs/count.ts';
import { inventoryOf, walksIn } from '../../../../src/progress/records/inventory.ts';
import { packRun } from '../../../../src/progress/runs/packed.ts';
import { packReceipt } from '../../../../src/progress/training/receipt-code.ts';
import { makeReceipt } from '../../../../src/progress/training/receipt.ts';
import { life, story, tick } from '../../fixtures/events.ts';
import { reviewTemplate } from '../../fixtures/template.ts';

const open = story(tick('a'));
const finished = story(tick('a'), life('finish'));
const start = (id: string, more: object = {}) => {
  const plan = { id: 'p', title: '第一周', items: [] };
  return { v: 1, id, at: 1, kind: 'start', plan, day: '2026-11-02', ...more };
};
const receipt = (id: string, label: string, at: number) =>
  JSON.stringify({
    v: 1,
    got: at,
    receipt: packReceipt(makeReceipt({ learner: { id, label }, at, starts: [], events: [] })),
  });
const values = new Map<string, string>([
  ...open.map((event) => [`run:open:${event.id}`, JSON.stringify(event)] as const),
  ['run:headless:x', JSON.stringify({ ...open[1], id: 'x' })],
  ['done:done', JSON.stringify(packRun({ events: finished, foreign: [] }))],
  ['text:abc123', '{}'],
  ['mark:agency/roles/x#a@2026-11-23', '{"v":1,"done":true,"at":1}'],
  ['mark:agency/roles/x#b@once', '{"v":1,"done":false,"at":1}'],
  ['mark:agency/roles/y#a@once', 'spoilt'],
  ['draft:run:open:note:1:a', '{"v":1,"at":1,"text":"半句"}'],
  ['train:s1', JSON.stringify(start('s1'))],
  ['train:s2', JSON.stringify(start('s2', { at: 2, replaces: 's1' }))],
  ['train:l1', JSON.stringify({ v: 1, id: 'l1', at: 3, kind: 'leave', start: 's2' })],
  ['train:w1', JSON.stringify({ v: 1, id: 'w1', at: 4, kind: 'withdraw', target: 'l1' })],
  ['train:s3', JSON.stringify(start('s3'))],
  ['train:l2', JSON.stringify({ v: 1, id: 'l2', at: 3, kind: 'leave', start: 's3' })],
  ['train:r1', JSON.stringify({ v: 1, id: 'r1', at: 2, kind: 'read', ref: 'agency', rev: 1 })],
  ['train:newer', '{"v":2,"id":"n","at":1,"kind":"exam"}'],
  ['team:dev1@a', receipt('dev1', '小李', 1)],
  ['team:dev1@b', receipt('dev1', '小王', 2)],
  ['team:dev2@a', 'spoilt'],
  ['team:dev1+dev3', '{"v":1,"at":1,"isSame":false}'],
  ['team:dev8+dev9', '{"v":1,"at":1,"isSame":true}'],
  ['set:theme', 'dark'],
  ['aside:run:r:e', '{"v":1,"at":1,"text":"{"}'],
  ['what:is-this', '?'],
]);
const stock = inventoryOf(values);

test('takes stock of runs, the last changed first, with all their keys', () => {
  expect(stock.runs.map(({ id, state, names }) => [id, state.status, names.length])).toEqual([
    ['done', 'finished', 1],
    ['open', 'open', 2],
  ]);
});

test('counts ticks by role; unticks and what cannot be read are no ticks, but are there', () => {
  expect(stock.roles.map(({ role, ticks, names }) => [role, ticks, names.length])).toEqual([
    ['agency/roles/x', 1, 2],
    ['agency/roles/y', 0, 1],
  ]);
});

test('names each plan with what it replaced and what became of it', () => {
  expect(stock.plans.map(({ id, isOpen, names }) => [id, isOpen, [...names].sort()])).toEqual([
    ['s2', true, ['train:l1', 'train:s1', 'train:s2', 'train:w1']],
    ['s3', false, ['train:l2', 'train:s3']],
  ]);
  expect(stock.confirmations.map(({ name }) => name)).toEqual(['train:r1', 'train:newer']);
});

test('names the devices whose receipts are here by their newest label', () => {
  const people = stock.team.map(({ device, label, receipts, names }) => {
    return [device, label, receipts, names.length];
  });
  expect(people.sort()).toEqual([
    ['dev1', '小王', 2, 3],
    ['dev2', undefined, 1, 1],
    ['dev8', undefined, 0, 1],
  ]);
});

test('leaves nothing out: every value is in one place, and the sizes add up', () => {
  const names = [
    ...stock.runs.flatMap((run) => run.names),
    ...stock.roles.flatMap((role) => role.names),
    ...[...stock.plans, ...stock.team].flatMap((each) => each.names),
    ...[stock.confirmations, stock.settings, stock.texts, stock.drafts, stock.asides, stock.others]
      .flat()
      .map(({ name }) => name),
  ];
  expect(names.sort()).toEqual([...values.keys()].sort());
  expect(stock.others.map(({ name }) => name)).toEqual(['what:is-this', 'run:headless:x']);
  expect(stock.size).toBe(
    [...values].reduce((sum, [name, text]) => sum + name.length + text.length, 0),
  );
  const parts = [
    stock.plans,
    stock.confirmations,
    stock.team,
    stock.runs,
    stock.roles,
    stock.settings,
    stock.texts,
    stock.drafts,
    stock.asides,
    stock.others,
  ] as const;
  expect(parts.flat().reduce((sum, { size }) => sum + size, 0)).toBe(stock.size);
});

test('tells how far the runs are whose text is there, and of no other', () => {
  const text = JSON.stringify(reviewTemplate());
  const walks = walksIn(inventoryOf(new Map([...values, ['text:abc123', text]])));
  expect([...walks.keys()].sort()).toEqual(['done', 'open']);
  expect([...walks.values()].map((walk) => countRun(walk).done)).toEqual([1, 1]);
  expect(walksIn(stock).size).toBe(0);
});
