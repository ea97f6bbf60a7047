import { expect, test } from 'vitest';
import { countRun } from '../../../../src/progress/runs/count.ts';
import { inventoryOf, walksIn } from '../../../../src/progress/records/inventory.ts';
import { packRun } from '../../../../src/progress/runs/packed.ts';
import { life, story, tick } from '../../fixtures/events.ts';
import { reviewTemplate } from '../../fixtures/template.ts';

const open = story(tick('a'));
const finished = story(tick('a'), life('finish'));
const values = new Map<string, string>([
  ...open.map((event) => [`run:open:${event.id}`, JSON.stringify(event)] as const),
  ['run:headless:x', JSON.stringify({ ...open[1], id: 'x' })],
  ['done:done', JSON.stringify(packRun({ events: finished, foreign: [] }))],
  ['text:abc123', '{}'],
  ['mark:agency/roles/x#a@2026-11-23', '{"v":1,"done":true,"at":1}'],
  ['mark:agency/roles/x#b@once', '{"v":1,"done":false,"at":1}'],
  ['mark:agency/roles/y#a@once', 'spoilt'],
  ['draft:run:open:note:1:a', '{"v":1,"at":1,"text":"半句"}'],
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

test('leaves nothing out: every value is in one place, and the sizes add up', () => {
  const names = [
    ...stock.runs.flatMap((run) => run.names),
    ...stock.roles.flatMap((role) => role.names),
    ...[stock.settings, stock.texts, stock.drafts, stock.asides, stock.others]
      .flat()
      .map(({ name }) => name),
  ];
  expect(names.sort()).toEqual([...values.keys()].sort());
  expect(stock.others.map(({ name }) => name)).toEqual(['what:is-this', 'run:headless:x']);
  expect(stock.size).toBe(
    [...values].reduce((sum, [name, text]) => sum + name.length + text.length, 0),
  );
  const parts = [
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
