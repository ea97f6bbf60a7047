import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { ContentFile } from './problem.ts';

/** The files that the checks look at; a page saved as .md or .txt is refused by its name. */
const CHECKED = /\.(mdx?|markdown|txt|ya?ml)$/i;

/**
 * Reads the content below a project's root, sorted by path. The only file system access of the checks.
 *
 * @param before an earlier reading: a file that is as it was comes back as the same object, and the
 *   checks need not parse it again
 */
export function readContent(root: string, before: readonly ContentFile[] = []): ContentFile[] {
  const known = new Map(before.map((file) => [file.path, file]));
  const paths = readdirSync(join(root, 'content'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && CHECKED.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  return paths
    .map((path) => ({
      path: relative(root, path).split(sep).join('/'),
      text: readFileSync(path, 'utf8'),
    }))
    .map((file) => {
      const earlier = known.get(file.path);
      return earlier?.text === file.text ? earlier : file;
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}
