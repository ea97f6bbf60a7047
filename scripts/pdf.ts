/**
 * Prints the handbooks: `npm run pdf` builds the site, opens each `/print/<handbook>/` in an installed
 * Chromium and writes `pdf/<handbook>.pdf`, tagged and with bookmarks. Names after the command print
 * only those handbooks. SITE_URL makes links that lead out of the handbook full addresses.
 */
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { preview } from 'astro';
import { readSiteFile } from '../src/build/site-file.ts';
import { provideBrowser } from '../tests/support/browser/index.ts';
import { runPackage } from '../tests/support/run-package.ts';
import { freePort } from '../tests/support/serve.ts';
import { PDF_OPTIONS } from './pdf-options.ts';

/** Ignored by git, as every dist-… is. */
const OUT_DIR = './dist-pdf';
const FOLDER = 'pdf';

const { handbooks } = readSiteFile();
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !handbooks.includes(name));
if (unknown.length > 0) {
  console.error(`No such handbook: ${unknown.join(', ')}; there are ${handbooks.join(', ')}`);
  process.exit(2);
}

process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
process.env['OUT_DIR'] = OUT_DIR;
const build = runPackage('astro', ['build']);
if (build.status !== 0) {
  console.error(`${build.stdout}\n${build.stderr}`);
  process.exit(1);
}

const server = await preview({
  logLevel: 'error',
  server: { host: '127.0.0.1', port: await freePort() },
});
const browser = await chromium.launch(provideBrowser().launch);
try {
  mkdirSync(FOLDER, { recursive: true });
  const page = await browser.newPage({ locale: 'zh-CN', reducedMotion: 'reduce' });
  const root = `http://127.0.0.1:${server.port}${process.env['BASE_PATH'] ?? '/'}`;
  for (const slug of handbooks) {
    if (wanted.length > 0 && !wanted.includes(slug)) continue;
    await page.goto(`${root.replace(/\/*$/, '/')}print/${slug}/`, { waitUntil: 'load' });
    const path = join(FOLDER, `${slug}.pdf`);
    await page.pdf({ ...PDF_OPTIONS, path });
    console.log(`${path}: ${(statSync(path).size / 1e6).toFixed(1)} MB`);
  }
} finally {
  await browser.close();
  await server.stop();
}
