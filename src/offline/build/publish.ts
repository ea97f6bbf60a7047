/** Writes the worker into a finished build, with the pack of small files and the summary. */
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, sep } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import {
  groupOf,
  isPacked,
  PACK_FOLDER,
  SITE,
  SUMMARY_FILE,
  WORKER_FILE,
  type Entry,
  type Group,
  type GroupSize,
  type Summary,
} from '../shared/manifest.ts';
import { writePack } from '../shared/pack.ts';
import { bundleWorker } from './bundle.ts';

export interface PublishOptions {
  /** The project's folder. */
  readonly project: string;
  /** Base path of the site, ending in `/`. */
  readonly base: string;
  readonly siteKey: string;
  /** Number of the edition. */
  readonly edition: number;
  /** Slugs of the published handbooks. */
  readonly handbooks: readonly string[];
}

/** What is for hosts and for pages in their own files, and what the pack holds. */
const LEFT_OUT = ['**/*.{br,gz,map}', '_headers', 'data/search/**', 'glossary/*.json', 'og/**'];

/**
 * Publishes offline reading.
 *
 * @param root the build's output folder, with everything else in it
 * @returns the summary that pages read
 * @throws Error when the list of files cannot be put into the worker
 */
export async function publishWorker(root: string, options: PublishOptions): Promise<Summary> {
  const { handbooks, edition } = options;
  const pack = await writeSearchPack(root);
  let summary: Summary | undefined;
  const scratch = await mkdtemp(join(tmpdir(), 'worker-'));
  try {
    const source = join(scratch, WORKER_FILE);
    await writeFile(source, await bundleWorker('index', options));
    // Not by the package's door, which loads a bundler that is not needed here.
    const { injectManifest } = await import('workbox-build/build/inject-manifest.js');
    const { warnings } = await injectManifest({
      swSrc: source,
      swDest: join(root, WORKER_FILE),
      globDirectory: root,
      globPatterns: ['**/*'],
      globIgnores: [...LEFT_OUT, WORKER_FILE, SUMMARY_FILE],
      // Nothing is too large for a reader who was told its size.
      maximumFileSizeToCacheInBytes: Number.MAX_SAFE_INTEGER,
      manifestTransforms: [
        async (files) => {
          const listed = await Promise.all(
            files.map(({ url }) =>
              entryOf(root, url, url === pack.file ? pack.unpacked : undefined),
            ),
          );
          summary = summaryOf(listed, handbooks, edition);
          const text = JSON.stringify(summary);
          await writeFile(join(root, SUMMARY_FILE), text);
          const entries = [
            ...listed.map(({ entry }) => entry),
            { url: SUMMARY_FILE, revision: revisionOf(text), bytes: text.length },
          ];
          return { manifest: entries.map((entry) => ({ ...entry, size: entry.bytes })) };
        },
      ],
    });
    if (!summary || warnings.length > 0) {
      throw new Error(`The list of files for ${WORKER_FILE}: ${warnings.join('; ') || 'none'}`);
    }
    return summary;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** Publishes the worker that takes back what one published before has kept. */
export async function publishRemover(root: string, options: PublishOptions): Promise<void> {
  await writeFile(join(root, WORKER_FILE), await bundleWorker('remover', options));
}

interface Listed {
  readonly entry: Entry;
  /** Bytes over the network. */
  readonly download: number;
}

async function entryOf(root: string, file: string, unpacked: number | undefined): Promise<Listed> {
  const content = await readFile(join(root, file));
  return {
    entry: {
      url: encodeURI(file).replace(/(^|\/)index\.html$/, '$1'),
      revision: revisionOf(content),
      bytes: unpacked ?? content.length,
    },
    // What is packed already does not shrink.
    download: Math.min(content.length, gzipSync(content).length),
  };
}

function summaryOf(
  listed: readonly Listed[],
  handbooks: readonly string[],
  edition: number,
): Summary {
  const groups: Record<Group, GroupSize> = {};
  for (const group of [SITE, ...handbooks]) {
    const own = listed.filter(({ entry }) => groupOf(entry.url, handbooks) === group);
    groups[group] = {
      files: own.length,
      bytes: own.reduce((sum, { entry }) => sum + entry.bytes, 0),
      download: own.reduce((sum, { download }) => sum + download, 0),
    };
  }
  const all = listed.map(({ entry: { url, revision } }) => `${url} ${revision}`).sort();
  return { edition, version: revisionOf(all.join('\n')), groups };
}

/** Writes the pack. @returns its place below the build's folder, and its size when it is unpacked */
async function writeSearchPack(
  root: string,
): Promise<{ readonly file: string; readonly unpacked: number }> {
  await rm(join(root, PACK_FOLDER), { recursive: true, force: true });
  const names = (await readdir(root, { recursive: true }))
    .map((name) => name.split(sep).join('/'))
    .filter((name) => isPacked(name) && /\.\w+$/.test(name) && !/\.(br|gz)$/.test(name))
    .sort();
  const files = await Promise.all(
    names.map(async (name) => {
      const content = await readFile(join(root, name));
      const isGzip = content[0] === 0x1f && content[1] === 0x8b;
      return { name, isGzip, content: isGzip ? gunzipSync(content) : content };
    }),
  );
  const pack = writePack(files);
  const packed = gzipSync(pack, { level: 9 });
  const file = `${PACK_FOLDER}${revisionOf(packed)}.pack`;
  await mkdir(dirname(join(root, file)), { recursive: true });
  await writeFile(join(root, file), packed);
  return { file, unpacked: pack.length };
}

function revisionOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 16);
}
