import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { variantEnv, type Variant } from './variants.ts';

/** Milliseconds; the server reads Astro and the project's settings, on a busy machine too. */
const PATIENCE = 120_000;

export interface Served {
  /** Address of the site's home page, base path included, ending in `/`. */
  readonly url: string;
  stop(): void;
}

/**
 * Serves a built variant on loopback, on a free port, until it is stopped or this process ends.
 *
 * @throws Error when the server does not answer within two minutes
 */
export async function serveVariant(variant: Variant): Promise<Served> {
  const port = await freePort();
  const env = variantEnv(variant);
  const script = fileURLToPath(new URL('./preview.ts', import.meta.url));
  const server = spawn(process.execPath, [script, String(port)], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env,
  });
  const stop = () => void server.kill();
  process.once('exit', stop);
  const url = `http://127.0.0.1:${port}${env['BASE_PATH'] ?? '/'}`;
  await answers(url);
  return { url, stop };
}

/** A port on loopback that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function answers(url: string): Promise<void> {
  const deadline = Date.now() + PATIENCE;
  while (Date.now() < deadline) {
    try {
      if ((await fetch(url)).ok) return;
    } catch {
      // Not up yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  throw new Error(`The server did not answer at ${url} within ${PATIENCE / 1000} seconds`);
}
