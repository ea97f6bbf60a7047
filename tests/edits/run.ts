/**
 * `npm run test:edits`: performs every procedure of CONTRIBUTING.md on a copy of the project, one after
 * the other, and runs the tests on what comes of it: unit, content and budget, or those of them that
 * are named; with `--browser` the browser's too. The tests of the copy perform the procedures once
 * more, on the edited content.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { PublishedCopy } from '../support/published-copy.ts';
import { EditedContent } from './edited-content.ts';
import { PROCEDURES } from './procedures.ts';

/** What the copy makes for itself, or shares. */
const NOT_COPIED = /^(content|node_modules|dist.*|\.git|\.astro|test-results|shots|pdf)$/;

const options = process.argv.slice(2);
const unknown = options.filter((each) => !/^(--browser|unit|content|budget)$/.test(each));
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(' ')}; there are --browser, unit, content, budget`);
  process.exit(2);
}
const named = options.filter((each) => each !== '--browser');
const suites = [
  ...(named.length > 0 ? named : ['unit', 'content', 'budget']),
  ...(options.includes('--browser') ? ['browser'] : []),
];

const copy = new PublishedCopy(
  '.',
  readdirSync('.').filter((name) => !NOT_COPIED.test(name)),
);
process.exitCode = 1;
try {
  const content = new EditedContent(copy);
  for (const { section, name, perform } of PROCEDURES) {
    const started = performance.now();
    perform(content);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`${section}. ${name}: ${seconds} s`);
    const problems = content.check();
    if (problems.length > 0) throw new Error(content.report(problems));
  }
  copy.register();
  console.log(`\nTests on the edited copy: ${suites.join(', ')}`);
  const run = { cwd: copy.root, stdio: 'inherit' } as const;
  process.exitCode = spawnSync(process.execPath, ['tests/run.ts', ...suites], run).status ?? 1;
} finally {
  copy.remove();
}
