/** A copy of the project whose content is edited and published anew, as an editor does it. */
import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { runPackage } from './run-package.ts';

/** What Vitest puts into the environment, which a build would take for its own. */
const NOT_OURS = Object.fromEntries(
  ['BASE_URL', 'MODE', 'DEV', 'PROD', 'SSR', 'NODE_ENV', 'VITEST'].map((name) => [name, undefined]),
);

/** What a build reads beside the content. */
const BUILT_FROM = ['src', 'public', 'astro.config.mjs', 'tsconfig.json', 'package.json'];

export class PublishedCopy {
  /** Where the copy lies. */
  readonly root: string;

  /**
   * @param from folder that has the `content` to start from
   * @param more names of what the copy needs beside what a build reads
   */
  constructor(from = '.', more: readonly string[] = []) {
    this.root = mkdtempSync(join(tmpdir(), 'handbook-copy-'));
    for (const name of [...BUILT_FROM, ...more]) {
      cpSync(name, join(this.root, name), { recursive: true });
    }
    cpSync(join(from, 'content'), join(this.root, 'content'), { recursive: true });
    this.#link();
  }

  /**
   * Links the packages one by one: what Astro and Vite keep beside them, the content among it, is each
   * copy's own, or builds at the same time would publish each other's pages.
   */
  #link(): void {
    const packages = join(this.root, 'node_modules');
    mkdirSync(packages);
    for (const name of readdirSync('node_modules')) {
      const from = resolve('node_modules', name);
      if (/^\.(?!bin$)/.test(name) || !statSync(from).isDirectory()) continue;
      // On Windows a junction: a link there takes rights that few have.
      symlinkSync(from, join(packages, name), 'junction');
    }
  }

  /**
   * Changes a file of the content.
   *
   * @param path under `content/`
   * @throws Error when there is nothing to change
   */
  edit(path: string, ...changes: readonly (readonly [string | RegExp, string])[]): void {
    const file = join(this.root, 'content', path);
    const before = readFileSync(file, 'utf8');
    const after = changes.reduce((text, [from, to]) => {
      const next = text.replace(from, to);
      if (next === text) throw new Error(`No "${String(from)}" in ${path}`);
      return next;
    }, before);
    writeFileSync(file, after);
  }

  /** Writes a file of the content. */
  write(path: string, text: string): void {
    const file = join(this.root, 'content', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  /** Takes a file out of the content. */
  drop(path: string): void {
    rmSync(join(this.root, 'content', path));
  }

  /** Renames a file of the content, and its reference wherever it stands but in what was told before. */
  move(from: string, to: string): void {
    renameSync(join(this.root, `content/${from}.mdx`), join(this.root, `content/${to}.mdx`));
    for (const path of readdirSync(join(this.root, 'content'), {
      encoding: 'utf8',
      recursive: true,
    })) {
      if (!/\.(mdx|yaml)$/.test(path) || /^(ids\.yaml$|editions\b)/.test(path)) continue;
      const text = readFileSync(join(this.root, 'content', path), 'utf8');
      if (text.includes(from)) this.write(path, text.replaceAll(from, to));
    }
  }

  /** Brings the register up to date, as `npm run ids` does. @throws Error with what it says */
  register(): void {
    const options = { ...this.#options(process.env), encoding: 'utf8' } as const;
    demand('ids', spawnSync(process.execPath, ['src/checks/register/ids.ts'], options));
  }

  /** Builds the copy. @returns what the build says @throws Error with that when it fails */
  build(env: Record<string, string | undefined>): string {
    return demand('astro build', runPackage('astro', ['build'], this.#options(env)));
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }

  #options(env: Record<string, string | undefined>) {
    return { cwd: this.root, env: { ...env, ...NOT_OURS } };
  }
}

function demand(what: string, { status, stdout, stderr }: SpawnSyncReturns<string>): string {
  const said = `${stdout}\n${stderr}`;
  if (status !== 0) throw new Error(`${what}: ${said}`);
  return said;
}
