/**
 * `npm run test:engines`: what a reader does with the site, in each engine; see README.md.
 *
 *     npm run test:engines [-- [--built] [--pictures <folder>] [engine …]]
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { provideFonts, wantedFonts } from '../support/browser/fonts.ts';
import { serveVariant } from '../support/serve.ts';
import { buildVariant } from '../support/variants.ts';
import { ENGINES, type Engine } from './engines.ts';
import { FLOW, type Journey } from './flow.ts';
import { takePictures } from './pictures.ts';
import { Reader } from './reader.ts';
import { tableOf, type Outcome } from './table.ts';

/** Milliseconds that a step may take, on a busy machine. */
const STEP = 30_000;
/** Milliseconds after which the run is given up, whatever hangs. */
const WHOLE = 1_500_000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { built: { type: 'boolean', default: false }, pictures: { type: 'string' } },
});
const unknown = positionals.filter((name) => !(name in ENGINES));
if (unknown.length > 0) {
  console.error(
    `There is no engine ${unknown.join(', ')}; there are ${Object.keys(ENGINES).join(', ')}.`,
  );
  process.exit(2);
}
const chosen = Object.entries(ENGINES).filter(
  ([name]) => positionals.length === 0 || positionals.includes(name),
);
const STEPS = [
  ...Object.keys(FLOW),
  'console',
  ...(values.pictures === undefined ? [] : ['pictures']),
];

const table = new Map<string, Record<string, Outcome>>();
const work = mkdtempSync(join(tmpdir(), 'handbook-engines-'));
const giveUp = setTimeout(() => {
  console.error(`Not done within ${WHOLE / 1000} seconds.`);
  process.exit(1);
}, WHOLE);
process.once('exit', () => rmSync(work, { recursive: true, force: true }));

if (!values.built) buildVariant('fixture');
const served = await serveVariant('fixture');
try {
  for (const [name, engine] of chosen) table.set(name, await outcomesOf(name, engine));
} finally {
  served.stop();
}
const { text, failed } = tableOf(STEPS, table);
console.log(`\n${text}`);
clearTimeout(giveUp);
process.exit(failed === 0 ? 0 : 1);

/** Goes through the flow in one engine. An engine that cannot be had fails in every step. */
async function outcomesOf(name: string, engine: Engine): Promise<Record<string, Outcome>> {
  console.log(`\n── ${name}`);
  const outcomes: Record<string, Outcome> = {};
  const note = (step: string, outcome: Outcome, seconds?: number) => {
    outcomes[step] = outcome;
    const how =
      outcome === 'ok' ? '✓' : 'cannot' in outcome ? `– ${outcome.cannot}` : `✗ ${outcome.fault}`;
    console.log(
      `${step.padEnd(12)} ${seconds === undefined ? '' : `${seconds.toFixed(1)} s `}${how}`,
    );
  };
  const home = join(work, name.replaceAll(' ', '-'));
  const downloads = join(home, 'downloads');
  mkdirSync(downloads, { recursive: true });
  const env = {
    ...(process.env as Record<string, string>),
    TZ: 'Asia/Shanghai',
    LANG: 'C.UTF-8',
    HOME: home,
    FONTCONFIG_FILE: provideFonts(wantedFonts()).configuration,
  };
  try {
    const running = await engine.start({ home, downloads, env });
    console.log(running.version);
    try {
      let deadline = 0;
      const newReader = async () => new Reader(await running.newTab(), served.url, () => deadline);
      const journey: Journey = {
        reader: await newReader(),
        newReader,
        downloads,
        hasPopover: engine.hasPopover,
      };
      for (const [step, go] of Object.entries(FLOW)) {
        const began = Date.now();
        deadline = began + STEP;
        const reason = engine.cannot[step];
        const outcome =
          reason === undefined
            ? await go(journey).then(() => 'ok' as const, faultOf)
            : { cannot: reason };
        note(step, outcome, (Date.now() - began) / 1000);
      }
      const reason = engine.cannot['console'];
      const [first] = running.faults ?? [];
      if (reason !== undefined) note('console', { cannot: reason });
      else note('console', first === undefined ? 'ok' : { fault: first });
      if (values.pictures !== undefined) {
        deadline = Date.now() + STEP;
        const folder = join(values.pictures, name);
        // A tab that came out of the cache is lost to some protocols, and others draw the one in front alone.
        const fresh = await newReader();
        await journey.reader.driver.close();
        const outcome = await takePictures(fresh, folder).then(() => 'ok' as const, faultOf);
        note('pictures', outcome);
      }
    } finally {
      await running.stop();
    }
  } catch (error) {
    for (const step of STEPS) if (!outcomes[step]) note(step, faultOf(error));
  }
  return outcomes;
}

function faultOf(error: unknown): Outcome {
  return { fault: error instanceof Error ? error.message : String(error) };
}
