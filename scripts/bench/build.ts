/**
 * How the output grows: `npm run bench:build`. Builds synthetic sites of 50, 500, 1,000 and 2,000 pages
 * (or of the sizes given as arguments) from generated content, prints what each takes, and fails when
 * the output outgrows `tests/budget/growth.json`. `KEEP=<folder>` keeps the builds there;
 * `SPREAD=even` makes as many roles and workflows as techniques and rules.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readContent } from '../../src/checks/read.ts';
import { PublishedCopy } from '../../tests/support/published-copy.ts';
import { variantEnv } from '../../tests/support/variants.ts';
import { writeContent } from './content/write.ts';
import { Figures } from './figures.ts';
import { judgeGrowth, type GrowthLimits } from './growth.ts';
import { outputSize, type OutputSize } from './output-size.ts';

const SIZES = [50, 500, 1000, 2000];

const limits = JSON.parse(readFileSync('tests/budget/growth.json', 'utf8')) as GrowthLimits;
const real = readContent('.');
const asked = process.argv.slice(2).map(Number);
const sizes = new Map<number, OutputSize>();

const figures = new Figures('bench:build');
figures.line(
  'pages  seconds  memory MB    files  total MB  HTML MB  of it print  CSS+JS kB  data MB  search MB',
);
for (const count of asked.length > 0 ? asked : SIZES) {
  const { seconds, memory, size } = buildSynthetic(count);
  sizes.set(count, size);
  const mega = (bytes: number) => (bytes / 1e6).toFixed(2);
  figures.line(
    [
      String(count).padStart(5),
      seconds.toFixed(0).padStart(8),
      (memory / 1e6).toFixed(0).padStart(10),
      String(size.files).padStart(8),
      mega(size.total).padStart(9),
      mega(size.html).padStart(8),
      mega(size.print).padStart(12),
      (size.assets / 1e3).toFixed(0).padStart(10),
      mega(size.data).padStart(8),
      mega(size.search).padStart(10),
    ].join(' '),
  );
}
for (const { text, isBroken } of judgeGrowth(sizes, limits)) {
  figures.line(`${isBroken ? 'BROKEN' : 'kept  '} ${text}`);
  if (isBroken) process.exitCode = 1;
}
if (asked.length === 0 && !process.env['SPREAD']) figures.save();

/** Builds a site of so many pages. @throws Error with the build's output when it fails */
function buildSynthetic(count: number) {
  const copy = new PublishedCopy();
  try {
    ownModules(copy.root);
    writeContent(copy.root, real, count, process.env['SPREAD'] === 'even');
    copy.register();
    const folder = process.env['KEEP'] ? resolve(process.env['KEEP'], String(count)) : 'dist';
    const report = join(copy.root, 'memory.txt');
    const started = performance.now();
    const build = spawnSync(
      process.execPath,
      [
        '--import',
        pathToFileURL(resolve('scripts/bench/report-memory.ts')).href,
        'node_modules/astro/bin/astro.mjs',
        'build',
      ],
      {
        cwd: copy.root,
        encoding: 'utf8',
        maxBuffer: 1 << 28,
        env: { ...variantEnv('root'), OUT_DIR: folder, MEMORY_REPORT: report },
      },
    );
    if (build.status !== 0) throw new Error(`${build.stdout}\n${build.stderr}`);
    return {
      seconds: (performance.now() - started) / 1000,
      memory: Number(readFileSync(report, 'utf8')),
      size: outputSize(resolve(copy.root, folder)),
    };
  } finally {
    copy.remove();
  }
}

/** A folder of modules of the copy's own, since the build keeps what it has read of the content there. */
function ownModules(root: string): void {
  const folder = join(root, 'node_modules');
  rmSync(folder);
  mkdirSync(folder);
  for (const name of readdirSync('node_modules')) {
    if (name !== '.astro' && name !== '.vite')
      symlinkSync(resolve('node_modules', name), join(folder, name));
  }
}
