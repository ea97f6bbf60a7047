/**
 * `npm run test:edits`: performs every procedure of CONTRIBUTING.md on a copy of the project, one after
 * the other, and runs the tests on what comes of it: unit, content and budget, with `--browser` the
 * browser's too; the tests of the copy perform the procedures once more, on the edited content. Then
 * builds mutated copies of the real files (`mutations`) and every choice of the handbooks (`subsets`).
 * Names on the command line run those only.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { PublishedCopy } from '../support/published-copy.ts';
import { EditedContent } from './edited-content.ts';
import { buildMutations } from './mutations.ts';
import { PROCEDURES } from './procedures.ts';
import { checkSubsets } from './subsets.ts';

/** What the copy makes for itself, or shares. */
const NOT_COPIED = /^(content|node_modules|dist.*|\.git|\.astro|test-results|shots|pdf)$/;

/** How many mutated copies are made, and from which seed. */
const MUTATIONS = [520, 7] as const;

/** What runs on the edited copy. */
const ON_COPY = ['unit', 'content', 'budget', 'browser'];

/** What builds copies of its own. */
const PROOFS: Record<string, () => boolean | Promise<boolean>> = {
  mutations: testMutations,
  subsets: testSubsets,
};

const known = [...ON_COPY, ...Object.keys(PROOFS)];
const named = process.argv.slice(2).map((option) => option.replace(/^--browser$/, 'browser'));
const unknown = named.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(' ')}; there are ${known.join(', ')}`);
  process.exit(2);
}
// The browser's suite takes as long as all others together: by its name only, beside the others.
const isOnly = named.some((name) => name !== 'browser');
const wanted = isOnly ? named : known.filter((name) => name !== 'browser' || named.includes(name));

let isGood = true;
const suites = ON_COPY.filter((name) => wanted.includes(name));
if (suites.length > 0) isGood = testEditedCopy();
for (const [name, prove] of Object.entries(PROOFS)) {
  if (wanted.includes(name)) isGood = (await prove()) && isGood;
}
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
      console.log(`${section}: ${name}, ${seconds} s`);
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

/** @returns true when every choice of the handbooks is a whole site of its own */
async function testSubsets(): Promise<boolean> {
  const found = await checkSubsets();
  for (const [name, faults] of found) {
    console.log(`${faults.length === 0 ? 'passed' : 'FAILED'}: ${name}`);
    for (const fault of faults) console.error(`  ${fault}`);
  }
  return found.size > 0 && [...found.values()].every((faults) => faults.length === 0);
}
