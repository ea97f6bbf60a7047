/**
 * `npm run test:deploy`: the shipped configurations on real servers, at the root and under a base path,
 * and a new edition over an old one while people read. Debian's packages are unpacked into the cache
 * when they are missing. Ends with the line `N passed, N failed`.
 */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publish } from '../../scripts/deploy/releases.ts';
import { buildForHost } from '../support/variants.ts';
import { checksOf } from './checks.ts';
import { waitsOfReturning } from './returning.ts';
import { SERVERS } from './servers.ts';
import { readMeanwhile } from './under-load.ts';

const folder = mkdtempSync(join(tmpdir(), 'handbook-deploy-'));
// nginx started by root reads as nobody.
chmodSync(folder, 0o755);
let passed = 0;
let failed = 0;

function tell(name: string, faults: readonly string[]): void {
  if (faults.length === 0) passed += 1;
  else failed += 1;
  console.log(`${faults.length === 0 ? 'ok    ' : 'FAILED'} ${name}`);
  for (const fault of faults.slice(0, 8)) console.log(`       ${fault}`);
}

try {
  for (const base of ['/', '/kehubu/']) {
    const builds = [1, 2].map((edition) =>
      join(folder, `build${base.replaceAll('/', '-')}${edition}`),
    );
    const [older = '', newer = ''] = builds;
    buildForHost(1, base, join(older, base));
    buildForHost(2, base, join(newer, base));
    // The build names its modules `.js`; what others add to a site must run as well.
    writeFileSync(join(older, base, 'module.mjs'), 'export {};');
    for (const [name, start] of Object.entries(SERVERS)) {
      console.log(`\n── ${name}, ${base}`);
      const work = join(folder, `${name.replaceAll(' ', '-')}${base.replaceAll('/', '-')}`);
      const target = join(work, 'srv');
      mkdirSync(work, { recursive: true });
      publish(older, target);
      const server = await start(target, work, base);
      try {
        for (const [what, check] of Object.entries(checksOf(server, join(older, base), base))) {
          const faults = await check().then(
            () => [],
            (error: unknown) => [error instanceof Error ? error.message : String(error)],
          );
          tell(what, faults);
        }
        tell(
          'a reader who comes back waits for the page’s own answer alone',
          await waitsOfReturning(server, base),
        );
        const { pages, files, editions, faults } = await readMeanwhile(
          server,
          target,
          [older, newer],
          base,
        );
        const seen = editions.join() === '1,2' ? [] : [`only edition ${editions.join()} was seen`];
        tell(`a new edition while people read (${pages} pages, ${files} files), and back`, [
          ...faults,
          ...seen,
          ...(pages > 0 && files > 0 ? [] : ['nothing was read']),
        ]);
      } finally {
        server.stop();
      }
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
