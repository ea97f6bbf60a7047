/**
 * `npm run bench:offline`: how many bytes it takes to keep a handbook on the device, or all of them, and
 * how long on a slow network. Prints figures; no test. Needs a build in `dist-test/root`, and makes it when
 * it is not there.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { chromium } from '@playwright/test';
import type { Summary } from '../../src/offline/shared/manifest.ts';
import { SITE, SUMMARY_FILE } from '../../src/offline/shared/manifest.ts';
import { provideBrowser } from '../../tests/support/browser/index.ts';
import { OTHER, TEXT_TYPES } from '../../tests/support/static-server.ts';
import { buildVariant, VARIANTS } from '../../tests/support/variants.ts';
import { Figures } from './figures.ts';

/** Slow 4G as browsers' tools have it: 1.6 Mbit/s for all answers together, 150 ms before each. */
const BYTES_PER_SECOND = 200_000;
const LATENCY = 150;

/** How much is sent at a time. */
const CHUNK = 4096;

const built = VARIANTS.root.outDir;
if (!existsSync(join(built, SUMMARY_FILE))) buildVariant('root');
const bodies = packedBodies(built);
const { groups } = JSON.parse(readFileSync(join(built, SUMMARY_FILE), 'utf8')) as Summary;
const figures = new Figures('bench:offline');
const handbooks = Object.keys(groups).filter((group) => group !== SITE);
for (const handbook of handbooks) await measure(handbook, 0);
await measure('all', handbooks.length);
figures.save();

/** What a host with packed texts sends, by path; made before anything is timed. */
function packedBodies(folder: string): ReadonlyMap<string, Buffer> {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 6 };
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return new Map(
    files
      .filter((file) => extname(file) !== '' && !file.startsWith('data/search/'))
      .map((file) => {
        const content = readFileSync(join(folder, file));
        return [
          file,
          TEXT_TYPES[extname(file)] ? brotliCompressSync(content, { params }) : content,
        ];
      }),
  );
}

/** Keeps one handbook, or all, in a browser without anything. @param row of the list at `/progress/` */
async function measure(name: string, row: number): Promise<void> {
  const chosen = name === 'all' ? handbooks : [name];
  const bytes = [SITE, ...chosen].reduce((sum, group) => sum + (groups[group]?.bytes ?? 0), 0);
  const host = await slowHost();
  const browser = await chromium.launch(provideBrowser().launch);
  try {
    const page = await browser.newPage();
    await page.goto(`${host.url}progress/`, { timeout: 120_000 });
    const section = page.locator('section', { has: page.locator('#offline') });
    const buttons = section.getByRole('button', { name: /^把.*存到这台设备$/ });
    const button = buttons.nth(name === 'all' ? row : handbooks.indexOf(name));
    await button.click({ timeout: 120_000 });
    const sent = host.sent();
    const started = performance.now();
    await section.getByText(/^存好了。/).waitFor({ timeout: 600_000 });
    const seconds = (performance.now() - started) / 1000;
    const kilobytes = Math.round((host.sent() - sent) / 1000);
    figures.line(
      `${name}: ${kilobytes} kB over the network, ${(bytes / 1e6).toFixed(1)} MB on the device, ${seconds.toFixed(1)} s`,
    );
  } finally {
    await browser.close();
    host.stop();
  }
}

interface SlowHost {
  readonly url: string;
  /** Bytes of bodies that were sent. */
  sent(): number;
  stop(): void;
}

/** Serves the build behind a slow line. */
async function slowHost(): Promise<SlowHost> {
  let sent = 0;
  let free = 0;
  const server = createServer((request, response) => {
    void (async () => {
      const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
      const path = (pathname.endsWith('/') ? `${pathname}index.html` : pathname).slice(1);
      await delay(LATENCY);
      const body = bodies.get(path);
      if (!body) {
        response.writeHead(404).end();
        return;
      }
      const type = TEXT_TYPES[extname(path)];
      response.writeHead(200, {
        'content-type': type ?? OTHER,
        'cache-control': 'no-cache',
        ...(type ? { 'content-encoding': 'br' } : {}),
      });
      for (let at = 0; at < body.length && !response.destroyed; at += CHUNK) {
        const part = body.subarray(at, at + CHUNK);
        free = Math.max(free, performance.now()) + (part.length / BYTES_PER_SECOND) * 1000;
        await delay(free - performance.now());
        response.write(part);
        sent += part.length;
      }
      response.end();
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/`,
    sent: () => sent,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function delay(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, milliseconds)));
}
