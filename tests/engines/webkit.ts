/** WebKit as Debian has it: its small browser and its driver, on a screen that nobody sees. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, globSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../support/serve.ts';
import type { Ground, Running } from './engine.ts';
import { drivenByWebDriver } from './webdriver.ts';

const DRIVER = '/usr/bin/WebKitWebDriver';
const SCREEN = '/usr/bin/Xvfb';
const PACKAGES = ['webkit2gtk-driver', 'xvfb'];

/**
 * Installs the driver and the screen where they are missing and the user may. Unpacked they are of no use: the
 * library looks for its processes below `/usr`.
 *
 * @throws Error of one line that says what to do
 */
export function provideWebKit(): void {
  if (existsSync(DRIVER) && existsSync(SCREEN) && miniBrowser()) return;
  if (process.getuid?.() === 0) {
    console.log(`Installing ${PACKAGES.join(' and ')}`);
    const options = ['-qq', '-y', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=300'];
    const run = (args: string[]) =>
      spawnSync('apt-get', args, {
        stdio: ['ignore', 'ignore', 'inherit'],
        timeout: 900_000,
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      });
    run(['-qq', 'update']);
    run([...options, 'install', ...PACKAGES]);
    if (existsSync(DRIVER) && existsSync(SCREEN) && miniBrowser()) return;
  }
  throw new Error(`No WebKit found: as root, apt-get install ${PACKAGES.join(' ')}.`);
}

function miniBrowser(): string | undefined {
  return globSync('/usr/lib/*-linux-*/webkit2gtk-4.*/MiniBrowser').sort().at(-1);
}

/** Starts a screen, the driver and the browser; all end together. */
export async function startWebKit({ home, downloads, env }: Ground): Promise<Running> {
  const children: ChildProcess[] = [];
  const end = () => void children.reverse().map((child) => child.kill());
  process.once('exit', end);
  try {
    const display = await startScreen(children);
    const port = await freePort();
    // With this set it crashes where a page's change is drawn (view transitions).
    const { WEBKIT_DISABLE_DMABUF_RENDERER: _crashes, ...plain } = env;
    const driver = spawn(DRIVER, [`--port=${port}`, '--host=127.0.0.1'], {
      stdio: 'ignore',
      env: { ...plain, ...settingsIn(home, downloads), DISPLAY: display },
    });
    children.push(driver);
    const address = `http://127.0.0.1:${port}`;
    await answers(`${address}/status`);
    const running = await drivenByWebDriver(address, {
      'webkitgtk:browserOptions': { binary: miniBrowser(), args: ['--automation'] },
    });
    return {
      ...running,
      version: running.version.replace('MiniBrowser', 'WebKitGTK'),
      stop: async () => {
        await running.stop().catch(() => undefined);
        end();
      },
    };
  } catch (error) {
    end();
    throw error;
  }
}

/** @returns the name of the display */
async function startScreen(children: ChildProcess[]): Promise<string> {
  const screen = spawn(
    SCREEN,
    ['-displayfd', '3', '-screen', '0', '1440x1000x24', '-nolisten', 'tcp'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  children.push(screen);
  return new Promise((resolve, reject) => {
    screen.once('exit', () => reject(new Error('Xvfb does not start')));
    screen.stdio[3]?.once('data', (data: Buffer) => resolve(`:${data.toString().trim()}`));
  });
}

/** Folders of its own; downloads go where the test looks, and nothing moves by itself. */
function settingsIn(home: string, downloads: string): Record<string, string> {
  const config = join(home, 'config');
  const runtime = join(home, 'run');
  mkdirSync(join(config, 'gtk-3.0'), { recursive: true });
  mkdirSync(runtime, { recursive: true, mode: 0o700 });
  writeFileSync(join(config, 'gtk-3.0/settings.ini'), '[Settings]\ngtk-enable-animations=0\n');
  writeFileSync(join(config, 'user-dirs.dirs'), `XDG_DOWNLOAD_DIR="${downloads}"\n`);
  return {
    XDG_CONFIG_HOME: config,
    XDG_CACHE_HOME: join(home, 'cache'),
    XDG_DATA_HOME: join(home, 'data'),
    XDG_RUNTIME_DIR: runtime,
    GDK_BACKEND: 'x11',
  };
}

async function answers(url: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const isUp = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('WebKitWebDriver does not answer');
}
