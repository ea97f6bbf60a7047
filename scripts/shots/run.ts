/**
 * Writes screenshots of each kind of page at four widths, light and dark, into `shots/`, to be looked
 * at. Builds the site first; `node scripts/shots/run.ts <name>` takes only the kinds whose name has it.
 */
import { browserEnv } from '../../tests/support/browser/index.ts';
import { runPackage } from '../../tests/support/run-package.ts';
import { serveVariant } from '../../tests/support/serve.ts';
import { buildVariant } from '../../tests/support/variants.ts';

const names = process.argv.slice(2);
buildVariant('root');
const served = await serveVariant('root');
const { status } = runPackage(
  'playwright',
  [
    'test',
    '--config',
    'scripts/shots/playwright.config.ts',
    ...(names.length > 0 ? ['--grep', names.join('|')] : []),
  ],
  {
    stdio: 'inherit',
    env: { ...browserEnv(), FIXTURE_URL: served.url },
  },
);
served.stop();
process.exit(status ?? 1);
