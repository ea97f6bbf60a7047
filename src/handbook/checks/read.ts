import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { ContentFile } from './problem';

/** The files that the checks look at; a page saved as .md or .txt is refused by its name. */
const CHECKED = /\.(mdx?|markdown|txt|ya?ml)$/i;

/** Reads the content below a project's root, sorted by path. The only file system access of the checks. */
export function readContent(root: string): ContentFile[] {
  const paths = readdirSync(join(root, 'content'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && CHECKED.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  return paths
    .map((path) => ({
      path: relative(root, path).split(sep).join('/'),
      text: readFileSync(path, 'utf8'),
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}
