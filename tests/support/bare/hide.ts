/** Takes browsers, fonts and caches of this machine out of the sight of the commands that run in it. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join, sep } from 'node:path';

export interface Hidden {
  readonly env: NodeJS.ProcessEnv;
  /** What stands in front of a command so that folders are hidden as well; nothing where that cannot be done. */
  readonly prefix: readonly string[];
  /** A line that says what is hidden. */
  readonly line: string;
}

const BROWSER = /chrom(e|ium)|firefox|msedge|brave|opera|vivaldi/i;

/** Folders that are covered by an empty one, as far as there are any. */
const FOLDERS = [
  '/usr/share/fonts',
  '/usr/local/share/fonts',
  '/usr/lib/chromium',
  '/usr/lib/chromium-browser',
  '/opt/google',
  '/snap',
  ...['.cache', '.fonts', '.local/share/fonts', '.npm'].map((name) => join(homedir(), name)),
];

/** Variables that would lead back to what is hidden, or that `npm run` and an editor's shell set. */
const DROPPED =
  /^(npm_|playwright|puppeteer|chrom|fontconfig|handbook_|xdg_|node_options$|init_cwd$)/i;

/** How the registry is reached is a matter of the network, and stays. */
const KEPT = /^npm_config_(registry|cafile|proxy|https_proxy|noproxy|globalconfig|userconfig)$/i;

/**
 * @param folder empty; gets the new home and the folder that PATH consists of
 */
export function hide(folder: string): Hidden {
  const home = join(folder, 'home');
  const fonts = join(folder, 'no-fonts.conf');
  mkdirSync(home, { recursive: true });
  writeFileSync(fonts, '<?xml version="1.0"?>\n<fontconfig></fontconfig>\n');
  const settings = join(homedir(), '.npmrc');
  const kept = Object.entries(process.env).filter(
    ([name]) => !DROPPED.test(name) || KEPT.test(name),
  );
  const env = {
    ...(existsSync(settings) ? { npm_config_userconfig: settings } : {}),
    ...Object.fromEntries(kept),
    HOME: home,
    PATH: withoutBrowsers(join(folder, 'bin')),
    FONTCONFIG_FILE: fonts,
  };
  const covered = canMount() ? FOLDERS.filter((each) => existsSync(each)) : [];
  const script = `for each in ${covered.join(' ')}; do mount -t tmpfs none "$each"; done; exec "$@"`;
  return {
    env,
    prefix: covered.length > 0 ? ['unshare', '--mount', 'sh', '-ec', script, 'sh'] : [],
    line:
      'hidden: browsers on the PATH, HOME, caches, fontconfig' +
      (covered.length > 0
        ? `; covered: ${covered.join(', ')}`
        : '; folders cannot be covered here'),
  };
}

/** A folder of links to all programs on the PATH but browsers and those of this project. */
function withoutBrowsers(folder: string): string {
  mkdirSync(folder);
  for (const from of (process.env['PATH'] ?? '').split(delimiter)) {
    if (!existsSync(from) || from.split(sep).includes('node_modules')) continue;
    for (const name of readdirSync(from)) {
      const path = join(from, name);
      if (BROWSER.test(name) || existsSync(join(folder, name))) continue;
      if (!statSync(path, { throwIfNoEntry: false })?.isFile()) continue;
      symlinkSync(path, join(folder, name));
    }
  }
  return folder;
}

/** Whether this process may cover folders in a name space of its own: root, where nothing forbids it. */
function canMount(): boolean {
  const probe = ['--mount', 'mount', '-t', 'tmpfs', 'none', '/mnt'];
  return process.getuid?.() === 0 && spawnSync('unshare', probe).status === 0;
}
