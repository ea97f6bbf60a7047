/**
 * Runs the test suites and adds them up. `node tests/run.ts` runs them all; with names, only those:
 * format, lint, types, unit, content, budget, browser. Ends with the line `N passed, N failed`; a suite that
 * ran no test counts as failed.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkBudget } from './budget/check.ts';
import { provideChromium } from './support/chromium.ts';
import { runPackage, type PackageCommand } from './support/run-package.ts';
import { serveVariant, type Served } from './support/serve.ts';
import { buildNextEdition, buildVariant, VARIANTS, type Variant } from './support/variants.ts';

/** What is built once and shared by the suites. */
type Build = Variant | 'nextEdition';

interface Result {
  passed: number;
  failed: number;
}

const reports = mkdtempSync(join(tmpdir(), 'handbook-tests-'));
const built = new Set<Build>();

/** Each suite, in the order in which it runs: cheap ones first. */
const SUITES: Record<string, () => Result | Promise<Result>> = {
  format: () => command('prettier', ['--check', '--log-level', 'warn', '.']),
  lint: () => command('eslint', ['.', '--max-warnings', '0']),
  types: () => command('astro', ['check', '--minimumSeverity', 'warning']),
  unit: () => vitest('unit'),
  content: () => {
    build('root');
    build('subPath');
    return vitest('content');
  },
  budget: () => {
    build('root');
    return checkBudget(VARIANTS.root.outDir);
  },
  browser: async () => {
    build('root');
    build('subPath');
    build('fixture');
    build('nextEdition');
    return playwright();
  },
};

process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !SUITES[name]);
if (unknown.length > 0) {
  console.error(
    `Unknown suite: ${unknown.join(', ')}; there are ${Object.keys(SUITES).join(', ')}`,
  );
  process.exit(2);
}

const total: Result = { passed: 0, failed: 0 };
const lines: string[] = [];
for (const [name, suite] of Object.entries(SUITES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n── ${name}`);
  const started = performance.now();
  let result: Result;
  try {
    result = await suite();
    if (result.passed + result.failed === 0) {
      console.error(`The suite "${name}" ran no test`);
      result.failed = 1;
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    result = { passed: 0, failed: 1 };
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  lines.push(`${name}: ${result.passed} passed, ${result.failed} failed, ${seconds} s`);
  total.passed += result.passed;
  total.failed += result.failed;
}
rmSync(reports, { recursive: true, force: true });
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
  else buildVariant(variant);
  built.add(variant);
  console.log(`built ${variant} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

function vitest(project: 'unit' | 'content'): Result {
  const file = join(reports, `${project}.json`);
  const run = runPackage(
    'vitest',
    ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile=${file}`],
    {
      stdio: 'inherit',
      env: { ...process.env, ROOT_DIST: VARIANTS.root.outDir, SUB_DIST: VARIANTS.subPath.outDir },
    },
  );
  const report = JSON.parse(readFileSync(file, 'utf8')) as {
    numPassedTests: number;
    numFailedTests: number;
    success: boolean;
  };
  const { numPassedTests: passed, numFailedTests: failed } = report;
  // A file that cannot be loaded fails the run without failing a test.
  return { passed, failed: run.status === 0 || failed > 0 ? failed : 1 };
}

async function playwright(): Promise<Result> {
  const file = join(reports, 'browser.json');
  const served: Served[] = [];
  try {
    for (const variant of ['root', 'subPath', 'fixture'] as const) {
      served.push(await serveVariant(variant));
    }
    const run = runPackage(
      'playwright',
      ['test', '--config', 'tests/browser/playwright.config.ts'],
      {
        stdio: 'inherit',
        env: {
          ...process.env,
          CHROMIUM_PATH: provideChromium(),
          ROOT_URL: served[0]?.url,
          SUB_PATH_URL: served[1]?.url,
          FIXTURE_URL: served[2]?.url,
          PLAYWRIGHT_JSON_OUTPUT_FILE: file,
        },
      },
    );
    const { stats } = JSON.parse(readFileSync(file, 'utf8')) as {
      stats: { expected: number; unexpected: number; flaky: number };
    };
    const failed = stats.unexpected + stats.flaky;
    return { passed: stats.expected, failed: run.status === 0 || failed > 0 ? failed : 1 };
  } finally {
    for (const server of served) server.stop();
  }
}
