/**
 * `npm run test:edits`: performs every procedure of CONTRIBUTING.md on a copy of the project, one after
 * the other, and runs the tests on what comes of it: unit, content and budget, with `--browser` the
 * browser's too; the tests of the copy perform the procedures once more, on the edited content. Then
 * builds mutated copies of the real files (`mutations`). Names on the command line run those only.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { PublishedCopy } from '../support/published-copy.ts';
import { EditedContent } from './edited-content.ts';
import { buildMutations } from './mutations.ts';
import { PROCEDURES } from './procedures.ts';

/** What the copy makes for itself, or shares. */
const NOT_COPIED = /^(content|node_modules|dist.*|\.git|\.astro|test-results|shots|pdf)$/;

/** How many mutated copies are made, and from which seed. */
const MUTATIONS = [520, 7] as const;

const options = process.argv.slice(2);
const unknown = options.filter((each) => !/^(--browser|unit|content|budget|mutations)$/.test(each));
if (unknown.length > 0) {
  console.error(
    `Unknown: ${unknown.join(' ')}; there are --browser, unit, content, budget, mutations`,
  );
  process.exit(2);
}
const named = options.filter((each) => each !== '--browser');
const suites = [
  ...(named.length > 0
    ? named.filter((each) => each !== 'mutations')
    : ['unit', 'content', 'budget']),
  ...(options.includes('--browser') ? ['browser'] : []),
];

let isGood = true;
if (suites.length > 0) isGood = testEditedCopy();
if (named.length === 0 || named.includes('mutations')) isGood = testMutations() && isGood;
process.exitCode = isGood ? 0 : 1;

/** Performs the procedures and runs the tests on the copy. @returns true when all of it passed */
function testEditedCopy(): boolean {
  const copy = new PublishedCopy(
    '.',
    readdirSync('.').filter((name) => !NOT_COPIED.test(name)),
  );
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
    return spawnSync(process.execPath, ['tests/run.ts', ...suites], run).status === 0;
  } finally {
    copy.remove();
  }
}

/** @returns true when every mutated copy was refused by the checks or taken by the build */
function testMutations(): boolean {
  const { mutations, refused, built, builds, failures } = buildMutations(...MUTATIONS);
  console.log(`${mutations} mutations: ${refused} refused, ${built} built in ${builds} builds`);
  for (const failure of failures) console.error(failure);
  return failures.length === 0;
}
