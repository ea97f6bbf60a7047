/** Where the dumps of what earlier versions stored lie; see `tests/fixtures/stored/README.md`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const DUMPS = fileURLToPath(new URL('../fixtures/stored', import.meta.url));

/** A folder with what one version stored. */
export interface Dump {
  /** The day on which it was made; `-2` and so on is added to later ones of the same day. */
  readonly name: string;
  /** That day, `YYYY-MM-DD`. */
  readonly day: string;
  readonly folder: string;
  /** The local storage, by full key. */
  readonly storage: Readonly<Record<string, string>>;
}

/**
 * All dumps, the oldest first.
 *
 * @throws Error when there is none
 */
export function storedDumps(): readonly [Dump, ...Dump[]] {
  const names = readdirSync(DUMPS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  const [first, ...others] = names.map((name): Dump => {
    const folder = join(DUMPS, name);
    const text = readFileSync(join(folder, 'storage.json'), 'utf8');
    return {
      name,
      day: name.slice(0, 10),
      folder,
      storage: JSON.parse(text) as Record<string, string>,
    };
  });
  if (!first) throw new Error(`${DUMPS} holds no dump`);
  return [first, ...others];
}

/** The dump of the newest version. */
export function newestDump(): Dump {
  const dumps = storedDumps();
  return dumps.at(-1) ?? dumps[0];
}

/** Where the built pages of a dump's version lie; `undefined` when they were not kept. */
export function pagesOf({ folder }: Dump): string | undefined {
  const pages = join(folder, 'pages');
  return existsSync(pages) ? pages : undefined;
}
