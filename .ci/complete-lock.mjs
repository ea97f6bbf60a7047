/**
 * Completes package-lock.json. Where a registry lacks a package for another platform, npm leaves it
 * out of the lock, and `npm ci` then refuses the lock. This adds each optional dependency that is
 * missing, by the version its parent asks for; npm fetches it only on the platform that it names.
 *
 * Usage, after `npm install --package-lock-only`: `node .ci/complete-lock.mjs [package-lock.json]`
 */
import { readFileSync, writeFileSync } from 'node:fs';

const file = process.argv[2] ?? 'package-lock.json';
const lock = JSON.parse(readFileSync(file, 'utf8'));
const OS = { darwin: 'darwin', freebsd: 'freebsd', linux: 'linux', windows: 'win32' };

let added = 0;
for (const parent of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
    const key = `node_modules/${name}`;
    // `@pagefind/darwin-arm64`: the name says the platform.
    const [, os, cpu] = /\/(darwin|freebsd|linux|windows)-(arm64|x64)$/.exec(name) ?? [];
    if (lock.packages[key] || !os || !/^\d/.test(version)) continue;
    lock.packages[key] = { version, cpu: [cpu], dev: true, optional: true, os: [OS[os]] };
    added += 1;
  }
}
const packages = Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1));
lock.packages = Object.fromEntries(packages);
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} optional packages added`);
