/** Runs Vitest and Playwright, and reads from their reports how many tests passed and how long each file took. */
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { browserEnv } from './browser/index.ts';
import type { FontSet } from './browser/fonts.ts';
import { runPackage } from './run-package.ts';
import { serveVariant, type Served } from './serve.ts';
import { PARTS } from './parts.ts';
import { VARIANTS } from './variants.ts';

export interface Result {
  readonly passed: number;
  readonly failed: number;
  readonly files?: readonly FileTime[];
}

/** How long the tests of a file ran, added up. */
export interface FileTime {
  readonly file: string;
  readonly seconds: number;
}

/** @param reports folder for the report */
export function runVitest(project: 'unit' | 'content', reports: string): Result {
  const report = join(reports, `${project}.json`);
  const run = runPackage(
    'vitest',
    [
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile=${report}`,
    ],
    {
      stdio: 'inherit',
      env: {
        ...process.env,
        ROOT_DIST: VARIANTS.root.outDir,
        SUB_DIST: VARIANTS.subPath.outDir,
        ONE_DIST: PARTS.one.outDir,
        OWN_DIST: PARTS.own.outDir,
      },
    },
  );
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(
    readFileSync(report, 'utf8'),
  ) as {
    numPassedTests: number;
    numFailedTests: number;
    testResults: { name: string; startTime: number; endTime: number }[];
  };
  return {
    passed: numPassedTests,
    // A file that cannot be loaded fails the run without failing a test.
    failed: run.status === 0 || numFailedTests > 0 ? numFailedTests : 1,
    files: testResults.map(({ name, startTime, endTime }) => ({
      file: relative(process.cwd(), name),
      seconds: (endTime - startTime) / 1000,
    })),
  };
}

interface Suite {
  readonly suites?: readonly Suite[];
  readonly specs: readonly {
    readonly file: string;
    readonly tests: readonly { readonly results: readonly { readonly duration: number }[] }[];
  }[];
}

/**
 * Runs browser tests against the variants, which are served meanwhile.
 *
 * @param files parts of the names of the files to run; all, when there are none
 */
export async function runPlaywright(
  reports: string,
  fonts?: FontSet,
  files: readonly string[] = [],
): Promise<Result> {
  const report = join(reports, 'browser.json');
  const served: Served[] = [];
  try {
    for (const variant of ['root', 'subPath', 'fixture'] as const) {
      served.push(await serveVariant(variant));
    }
    const run = runPackage(
      'playwright',
      ['test', '--config', 'tests/browser/playwright.config.ts', ...files],
      {
        stdio: 'inherit',
        env: {
          ...browserEnv(fonts),
          ROOT_URL: served[0]?.url,
          SUB_PATH_URL: served[1]?.url,
          FIXTURE_URL: served[2]?.url,
          PLAYWRIGHT_JSON_OUTPUT_FILE: report,
        },
      },
    );
    const { stats, suites } = JSON.parse(readFileSync(report, 'utf8')) as {
      stats: { expected: number; unexpected: number; flaky: number };
      suites: Suite[];
    };
    const failed = stats.unexpected + stats.flaky;
    return {
      passed: stats.expected,
      failed: run.status === 0 || failed > 0 ? failed : 1,
      files: fileTimes(suites),
    };
  } finally {
    for (const server of served) server.stop();
  }
}

function fileTimes(suites: readonly Suite[]): FileTime[] {
  const times = new Map<string, number>();
  const add = ({ suites: within = [], specs }: Suite) => {
    for (const { file, tests } of specs) {
      const durations = tests.flatMap(({ results }) => results.map(({ duration }) => duration));
      const seconds = durations.reduce((sum, duration) => sum + duration / 1000, 0);
      times.set(file, (times.get(file) ?? 0) + seconds);
    }
    within.forEach(add);
  };
  suites.forEach(add);
  return [...times].map(([file, seconds]) => ({ file: `tests/browser/${file}`, seconds }));
}
