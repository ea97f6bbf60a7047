import { join } from 'node:path';
import { BROWSER_FLOOR } from '../../build/seams/browser-floor.ts';
import type { PublishOptions } from './publish.ts';

/**
 * The script of a worker, all in one file.
 *
 * @param name of its file in `src/offline/worker/`
 * @throws Error with what esbuild says
 */
export async function bundleWorker(
  name: 'index' | 'remover',
  { project, base, siteKey, edition, handbooks }: PublishOptions,
): Promise<string> {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: [join(project, 'src/offline/worker', `${name}.ts`)],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: BROWSER_FLOOR,
    charset: 'utf8',
    // The project's own is for the pages.
    tsconfigRaw: {},
    define: { OFFLINE_SETTINGS: JSON.stringify({ base, siteKey, edition, handbooks }) },
  });
  return outputFiles[0]?.text ?? '';
}
