/** A host whose folders are changed, and whose network fails, while a browser reads from it. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { OTHER, TEXT_TYPES } from './static-server.ts';

export class SwitchableHost {
  /** Folder of the build at each base path; the longest base that fits answers. */
  readonly sites = new Map<string, string>();
  /** Files that come from elsewhere, by their path. */
  readonly instead = new Map<string, string>();
  /** Paths that were answered since this was emptied. */
  readonly answered: string[] = [];
  /** How many more requests are answered before the network fails. */
  left = Infinity;
  #origin = '';
  readonly #server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (this.left <= 0) {
      request.socket.destroy();
      return;
    }
    this.left -= 1;
    this.answered.push(pathname);
    const path = this.#fileOf(pathname);
    if (path === undefined) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end();
      return;
    }
    const type = TEXT_TYPES[extname(path)] ?? OTHER;
    response.writeHead(200, { 'content-type': type, 'cache-control': 'no-cache' });
    response.end(readFileSync(path));
  });

  /** Origin, with a slash at its end. */
  get url(): string {
    return this.#origin;
  }

  /** Starts it on loopback, on a free port. */
  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    const address = this.#server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    this.#origin = `http://127.0.0.1:${port}/`;
    return this;
  }

  /** Lets the network fail, for what is under way too. */
  goDown(): void {
    this.left = 0;
    this.#server.closeAllConnections();
  }

  goUp(): void {
    this.left = Infinity;
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  #fileOf(pathname: string): string | undefined {
    const bases = [...this.sites.keys()].sort((a, b) => b.length - a.length);
    const base = bases.find((each) => pathname.startsWith(each));
    if (base === undefined) return undefined;
    const below = normalize(decodeURIComponent(pathname.slice(base.length - 1)));
    const path =
      this.instead.get(pathname) ??
      join(this.sites.get(base) ?? '', below.endsWith('/') ? `${below}index.html` : below);
    return existsSync(path) && extname(path) !== '' ? path : undefined;
  }
}
