import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { publishRemover, publishWorker } from '../../../src/offline/build/publish.ts';
import { openPack } from '../../../src/offline/shared/pack.ts';
import type { Entry } from '../../../src/offline/shared/manifest.ts';

const OPTIONS = {
  project: '.',
  base: '/kehubu/',
  siteKey: 'khb.kehubu',
  edition: 7,
  handbooks: ['agency', 'service'],
};

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'publish-'));
  const files: Record<string, string | Uint8Array> = {
    'index.html': 'home',
    'index.html.br': 'packed',
    '404.html': 'missing',
    _headers: 'for hosts',
    '.htaccess': 'for hosts',
    '_astro/page.1.js': 'script',
    'agency/index.html': 'agency',
    'agency/roles/x/duties.json': '[]',
    'service/index.html': 'service',
    'print/agency/index.html': 'paper',
    'glossary/brief.json': '{"title":"简报"}',
    'glossary/brief.json.gz': 'packed',
    'data/search/1a/texts-0.pack': gzipSync('["texts"]'),
    'data/search/1a/glue.js': 'export default 1',
  };
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), content);
  }
});
afterEach(() => rmSync(root, { recursive: true }));

const worker = () => readFileSync(join(root, 'sw.js'), 'utf8');
const listed = (): Entry[] =>
  JSON.parse(/\[\{"bytes":.*?\}\]/.exec(worker())?.[0] ?? '[]') as Entry[];

test('the worker lists what is kept, and the pack in place of small files', async () => {
  const summary = await publishWorker(root, OPTIONS);
  const [pack = ''] = readdirSync(join(root, 'data/offline'));
  expect(
    listed()
      .map(({ url }) => url)
      .sort(),
  ).toEqual(
    [
      '',
      '404.html',
      '_astro/page.1.js',
      'agency/',
      'agency/roles/x/duties.json',
      `data/offline/${pack}`,
      'offline.json',
      'print/agency/',
      'service/',
    ].sort(),
  );
  expect(summary.edition).toBe(7);
  expect(summary.groups['agency']).toMatchObject({ files: 2, bytes: 'agency[]'.length });
  expect(JSON.parse(readFileSync(join(root, 'offline.json'), 'utf8'))).toEqual(summary);

  const content = gunzipSync(readFileSync(join(root, 'data/offline', pack)));
  const opened = await openPack(new Blob([content]));
  const texts = await new Response(opened.read('data/search/1a/texts-0.pack')).arrayBuffer();
  expect(gunzipSync(texts).toString()).toBe('["texts"]');
  expect(await new Response(opened.read('glossary/brief.json')).text()).toContain('简报');
  expect(opened.read('glossary/brief.json.gz')).toBeUndefined();
});

test('the same build gives the same worker; any change of a page gives another', async () => {
  const first = await publishWorker(root, OPTIONS);
  const before = worker();
  expect(await publishWorker(root, OPTIONS)).toEqual(first);
  expect(worker()).toBe(before);
  writeFileSync(join(root, 'service/index.html'), 'service, changed');
  expect((await publishWorker(root, OPTIONS)).version).not.toBe(first.version);
  expect(worker()).not.toBe(before);
});

test('the worker that removes lists nothing, and knows whose caches are its own', async () => {
  await publishRemover(root, OPTIONS);
  expect(listed()).toEqual([]);
  expect(worker()).toContain('unregister');
  expect(worker()).toContain('/kehubu/');
  expect(worker()).not.toContain('addEventListener("fetch"');
});
