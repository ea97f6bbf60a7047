import { readLedger, type Ledger } from './parse/ledger.ts';
import { locate } from './parse/location.ts';
import { isHandbookPage, readPage, type HandbookPage, type Page } from './parse/source-page.ts';
import type { ContentFile, Problem } from './problem.ts';
import { readTerms, type Terms } from './parse/terms.ts';
import { parseYaml } from './parse/yaml.ts';
import type { Field } from './parse/field.ts';

/** All content, read and indexed: what a rule needs to know beyond its page. */
export interface Site {
  /** All MDX files. */
  readonly texts: readonly Page[];
  /** The pages of the handbooks by reference: `agency/roles/account-director`, `agency`. */
  readonly pages: ReadonlyMap<string, HandbookPage>;
  /** The YAML files that can be read, by path. */
  readonly data: ReadonlyMap<string, Field>;
  readonly terms: Terms;
  readonly ledger: Ledger;
  /** False when a page cannot be read, so that one must not conclude from what is not found. */
  readonly isWhole: boolean;
}

/** What has been read, by file: a tree in which one file is another costs the reading of one file. */
const yamls = new WeakMap<ContentFile, ReturnType<typeof parseYaml>>();
const pageTexts = new WeakMap<ContentFile, ReturnType<typeof readPage>>();

function readOnce<T>(done: WeakMap<ContentFile, T>, file: ContentFile, read: () => T): T {
  const known = done.get(file);
  if (known !== undefined) return known;
  const result = read();
  done.set(file, result);
  return result;
}

/** Reads all files; what keeps a file from being read comes as problems. */
export function readSite(files: readonly ContentFile[]): { site: Site; problems: Problem[] } {
  const problems: Problem[] = [];
  const texts: Page[] = [];
  const pages = new Map<string, HandbookPage>();
  const data = new Map<string, Field>();
  let isWhole = true;
  for (const file of files) {
    const location = locate(file.path);
    if (location.kind === 'misplaced') {
      problems.push(location.problem);
      isWhole = false;
    } else if (location.kind === 'data') {
      const yaml = readOnce(yamls, file, () =>
        parseYaml(file.path, file.text.replace(/^\uFEFF/, '')),
      );
      problems.push(...yaml.problems);
      if (yaml.root) data.set(file.path, yaml.root);
    } else if (location.kind !== 'ignored') {
      const read = readOnce(pageTexts, file, () =>
        readPage(file, location.kind === 'page' ? location.page : undefined),
      );
      problems.push(...read.problems);
      texts.push(read.page);
      if (!read.page.front) isWhole = false;
      if (isHandbookPage(read.page)) pages.set(read.page.location.ref, read.page);
    }
  }
  const isThere = (path: string): boolean => files.some((file) => file.path === path);
  const ledger = readLedger(data, isThere);
  return {
    site: { texts, pages, data, terms: readTerms(data, isThere), ledger, isWhole },
    problems,
  };
}
