/**
 * Runs the test suites and adds them up. `node tests/run.ts` runs them all; with names, only those:
 * format, lint, types, unit, content, budget, browser. By name only: fonts:suite, fonts:other and
 * fonts:none, which are those of the browser tests that depend on the font, with each set of fonts. Ends
 * with the line `N passed, N failed`; a suite that ran no test counts as failed.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkBudget } from './budget/check.ts';
import { FONT_SETS, type FontSet } from './support/browser/fonts.ts';
import { describeBrowser, provideBrowser } from './support/browser/index.ts';
import { runPackage, type PackageCommand } from './support/run-package.ts';
import { runPlaywright, runVitest, type FileTime, type Result } from './support/runners.ts';
import { buildPart, PARTS, type PartName } from './support/parts.ts';
import { buildNextEdition, buildVariant, VARIANTS, type Variant } from './support/variants.ts';

/** What is built once and shared by the suites. */
type Build = Variant | PartName | 'nextEdition';

/** The browser tests that look at where things stand and how large they are. */
const GEOMETRY = ['diagram', 'dimensions', 'every-page', 'reading', 'steady', 'weight'];

/** How many of the slowest files are named at the end. */
const SLOWEST = 10;

const reports = mkdtempSync(join(tmpdir(), 'handbook-tests-'));
const built = new Set<Build>();

/** Each suite, in the order in which it runs: cheap ones first. */
const SUITES: Record<string, () => Result | Promise<Result>> = {
  format: () => command('prettier', ['--check', '--log-level', 'warn', '.']),
  lint: () => command('eslint', ['.', '--max-warnings', '0']),
  types: () => command('astro', ['check', '--minimumSeverity', 'warning']),
  unit: () => runVitest('unit', reports),
  content: () => {
    build('root');
    build('subPath');
    build('one');
    build('own');
    return runVitest('content', reports);
  },
  budget: () => {
    const folders = [VARIANTS.root.outDir, PARTS.one.outDir, PARTS.own.outDir];
    build('root');
    build('one');
    build('own');
    const results = folders.map((folder) => checkBudget(folder));
    return {
      passed: results.reduce((sum, { passed }) => sum + passed, 0),
      failed: results.reduce((sum, { failed }) => sum + failed, 0),
    };
  },
  browser: async () => {
    await lookAtBrowser();
    build('root');
    build('subPath');
    build('fixture');
    build('nextEdition');
    build('one');
    build('own');
    return runPlaywright(reports);
  },
};

/** Suites that run by their names only. */
const ON_DEMAND: Record<string, () => Promise<Result>> = Object.fromEntries(
  FONT_SETS.map((set) => [`fonts:${set}`, () => withFonts(set)]),
);

process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
const wanted = process.argv.slice(2);
const known = { ...SUITES, ...ON_DEMAND };
const unknown = wanted.filter((name) => !known[name]);
if (unknown.length > 0) {
  console.error(`Unknown suite: ${unknown.join(', ')}; there are ${Object.keys(known).join(', ')}`);
  process.exit(2);
}

// What is missing is said before minutes have passed, and fails the suite.
if (wanted.length === 0 || wanted.includes('browser')) {
  await lookAtBrowser().then(console.log, (error: unknown) => console.error(messageOf(error)));
}

const total = { passed: 0, failed: 0 };
const lines: string[] = [];
const files: FileTime[] = [];
for (const [name, suite] of Object.entries(wanted.length > 0 ? known : SUITES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n── ${name}`);
  const started = performance.now();
  let result: Result;
  try {
    result = await suite();
    if (result.passed + result.failed === 0) {
      console.error(`The suite "${name}" ran no test`);
      result = { passed: 0, failed: 1 };
    }
  } catch (error) {
    console.error(messageOf(error));
    result = { passed: 0, failed: 1 };
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  lines.push(`${name}: ${result.passed} passed, ${result.failed} failed, ${seconds} s`);
  total.passed += result.passed;
  total.failed += result.failed;
  files.push(...(result.files ?? []));
}
rmSync(reports, { recursive: true, force: true });
files.sort((a, b) => b.seconds - a.seconds);
const slowest = files
  .slice(0, SLOWEST)
  .map(({ file, seconds }) => `${seconds.toFixed(1)} s ${file}`);
if (slowest.length > 0) console.log(`\nSlowest files:\n${slowest.join('\n')}`);
console.log(`\n${lines.join('\n')}\n`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);

/** A check that passes or fails as a whole. */
function command(name: PackageCommand, args: string[]): Result {
  const ok = runPackage(name, args, { stdio: 'inherit' }).status === 0;
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
}

function build(variant: Build): void {
  if (built.has(variant)) return;
  const started = performance.now();
  if (variant === 'nextEdition') buildNextEdition();
  else if (variant === 'one' || variant === 'own') buildPart(PARTS[variant], PARTS[variant].outDir);
  else buildVariant(variant);
  built.add(variant);
  console.log(`built ${variant} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

/** The line that says which browser and which fonts the tests run with. @throws Error that says what is missing */
async function lookAtBrowser(fonts?: FontSet): Promise<string> {
  return describeBrowser(provideBrowser(fonts));
}

async function withFonts(fonts: FontSet): Promise<Result> {
  console.log(await lookAtBrowser(fonts));
  build('root');
  build('subPath');
  build('fixture');
  // Text is read out of PDFs: without a font there is none.
  const files = fonts === 'none' ? GEOMETRY : [...GEOMETRY, 'print'];
  return runPlaywright(
    reports,
    fonts,
    files.map((name) => `${name}.test`),
  );
}

function messageOf(error: unknown): unknown {
  return error instanceof Error ? error.message : error;
}
