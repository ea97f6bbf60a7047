import { spawnSync, type SpawnSyncOptions, type SpawnSyncReturns } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The package that each command comes with. */
const PACKAGES = {
  astro: 'astro',
  eslint: 'eslint',
  playwright: '@playwright/test',
  prettier: 'prettier',
  vitest: 'vitest',
} as const;

export type PackageCommand = keyof typeof PACKAGES;

/**
 * Runs a command of an installed package with this process's own Node.js, and waits for it. Not by its
 * name: on Windows that is a `.cmd` file, which cannot be spawned without a shell.
 *
 * @returns as `spawnSync`: output as text where it is piped, and the exit status
 * @throws Error when the package is not installed or has no such command
 */
export function runPackage(
  command: PackageCommand,
  args: readonly string[],
  options: Omit<SpawnSyncOptions, 'encoding' | 'shell'> = {},
): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [scriptOf(command), ...args], {
    ...options,
    encoding: 'utf8',
  });
}

/** Path of a command's script, as its package names it. */
function scriptOf(command: PackageCommand): string {
  const folder = new URL(`../../node_modules/${PACKAGES[command]}/`, import.meta.url);
  const { bin } = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8')) as {
    bin?: string | Record<string, string>;
  };
  const script = typeof bin === 'string' ? bin : bin?.[command];
  if (script === undefined) throw new Error(`${PACKAGES[command]} has no command "${command}"`);
  return fileURLToPath(new URL(script, folder));
}
