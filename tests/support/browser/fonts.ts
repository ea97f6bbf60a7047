/**
 * The fonts that a browser under test sees. On Linux it sees these alone, whatever else is installed; on
 * other systems, which have no fontconfig, it sees the system's.
 */
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unpackPackage } from './debian.ts';

/** `suite`: Noto; `other`: WenQuanYi, of other metrics; `none`: nothing with Chinese characters. */
export const FONT_SETS = ['suite', 'other', 'none'] as const;

export type FontSet = (typeof FONT_SETS)[number];

/** Where the fonts of a set come from, and the family that draws Chinese; nothing: boxes are drawn. */
interface Source {
  readonly folder: string;
  /** What the reader of a log is told: package and version. */
  readonly origin: string;
  readonly family: string;
}

const MODULES = fileURLToPath(new URL('../../../node_modules/', import.meta.url));

/** Signs such as ☐, and all Latin where there is no Chinese font. */
const SIGNS = { serif: 'DejaVu Serif', 'sans-serif': 'DejaVu Sans', monospace: 'DejaVu Sans Mono' };

export interface Fonts {
  readonly set: FontSet;
  /** The family that draws Chinese text; of the signs in `none`, which draw boxes for it. */
  readonly family: string;
  /** Value of FONTCONFIG_FILE. */
  readonly configuration: string;
  /** A line for the log. */
  readonly line: string;
}

/** The set that HANDBOOK_FONTS names. @throws Error when it names none */
export function wantedFonts(): FontSet {
  const name = process.env['HANDBOOK_FONTS'] || 'suite';
  const set = FONT_SETS.find((each) => each === name);
  if (set) return set;
  throw new Error(`HANDBOOK_FONTS is "${name}"; it can be ${FONT_SETS.join(', ')}.`);
}

/**
 * Writes the configuration of a set of fonts.
 *
 * @throws Error of one line when a font of it is missing and cannot be had
 */
export function provideFonts(set: FontSet): Fonts {
  const signs = fromNpm('dejavu-fonts-ttf', 'ttf', SIGNS['sans-serif']);
  const chinese = chineseOf(set);
  const sources = chinese ? [chinese, signs] : [signs];
  const folder = join(MODULES, '.cache/handbook-fonts', set);
  mkdirSync(folder, { recursive: true });
  const configuration = join(folder, 'fonts.conf');
  const text = configurationOf(sources, join(folder, 'cache'));
  const written = existsSync(configuration) ? readFileSync(configuration, 'utf8') : '';
  if (written !== text) writeFileSync(configuration, text);
  return {
    set,
    family: (chinese ?? signs).family,
    configuration,
    line: sources.map(({ family, origin }) => `${family} (${origin})`).join(', '),
  };
}

function chineseOf(set: FontSet): Source | undefined {
  if (set === 'none') return undefined;
  if (set === 'suite') return fromNpm('@expo-google-fonts/noto-sans-sc', '.', 'Noto Sans SC');
  const name = 'fonts-wqy-microhei';
  const unpacked = unpackPackage(name);
  if (!unpacked) throw new Error(`No font of other metrics: apt-get cannot get ${name}.`);
  return {
    folder: join(unpacked, 'usr/share/fonts'),
    origin: `Debian's ${name}`,
    family: 'WenQuanYi Micro Hei',
  };
}

function fromNpm(name: string, subfolder: string, family: string): Source {
  const root = join(MODULES, name);
  const folder = join(root, subfolder);
  if (globSync(join(folder, '**/*.ttf')).length === 0) {
    throw new Error(`No fonts in ${folder}: run npm ci.`);
  }
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    version: string;
  };
  return { folder, origin: `${name} ${version}`, family };
}

function configurationOf(sources: readonly Source[], cache: string): string {
  const aliases = Object.entries(SIGNS).map(([generic, signs]) => {
    // Figures stand in a font of one width.
    const [first] = sources;
    const chinese = first && sources.length > 1 ? [first.family] : [];
    const families = generic === 'monospace' ? [signs, ...chinese] : [...chinese, signs];
    const list = families.map((family) => `<family>${family}</family>`).join('');
    return `  <alias binding="strong"><family>${generic}</family><prefer>${list}</prefer></alias>`;
  });
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
${sources.map(({ folder }) => `  <dir>${resolve(folder)}</dir>`).join('\n')}
  <cachedir>${cache}</cachedir>
  <match target="pattern">
    <edit name="antialias" mode="assign"><bool>true</bool></edit>
    <edit name="hinting" mode="assign"><bool>false</bool></edit>
    <edit name="rgba" mode="assign"><const>none</const></edit>
  </match>
${aliases.join('\n')}
  <match target="pattern">
    <edit name="family" mode="append_last"><string>${sources[0]?.family}</string></edit>
  </match>
</fontconfig>
`;
}
