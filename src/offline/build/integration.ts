import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { SiteSettings } from '../../build/settings.ts';
import { readPublished } from '../../build/site-file.ts';
import { SITE } from '../shared/manifest.ts';
import { publishRemover, publishWorker } from './publish.ts';

/** Publishes the worker for reading without a network. Comes after whatever else writes what pages need. */
export function offlineReading({
  basePath,
  siteKey,
  offline,
}: Pick<SiteSettings, 'basePath' | 'siteKey' | 'offline'>): AstroIntegration {
  let project = '.';
  return {
    name: 'offline-reading',
    hooks: {
      'astro:config:done': ({ config }) => {
        project = fileURLToPath(config.root);
      },
      'astro:build:done': async ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        const options = {
          project,
          base: basePath,
          siteKey,
          edition: newestEdition(project),
          handbooks: readPublished(project).map(({ slug }) => slug),
        };
        if (!offline) {
          await publishRemover(root, options);
          logger.info('switched off: sw.js removes what was kept');
          return;
        }
        const { groups } = await publishWorker(root, options);
        const shared = groups[SITE]?.download ?? 0;
        const sizes = options.handbooks.map(
          (slug) => `${slug} ${kilobytes(shared + (groups[slug]?.download ?? 0))}`,
        );
        const all = Object.values(groups).reduce((sum, { download }) => sum + download, 0);
        logger.info(`to keep on a device: ${sizes.join(', ')}, all ${kilobytes(all)}`);
      },
    },
  };
}

/** Editions are named by their number; the editor's checks have seen to it. */
function newestEdition(project: string): number {
  const names = readdirSync(join(project, 'content/editions'));
  return Math.max(0, ...names.flatMap((name) => /^(\d+)\.yaml$/.exec(name)?.[1] ?? []).map(Number));
}

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1000)} kB`;
}
