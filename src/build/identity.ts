import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { cardsOf } from '../share/card.ts';
import { DRAWN_SEAL, ICON_FILES, isDrawn } from '../share/drawn.ts';
import { SITE_FILE, type SiteIdentity } from '../schemas/site.ts';
import { readPublished, readSiteFile } from './site-file.ts';

/**
 * Hands the site's name to the scripts of its pages, and leaves out the pictures and icons that bear
 * another one; a build says which. Comes after the editor's checks, which stop a build with a faulty file.
 *
 * @param hasPictures true for a site that knows its address: only then a page can name a picture
 */
export function siteIdentity({ hasPictures }: { hasPictures: boolean }): AstroIntegration {
  let root = '.';
  return {
    name: 'site-identity',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig, addWatchFile, logger }) => {
        root = fileURLToPath(config.root);
        addWatchFile(new URL(SITE_FILE, config.root));
        const identity = command === 'build' ? readSiteFile(root) : readIfSound(root);
        updateConfig({
          vite: {
            define: {
              'import.meta.env.PUBLIC_SITE_TITLE': JSON.stringify(identity?.title ?? ''),
              'import.meta.env.PUBLIC_FILE_NAME': JSON.stringify(
                identity?.fileName ?? identity?.title ?? '',
              ),
            },
          },
        });
        if (command === 'build' && identity) {
          for (const line of undrawn(identity, root, hasPictures)) logger.warn(line);
        }
      },
      'astro:build:done': ({ dir }) => {
        if (readSiteFile(root).seal === DRAWN_SEAL) return;
        for (const file of ICON_FILES) rmSync(new URL(file, dir), { force: true });
      },
    },
  };
}

/** The dev server goes on with a faulty file; its checks report it. */
function readIfSound(root: string): SiteIdentity | undefined {
  try {
    return readSiteFile(root);
  } catch {
    return undefined;
  }
}

function undrawn(identity: SiteIdentity, root: string, hasPictures: boolean): string[] {
  const cards = hasPictures ? cardsOf(identity, readPublished(root)) : [];
  const missing = cards.filter((card) => !isDrawn(card)).length;
  const parts = [
    ...(missing > 0 ? [`${missing} 张分享图片还没有照现在的名字和颜色画`] : []),
    ...(identity.seal === DRAWN_SEAL ? [] : [`图标上的印章还是“${DRAWN_SEAL}”`]),
  ];
  if (parts.length === 0) return [];
  return [`${parts.join('，')}，这一次不放进网站。运行 npm run share-images 重画，再构建一次。`];
}
