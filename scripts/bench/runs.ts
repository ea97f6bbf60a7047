/**
 * Page performance with 1,000 runs: `npm run bench:runs`. Builds the root variant, fills a browser
 * with 1,000 runs of a real workflow (980 finished, 20 half done), and prints what it takes.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import type { WorkflowTemplate } from '../../src/model/template.ts';
import type { RunEvent } from '../../src/progress/runs/event.ts';
import { foldRun } from '../../src/progress/runs/fold.ts';
import { packRun } from '../../src/progress/runs/packed.ts';
import { walkRun } from '../../src/progress/runs/walk.ts';
import { provideBrowser } from '../../tests/support/browser/index.ts';
import { serveVariant } from '../../tests/support/serve.ts';
import { buildVariant, VARIANTS } from '../../tests/support/variants.ts';
import { Figures } from './figures.ts';
import { scriptUntil } from './script-time.ts';

const figures = new Figures('bench:runs');

const RUNS = 1_000;
const OPEN = 20;
/** Steps each run has done when it is finished. */
const STEPS = 25;
const WORKFLOW = 'win-new-client';
const DAY = 86_400_000;

buildVariant('root');
const folder = join(VARIANTS.root.outDir, 'data/agency');
const file = readdirSync(folder).find((name) => name.startsWith(WORKFLOW)) ?? '';
const template = JSON.parse(readFileSync(join(folder, file), 'utf8')) as WorkflowTemplate;
const hash = file.split('.').at(-2) ?? '';

const values = new Map<string, string>([[`text:${hash}`, JSON.stringify(template)]]);
for (let n = 0; n < RUNS; n++) {
  const run = id();
  const open = n < OPEN;
  const events = eventsOf(n, open ? Math.floor(STEPS / 2) : STEPS, !open);
  if (!open) values.set(`done:${run}`, JSON.stringify(packRun({ events, foreign: [] })));
  else for (const event of events) values.set(`run:${run}:${event.id}`, JSON.stringify(event));
}
const characters = [...values].reduce(
  (sum, [name, text]) => sum + name.length + text.length + 4,
  0,
);

const server = await serveVariant('root');
const browser = await chromium.launch(provideBrowser().launch);
try {
  const context = await browser.newContext({ baseURL: server.url });
  const seed = await context.newPage();
  await seed.goto('./editions/');
  await seed.evaluate(
    (all) => {
      for (const [name, text] of all) localStorage.setItem(`khb:${name}`, text);
    },
    [...values],
  );
  await seed.close();

  figures.line(`runs: ${RUNS} of ${STEPS} steps, ${RUNS - OPEN} of them finished`);
  figures.line(
    `storage: ${values.size} keys, ${characters} characters, ${percent(characters / 5_000_000)} of 5 million`,
  );
  const board = await median(5, () => scriptUntil(context, './runs/', '.run-line'));
  figures.line(`/runs/, first list: ${milliseconds(board)} of script (limit 200 ms)`);
  const openRun = [...values.keys()].find((name) => name.startsWith('run:'))?.split(':')[1];
  const one = await median(5, () => scriptUntil(context, `./runs/#${openRun}`, '.walkthrough'));
  figures.line(`/runs/#…, one run: ${milliseconds(one)} of script`);
  const home = await median(5, () => scriptUntil(context, './', '.today__item'));
  figures.line(`/, 今天 with open runs: ${milliseconds(home)} of script`);
  const today = await median(5, () => scriptUntil(context, './today/', '.today__item'));
  figures.line(`/today/, the list: ${milliseconds(today)} of script (limit 200 ms)`);
  // What a role counts whenever it happens is found by its names, all in one go.
  const mostScans = {
    './agency/techniques/client-dossier/': 0,
    './agency/roles/account-executive/': 1,
  };
  for (const [path, most] of Object.entries(mostScans)) {
    const { scans, reads } = await storageUse(path);
    figures.line(`${path}: ${scans} scans of the storage (limit ${most}), ${reads} values read`);
    if (scans > most)
      throw new Error(`${path} needs no runs and must not scan the storage for them`);
  }
  if (board > 200)
    throw new Error(`/runs/ took ${milliseconds(board)} of script; the limit is 200 ms`);
  if (today > 200)
    throw new Error(`/today/ took ${milliseconds(today)} of script; the limit is 200 ms`);
  figures.save();

  /** How often a page lists the storage, and how many values it reads. */
  async function storageUse(path: string): Promise<{ scans: number; reads: number }> {
    const page: Page = await context.newPage();
    await page.addInitScript(() => {
      const use = { scans: 0, reads: 0 };
      Object.assign(window, { storageUse: use });
      const keys = Object.keys.bind(Object);
      Object.keys = (value: object) => {
        if (value === localStorage) use.scans += 1;
        return keys(value);
      };
      const { key, getItem } = Storage.prototype;
      Storage.prototype.key = function (index) {
        use.scans += 1;
        return key.call(this, index);
      };
      Storage.prototype.getItem = function (name) {
        use.reads += 1;
        return getItem.call(this, name);
      };
    });
    await page.goto(path);
    await page.waitForLoadState('networkidle');
    const use = await page.evaluate(
      () => (window as unknown as { storageUse: { scans: number; reads: number } }).storageUse,
    );
    await page.close();
    return use;
  }
} finally {
  await browser.close();
  server.stop();
}

/** The events of one run: so many steps done, taking the first way on at each gate. */
function eventsOf(n: number, steps: number, finished: boolean): RunEvent[] {
  let at = Date.parse('2026-01-05T09:00:00+08:00') + n * DAY * 0.3;
  const code = `2026-${String(n + 1).padStart(3, '0')}`;
  const make = (what: object): RunEvent =>
    ({ v: 1, id: id(), at: (at += 3_600_000), ...what }) as RunEvent;
  const events = [
    make({
      kind: 'start',
      workflow: template.workflow,
      text: hash,
      code,
      startedOn: '2026-01-05',
      edition: 1,
    }),
  ];
  for (let done = 0; done < steps; done++) {
    const state = foldRun(events);
    const current = state && walkRun(template, state).current;
    if (!current) break;
    const { step, round } = current;
    const outcome = step.outcomes?.[0]?.id;
    events.push(
      make(
        outcome
          ? {
              kind: 'choose',
              step: step.id,
              round,
              outcome,
              signed: [{ role: '客户总监', name: '王敏' }],
            }
          : { kind: 'tick', step: step.id, round },
      ),
    );
  }
  if (finished) events.push(make({ kind: 'finish' }));
  return events;
}

function id(): string {
  return Array.from({ length: 16 }, () => Math.floor(Math.random() * 36).toString(36)).join('');
}

async function median(times: number, measure: () => Promise<number>): Promise<number> {
  const values: number[] = [];
  for (let n = 0; n < times; n++) values.push(await measure());
  return values.sort((a, b) => a - b)[Math.floor(times / 2)] ?? NaN;
}

function milliseconds(value: number): string {
  return `${Math.round(value)} ms`;
}

function percent(value: number): string {
  return `${Math.round(value * 100)} %`;
}
