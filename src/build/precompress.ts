import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import { TEXT_TYPES } from './host-files.ts';

const TEXT = new RegExp(`\\.(${Object.keys(TEXT_TYPES).join('|')})$`);
/** Smaller files do not gain from compression. */
const SMALLEST = 512;

/**
 * Writes a `.gz` and a `.br` beside each text file of the build, for hosts that send precompressed
 * files as they are (nginx's `gzip_static`). Switched on by `PRECOMPRESS=1`.
 */
export function precompress(): AstroIntegration {
  return {
    name: 'precompress',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        const files = (await readdir(root, { recursive: true })).filter((file) => TEXT.test(file));
        const written = await Promise.all(files.map((file) => compressFile(join(root, file))));
        logger.info(`${written.filter(Boolean).length} files compressed`);
      },
    },
  };
}

async function compressFile(path: string): Promise<boolean> {
  const content = await readFile(path);
  if (content.length < SMALLEST) return false;
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  await writeFile(`${path}.br`, await promisify(brotliCompress)(content, { params }));
  await writeFile(`${path}.gz`, await promisify(gzip)(content, { level: 9 }));
  return true;
}
