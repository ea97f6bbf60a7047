import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { decodeUtf8 } from './parse/decode.ts';
import type { ContentFile } from './problem.ts';

/** What file managers leave behind, and editors while a file is open. */
const DEBRIS = /^(\..*|Thumbs\.db|desktop\.ini|~\$.*|.*~)$/i;

/** The files that the checks look at; a page saved as .md or .txt is refused by its name. */
const TEXT = /\.(mdx?|markdown|txt|ya?ml)$/i;

/** Of these the name alone is of interest: nobody reads them. */
const OFFICE = /\.(docx?|xlsx?|pptx?|wps|et|dps|rtf|pdf|html?|csv|json|bak)$/i;

/**
 * Reads the content below a project's root, sorted by path. The only file system access of the checks.
 *
 * @param before an earlier reading: a file that is as it was comes back as the same object, and the
 *   checks need not parse it again
 */
export function readContent(root: string, before: readonly ContentFile[] = []): ContentFile[] {
  const known = new Map(before.map((file) => [file.path, file]));
  const paths = readdirSync(join(root, 'content'), { recursive: true, withFileTypes: true })
    .filter(
      (entry) =>
        entry.isFile() &&
        !DEBRIS.test(entry.name) &&
        (TEXT.test(entry.name) || OFFICE.test(entry.name)),
    )
    .map((entry) => join(entry.parentPath, entry.name));
  return paths
    .map((path) => ({
      path: relative(root, path).split(sep).join('/'),
      ...textOf(path),
    }))
    .map((file) => {
      const earlier = known.get(file.path);
      return earlier?.text === file.text && earlier.fault?.kind === file.fault?.kind
        ? earlier
        : file;
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

function textOf(path: string): Pick<ContentFile, 'text' | 'fault'> {
  if (!TEXT.test(path)) return { text: '' };
  const decoded = decodeUtf8(readFileSync(path));
  return 'fault' in decoded ? { text: '', fault: decoded.fault } : decoded;
}

/** The files of `public/` as addresses: `/favicon.svg`. None where there is no such folder. */
export function readPublicFiles(root: string): ReadonlySet<string> {
  const folder = join(root, 'public');
  if (!existsSync(folder)) return new Set();
  return new Set(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(
        (entry) => `/${relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')}`,
      ),
  );
}
