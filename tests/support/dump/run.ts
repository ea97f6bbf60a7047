/** Builds the root variant and writes a dump of what it stores: `npm run dump`. */
import { runPackage } from '../run-package.ts';
import { buildVariant } from '../variants.ts';

buildVariant('root');
const { status } = runPackage(
  'vitest',
  ['run', '--config', 'tests/support/dump/vitest.config.ts'],
  {
    stdio: 'inherit',
  },
);
process.exit(status ?? 1);
