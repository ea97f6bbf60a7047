/** The servers of Debian, with the configurations that the project ships, on loopback and free ports. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { unpackPackage } from '../support/browser/debian.ts';
import { freePort } from '../support/serve.ts';

export interface Server {
  /** Origin for HTTP/1.1, without a slash at its end. */
  readonly origin: string;
  /** Origin that speaks HTTP/2 without TLS. */
  readonly http2: string;
  readonly sendsBrotli: boolean;
  stop(): void;
}

/** What starts a server for a folder that has `current` in it, at a base path. */
export type Start = (target: string, work: string, base: string) => Promise<Server>;

export const SERVERS: Readonly<Record<string, Start>> = {
  nginx: (target, work, base) => nginx(target, work, base, false),
  'nginx with brotli': (target, work, base) => nginx(target, work, base, true),
  Apache: apache,
};

async function nginx(
  target: string,
  work: string,
  base: string,
  sendsBrotli: boolean,
): Promise<Server> {
  const root = demand('nginx-light', ['nginx-common', 'libnginx-mod-http-brotli-static']);
  const [port, port2] = [await freePort(), await freePort()];
  const site = replaceAll(readFileSync('scripts/deploy/nginx.conf', 'utf8'), [
    ['listen 80;', `listen 127.0.0.1:${port}; listen 127.0.0.1:${port2} http2;`],
    ['/srv/handbook', target],
    ['/etc/nginx/mime.types', join(root, 'etc/nginx/mime.types')],
    ['=404 /404.html', `=404 ${base}404.html`],
    ...(sendsBrotli ? ([['# brotli_static on;', 'brotli_static on;']] as const) : []),
  ]);
  for (const folder of ['tmp', 'logs']) mkdirSync(join(work, folder), { recursive: true });
  const module = join(root, 'usr/lib/nginx/modules/ngx_http_brotli_static_module.so');
  writeFileSync(join(work, 'site.conf'), site);
  writeFileSync(
    join(work, 'nginx.conf'),
    `${sendsBrotli ? `load_module ${module};` : ''}
daemon off;
worker_processes 2;
pid ${work}/nginx.pid;
error_log ${work}/logs/error.log;
events { worker_connections 128; }
http {
  access_log off;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${work}/tmp/${name};`).join('\n  ')}
  include ${work}/site.conf;
}
`,
  );
  const process = run(join(root, 'usr/sbin/nginx'), ['-p', work, '-c', join(work, 'nginx.conf')]);
  await Promise.all([listens(port), listens(port2)]);
  return {
    origin: `http://127.0.0.1:${port}`,
    http2: `http://127.0.0.1:${port2}`,
    sendsBrotli,
    stop: process,
  };
}

async function apache(target: string, work: string): Promise<Server> {
  const root = demand('apache2-bin', ['apache2', 'apache2-data']);
  const port = await freePort();
  const site = replaceAll(readFileSync('scripts/deploy/apache.conf', 'utf8'), [
    ['*:80', `127.0.0.1:${port}`],
    ['Protocols h2 h2c http/1.1', 'Protocols h2c http/1.1'],
    ['/srv/handbook', target],
  ]);
  mkdirSync(work, { recursive: true });
  const modules = [
    'mpm_event',
    'authz_core',
    'dir',
    'mime',
    'headers',
    'rewrite',
    'http2',
    'deflate',
  ];
  writeFileSync(
    join(work, 'apache.conf'),
    `ServerRoot ${work}
PidFile ${work}/apache.pid
ErrorLog ${work}/error.log
DefaultRuntimeDir ${work}
Listen 127.0.0.1:${port}
ServerName 127.0.0.1:${port}
${modules.map((name) => `LoadModule ${name}_module ${root}/usr/lib/apache2/modules/mod_${name}.so`).join('\n')}
TypesConfig ${mimeTypes(work)}
<Directory />
  Require all denied
</Directory>
${site}
`,
  );
  const stop = run(
    join(root, 'usr/sbin/apache2'),
    ['-d', work, '-f', join(work, 'apache.conf'), '-DFOREGROUND'],
    // The libraries that the machine lacks lie beside it.
    { LD_LIBRARY_PATH: `${root}/usr/lib/x86_64-linux-gnu:${root}/usr/lib/aarch64-linux-gnu` },
  );
  await listens(port);
  const origin = `http://127.0.0.1:${port}`;
  return { origin, http2: origin, sendsBrotli: true, stop };
}

/** The machine may have no list of types; the site's own must do. */
function mimeTypes(work: string): string {
  const path = join(work, 'mime.types');
  writeFileSync(path, 'image/png png\nimage/x-icon ico\napplication/gzip gz\n');
  return path;
}

/** @throws Error when the package cannot be had */
function demand(name: string, parts: readonly string[]): string {
  const folder = unpackPackage(name, parts);
  if (folder === undefined) throw new Error(`${name} is missing, and apt cannot get it`);
  return folder;
}

/** @throws Error when the shipped file no longer has what is to be replaced */
function replaceAll(text: string, pairs: readonly (readonly [string, string])[]): string {
  return pairs.reduce((result, [from, to]) => {
    if (!result.includes(from)) throw new Error(`The configuration has no "${from}"`);
    return result.replaceAll(from, to);
  }, text);
}

function run(command: string, args: readonly string[], env: Record<string, string> = {}) {
  if (!existsSync(command)) throw new Error(`${command} is missing`);
  const child = spawn(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
  const stop = () => void child.kill('SIGTERM');
  process.once('exit', stop);
  return stop;
}

/** @throws Error when nothing listens within ten seconds */
async function listens(port: number): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (Date.now() < deadline) {
    const isUp = await new Promise<boolean>((resolve) => {
      const socket = createConnection(port, '127.0.0.1');
      socket.once('connect', () => {
        socket.destroy();
        resolve(true);
      });
      socket.once('error', () => resolve(false));
    });
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`Nothing listens on port ${port}`);
}
