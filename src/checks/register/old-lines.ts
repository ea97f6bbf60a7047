/** The texts that were registered, from the history of the files: the register keeps fingerprints only. */
import { spawnSync } from 'node:child_process';
import { isHandbookSlug } from '../../model/handbook-slug.ts';
import { readContentTree } from '../content-tree.ts';
import type { OldLines } from './draft.ts';
import { publishedOf } from './fingerprint.ts';

/** How many versions of a file are looked through. */
const VERSIONS = 100;

/** Looks for the last committed version of a file in which a reference has its fingerprint. */
export function oldLinesFromGit(root: string): OldLines {
  const commits = remembered(
    (path) =>
      git(root, 'log', `-${String(VERSIONS)}`, '--format=%H', '--', path)?.split('\n') ?? [],
  );
  const versions = remembered((name) => {
    const [commit = '', path = ''] = name.split(' ');
    const text = git(root, 'show', `${commit}:./${path}`);
    // The page alone: its handbook's front page is not looked up.
    const own = [path.split('/')[1] ?? ''].filter(isHandbookSlug);
    const published =
      text === undefined ? [] : publishedOf(readContentTree([{ path, text }], own).tree);
    return new Map(published.map((each) => [`${each.reference} ${each.fingerprint}`, each]));
  });
  return (path, reference, fingerprint) => {
    for (const commit of commits(path).filter(Boolean)) {
      const found = versions(`${commit} ${path}`).get(`${reference} ${fingerprint}`);
      if (found) return found.lines();
    }
    return undefined;
  };
}

function remembered<T>(make: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const value = known.get(key) ?? make(key);
    known.set(key, value);
    return value;
  };
}

/** What git prints; undefined where there is no git, no repository, or no such thing in it. */
function git(root: string, ...args: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync('git', args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return status === 0 ? stdout : undefined;
}
