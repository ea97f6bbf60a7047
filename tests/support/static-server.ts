/** Serves a folder on loopback, on a free port. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Served } from './serve.ts';

/** The types of the texts of a build, by the ending of a file's name. */
export const TEXT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
};

export const OTHER = 'application/octet-stream';

/**
 * Serves until it is stopped or this process ends.
 *
 * @param compress true: texts are sent as brotli, as a host would
 */
export async function serveFolder(folder: string, { compress = false } = {}): Promise<Served> {
  const packed = new Map<string, Buffer>();
  const pack = (path: string, content: Buffer): Buffer => {
    const known = packed.get(path) ?? brotliCompressSync(content);
    packed.set(path, known);
    return known;
  };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const path = normalize(decodeURIComponent(pathname)).replace(/\/$/, '/index.html');
    readFile(join(folder, path)).then(
      (content) => {
        const type = TEXT_TYPES[extname(path)] ?? OTHER;
        const isPacked = compress && type !== OTHER;
        response
          .writeHead(200, {
            'content-type': type,
            ...(isPacked ? { 'content-encoding': 'br' } : {}),
          })
          .end(isPacked ? pack(path, content) : content);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${port}/`, stop };
}
