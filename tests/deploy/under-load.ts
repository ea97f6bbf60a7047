/** A new edition over an old one while people read, and back again: nobody meets half of one. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { back, publish } from '../../scripts/deploy/releases.ts';
import { ask } from './answers.ts';
import { readPage } from './checks.ts';
import type { Server } from './servers.ts';

/** Readers at the same time, and for how long, in milliseconds. */
const READERS = 32;
const DURATION = 30_000;

/** What the readers met. */
export interface Load {
  readonly pages: number;
  readonly files: number;
  readonly editions: readonly number[];
  readonly faults: readonly string[];
}

/**
 * Reads pages and all they ask for, while the next edition is published and taken back.
 *
 * @param sites folders of the builds, the older one first
 */
export async function readMeanwhile(
  server: Server,
  target: string,
  builds: readonly [string, string],
  base: string,
): Promise<Load> {
  const wholes = builds.map((build) => pagesOf(join(build, base)));
  const paths = [...(wholes[0]?.keys() ?? [])].filter((path) => wholes[1]?.has(path));
  const faults = new Set<string>();
  const editions = new Set<number>();
  const count = { pages: 0, files: 0 };
  const end = Date.now() + DURATION;
  const read = async (reader: number) => {
    for (let turn = reader; Date.now() < end; turn += 7) {
      const path = paths[turn % paths.length] ?? '';
      try {
        const answer = await ask(server.origin, base + path);
        count.pages += 1;
        if (answer.status !== 200) faults.add(`${path} answers ${answer.status}`);
        const edition = wholes.findIndex((whole) => whole.get(path) === answer.body.toString());
        if (edition < 0) faults.add(`${path} is a page of neither edition`);
        editions.add(edition + 1);
        // What a page asks for comes later: in the meantime the edition may be another one.
        await new Promise((resolve) => setTimeout(resolve, 50));
        for (const file of readPage(answer).files) {
          const { status } = await ask(server.origin, file);
          count.files += 1;
          if (status !== 200) faults.add(`${file}, which ${path} asks for, answers ${status}`);
        }
      } catch (error) {
        faults.add(`${path}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  };
  const readers = Array.from({ length: READERS }, (_, reader) => read(reader));
  const wait = (share: number) => new Promise((resolve) => setTimeout(resolve, DURATION * share));
  await wait(0.25);
  publish(builds[1], target);
  await wait(0.25);
  back(target);
  await wait(0.25);
  publish(builds[1], target);
  await Promise.all(readers);
  return { ...count, editions: [...editions].sort(), faults: [...faults] };
}

/** The text of every page by its path. */
function pagesOf(site: string): ReadonlyMap<string, string> {
  return new Map(
    readdirSync(site, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('index.html'))
      .map((file) => [file.replace(/index\.html$/, ''), readFileSync(join(site, file), 'utf8')]),
  );
}
