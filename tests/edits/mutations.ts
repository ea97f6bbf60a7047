/**
 * Mutated copies of the real content: each is refused by the checks, or the build takes it. What the checks
 * let pass is built together, in as few builds as the files allow.
 * `npm run test:edits -- mutations` runs it.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkContent, type ContentFile } from '../../src/checks/index.ts';
import { readContent, readPublicFiles } from '../../src/checks/read.ts';
import { draftEdition } from '../../src/checks/register/draft.ts';
import { PublishedCopy } from '../support/published-copy.ts';
import { seeded } from '../support/random.ts';
import { variantEnv } from '../support/variants.ts';
import { mutated, mutationOf, type Mutation } from './mutate.ts';

/** What an editor mends by `npm run edition` and `npm run ids`, and no fault of the edit. */
const MENDED = new Set(['change-without-entry', 'unregistered-reference']);

/** Lines between two mutations of one file in one build. */
const APART = 4;

export interface MutationReport {
  readonly mutations: number;
  readonly refused: number;
  /** Mutations that were built. */
  readonly built: number;
  readonly builds: number;
  /** Builds that failed on what the checks had passed, with their mutations. */
  readonly failures: readonly string[];
}

/** Makes so many mutations from a seed, checks each by itself and builds those that pass. */
export function buildMutations(count: number, seed: number): MutationReport {
  const tree = readContent('.');
  const publicFiles = readPublicFiles('.');
  const random = seeded(seed);
  const all = Array.from({ length: count }, () => mutationOf(tree, random));
  const passes = (mutations: readonly Mutation[]) =>
    problemsOf(mutated(tree, mutations), publicFiles).length === 0;
  const survivors = all.filter((mutation) => passes([mutation]));
  const failures: string[] = [];
  let [waiting, builds] = [survivors, 0];
  while (waiting.length > 0) {
    const batch = pick(waiting, passes);
    waiting = waiting.filter((mutation) => !batch.includes(mutation));
    builds += 1;
    console.log(
      `build ${String(builds)}: ${String(batch.length)} mutations, ${String(waiting.length)} left`,
    );
    const failure = build(mutated(tree, batch));
    if (failure !== undefined) {
      failures.push(`${failure}\n\nBuilt of:\n${batch.map(described).join('\n')}`);
    }
  }
  const built = survivors.length;
  return { mutations: count, refused: count - built, built, builds, failures };
}

/** As many as fit together: apart from each other, and without a problem that none has alone. */
function pick(
  waiting: readonly Mutation[],
  passes: (mutations: readonly Mutation[]) => boolean,
): Mutation[] {
  return waiting.reduce<Mutation[]>((chosen, mutation) => {
    const isFree = chosen.every((other) => areApart(other, mutation));
    return isFree && passes([...chosen, mutation]) ? [...chosen, mutation] : chosen;
  }, []);
}

function areApart(a: Mutation, b: Mutation): boolean {
  if (a.path !== b.path) return true;
  if (a.damaged || b.damaged) return false;
  const [first, second] = a.at < b.at ? [a, b] : [b, a];
  return first.at + first.count + APART <= second.at;
}

function problemsOf(files: readonly ContentFile[], publicFiles: ReadonlySet<string>) {
  return checkContent(files, { register: true, publicFiles }).filter(
    ({ rule }) => !MENDED.has(rule),
  );
}

/** Publishes files as an editor does: edition, register, build. Returns what failed. */
function build(files: readonly ContentFile[]): string | undefined {
  const copy = new PublishedCopy();
  try {
    const write = ({ path, text }: ContentFile) => {
      writeFileSync(join(copy.root, path), text);
    };
    files.forEach(write);
    const draft = draftEdition(files, { isNew: false, today: '', oldLines: () => undefined });
    if (!('text' in draft)) return 'No edition could be drafted';
    write({ path: draft.path, text: filledIn(draft.text) });
    copy.register();
    copy.build({ ...variantEnv('root'), OUT_DIR: join(copy.root, 'dist') });
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    copy.remove();
  }
}

function filledIn(text: string): string {
  return text.replaceAll('material: 待填', 'material: false').replaceAll('待填', '改了文字。');
}

function described({ name, path, at, put }: Mutation): string {
  return `${path}:${String(at + 1)} ${name}: ${JSON.stringify(put)}`;
}
