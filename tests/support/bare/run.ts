/**
 * The two commands on a machine with Node and nothing else: `npm run test:bare` hides browsers, fonts
 * and caches, clones the commit that is checked out, and runs there what somebody runs who has just got
 * the project. Names after the command run those suites instead of all; `--quick` stands for the unit
 * tests and those that depend on the font.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../serve.ts';
import { hide } from './hide.ts';

const QUICK = ['unit', 'fonts:suite', 'fonts:other', 'fonts:none'];

const folder = mkdtempSync(join(tmpdir(), 'handbook-bare-'));
const site = join(folder, 'site');
const { env, prefix, line } = hide(folder);
const named = process.argv.slice(2).flatMap((name) => (name === '--quick' ? QUICK : [name]));

/** A stage fails by throwing. */
const STAGES: Record<string, () => void | Promise<void>> = {
  'git clone': clone,
  'npm ci': () => inside('npm', ['ci']),
  ...(named.length > 0
    ? { [`npm test -- ${named.join(' ')}`]: () => inside('npm', ['test', '--', ...named]) }
    : {
        'npm test': () => inside('npm', ['test']),
        'npm run test:fonts': () => inside('npm', ['run', 'test:fonts']),
      }),
  'npm start': start,
};

console.log(line);
const lines: string[] = [];
let failed = 0;
for (const [name, stage] of Object.entries(STAGES)) {
  console.log(`\n━━ ${name}`);
  const started = performance.now();
  let fault: unknown;
  try {
    await stage();
  } catch (error) {
    fault = error;
    failed += 1;
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const message = fault instanceof Error ? fault.message : fault;
  lines.push(
    `${fault === undefined ? 'ok' : 'FAILED'}  ${name}, ${seconds} s${message ? `: ${message}` : ''}`,
  );
  console.log(lines.at(-1));
  // Without a clone or its packages nothing else can be seen.
  if (fault !== undefined && (name === 'git clone' || name === 'npm ci')) break;
}
rmSync(folder, { recursive: true, force: true });
console.log(`\n${lines.join('\n')}\n\n${lines.length - failed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

function clone(): void {
  const changed = git('status', '--porcelain');
  if (changed) console.log(`Not in the clone, since not committed:\n${changed}`);
  git('clone', '--quiet', '--no-hardlinks', process.cwd(), site);
  console.log(git('log', '-1', '--format=%h %s'));
}

function git(...args: string[]): string {
  const { status, stdout, stderr } = spawnSync('git', args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr.trim());
  return stdout.trim();
}

/** Runs a command in the clone, as on a bare machine. */
function inside(name: string, args: string[]): void {
  const [command = '', ...rest] = [...prefix, name, ...args];
  const { status, signal } = spawnSync(command, rest, { cwd: site, env, stdio: 'inherit' });
  if (status !== 0) throw new Error(`ended with ${status ?? signal}`);
}

/** Starts the site and asks for its home page, for five minutes at most. */
async function start(): Promise<void> {
  const port = await freePort();
  const options = ['start', '--', '--host', '127.0.0.1', '--port', String(port)];
  const [command = '', ...rest] = [...prefix, 'npm', ...options];
  const server = spawn(command, rest, {
    cwd: site,
    env: { ...env, ASTRO_TELEMETRY_DISABLED: '1' },
    stdio: 'inherit',
    detached: true,
  });
  const ended = new Promise<Error>((resolve) => {
    server.once('error', resolve);
    server.once('exit', (code) => resolve(new Error(`ended with ${code} before it answered`)));
  });
  try {
    const answer = await Promise.race([homePage(`http://127.0.0.1:${port}/`), ended]);
    if (answer instanceof Error) throw answer;
    if (!answer.includes('客户部')) throw new Error('the answer is not the home page');
    console.log(`answered at port ${port}: ${answer.length} characters`);
  } finally {
    // The whole group: npm starts a shell, which starts the server.
    if (server.pid !== undefined && server.exitCode === null) process.kill(-server.pid);
  }
}

async function homePage(address: string): Promise<string | Error> {
  const deadline = Date.now() + 300_000;
  while (Date.now() < deadline) {
    try {
      const response = await fetch(address);
      if (response.ok) return await response.text();
    } catch {
      // Not up yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  return new Error('no answer within five minutes');
}
