import { SITE_FILE } from '../schemas/site.ts';
import { checkDataReadAlike } from './parse/build-frontmatter.ts';
import { readLedger, type LedgerView } from './parse/ledger.ts';
import { handbooksAmong, locateFile } from './parse/location.ts';
import { encodingProblem } from './rules/characters.ts';
import {
  isHandbookPage,
  readSourcePage,
  type HandbookPage,
  type SourcePage,
} from './parse/source-page.ts';
import type { HandbookSlug } from '../model/handbook-slug.ts';
import type { ContentFile, Problem } from './problem.ts';
import { readTerms, type Terms } from './parse/terms.ts';
import { parseYaml } from './parse/yaml.ts';
import type { Field } from './parse/field.ts';

/** All content, read and indexed: what a rule needs to know beyond its page. */
export interface ContentTree {
  /** The folders of the handbooks, published or not. */
  readonly handbooks: readonly HandbookSlug[];
  /** All MDX files. */
  readonly texts: readonly SourcePage[];
  /** The pages of the handbooks by reference: `agency/roles/account-director`, `agency`. */
  readonly pages: ReadonlyMap<string, HandbookPage>;
  /** The YAML files that can be read, by path. */
  readonly data: ReadonlyMap<string, Field>;
  readonly terms: Terms;
  readonly ledger: LedgerView;
  /** False when a page cannot be read, so that one must not conclude from what is not found. */
  readonly isWhole: boolean;
  /** True for the path of a file that is there, readable or not. */
  readonly isThere: (path: string) => boolean;
  /** The addresses of the files in `public/`; undefined where they are not known. */
  readonly publicFiles?: ReadonlySet<string>;
}

/** The files that Astro's own YAML parser reads in the build; the others are read by ours. */
const READ_BY_ASTRO = /^content\/(editions|plans)\//;

/** What has been read, by file: a tree in which one file is another costs the reading of one file. */
const yamls = new WeakMap<ContentFile, ReturnType<typeof parseYaml>>();
const pageTexts = new WeakMap<ContentFile, ReturnType<typeof readSourcePage>>();

function readOnce<T>(done: WeakMap<ContentFile, T>, file: ContentFile, read: () => T): T {
  const known = done.get(file);
  if (known !== undefined) return known;
  const result = read();
  done.set(file, result);
  return result;
}

function readYaml(file: ContentFile): ReturnType<typeof parseYaml> {
  return readOnce(yamls, file, () => parseYaml(file.path, file.text.replace(/^\uFEFF/, '')));
}

/** The handbooks: those that are published in the order of the site, then the others by name. */
function inSiteOrder(files: readonly ContentFile[]): HandbookSlug[] {
  const all = handbooksAmong(files.map(({ path }) => path)).sort();
  const file = files.find(({ path }) => path === SITE_FILE);
  const published = file ? (readYaml(file).root?.get('handbooks').texts() ?? []) : [];
  return [...new Set([...published.filter((slug) => all.includes(slug)), ...all])];
}

/**
 * Reads all files; what keeps a file from being read comes as problems.
 *
 * @param handbooks that there are, where a part of the files does not tell
 */
export function readContentTree(
  files: readonly ContentFile[],
  handbooks: readonly HandbookSlug[] = inSiteOrder(files),
): {
  tree: ContentTree;
  problems: Problem[];
} {
  const problems: Problem[] = [];
  const texts: SourcePage[] = [];
  const pages = new Map<string, HandbookPage>();
  const data = new Map<string, Field>();
  let isWhole = true;
  for (const file of files) {
    const location = locateFile(file.path, handbooks);
    if (location.kind === 'ignored') continue;
    if (location.kind !== 'misplaced' && file.fault) {
      problems.push(encodingProblem(file, file.fault));
      isWhole = false;
      continue;
    }
    if (location.kind === 'misplaced') {
      problems.push(location.problem);
      isWhole = false;
    } else if (location.kind === 'data') {
      const yaml = readYaml(file);
      problems.push(...yaml.problems);
      if (yaml.root) {
        data.set(file.path, yaml.root);
        if (READ_BY_ASTRO.test(file.path)) {
          problems.push(...checkDataReadAlike(file.text, file.path, yaml.root));
        }
      }
    } else {
      const read = readOnce(pageTexts, file, () =>
        readSourcePage(file, location.kind === 'page' ? location.page : undefined),
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
    tree: {
      handbooks,
      texts,
      pages,
      data,
      terms: readTerms(data, isThere),
      ledger,
      isWhole,
      isThere,
    },
    problems,
  };
}
