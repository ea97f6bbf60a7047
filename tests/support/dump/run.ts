/** Builds the root variant and writes a dump of what it stores: `npm run dump`. */
import { spawnSync } from 'node:child_process';
import { buildVariant } from '../variants.ts';

buildVariant('root');
const { status } = spawnSync('vitest', ['run', '--config', 'tests/support/dump/vitest.config.ts'], {
  stdio: 'inherit',
});
process.exit(status ?? 1);
