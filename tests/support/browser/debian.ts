/**
 * Packages of Debian and its kin, unpacked into the user's cache: neither installed nor in need of root,
 * and had also where the machine says that they are installed already.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where the unpacked packages lie. */
export const CACHE = join(
  process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'),
  'kehubu-handbook',
);

/** Folder of a package that was unpacked before, with what it depends on. */
export function unpacked(name: string): string | undefined {
  const folder = join(CACHE, name);
  return existsSync(folder) ? folder : undefined;
}

/**
 * Fetches a package, with what it depends on and the machine lacks, and unpacks them all into one folder.
 *
 * @param parts further packages that must lie in the same folder, even if the machine has them
 * @returns the folder, which holds `usr/…`; nothing when the machine has no apt or apt cannot get it
 */
export function unpackPackage(name: string, parts: readonly string[] = []): string | undefined {
  const known = unpacked(name);
  if (known) return known;
  const apt = join(CACHE, `${name}.apt`);
  const partial = join(CACHE, `${name}.partial`);
  for (const folder of [apt, partial]) rmSync(folder, { recursive: true, force: true });
  for (const folder of ['state/lists/partial', 'archives/partial']) {
    mkdirSync(join(apt, folder), { recursive: true });
  }
  // Lists and archives of our own: the system's are root's alone.
  const options = [
    `Dir::State=${apt}/state`,
    'Dir::State::status=/var/lib/dpkg/status',
    `Dir::Cache=${apt}`,
    `Dir::Cache::archives=${apt}/archives`,
    'Debug::NoLocking=1',
    ...(process.getuid?.() === 0 ? ['APT::Sandbox::User=root'] : []),
  ].flatMap((option) => ['-o', option]);
  const fetched =
    run('apt-get', [...options, '-qq', 'update']) &&
    run('apt-get', [
      ...options,
      ...['-qq', '-y', '--no-install-recommends', '--reinstall', '--download-only'],
      ...['install', name, ...parts],
    ]);
  const archives = fetched ? globSync(join(apt, 'archives/*.deb')) : [];
  const whole =
    archives.length > 0 && archives.every((archive) => run('dpkg-deb', ['-x', archive, partial]));
  rmSync(apt, { recursive: true, force: true });
  // Under its name only once it is whole.
  if (whole) renameSync(partial, join(CACHE, name));
  return unpacked(name);
}

/** Runs a command, whose complaints are shown. @returns whether it is there and succeeded */
function run(command: string, args: string[]): boolean {
  const { status } = spawnSync(command, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: 900_000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return status === 0;
}
