import GithubSlugger from 'github-slugger';
import { checkReadAlike } from './build-frontmatter.ts';
import { readFrontmatter } from './frontmatter.ts';
import type { Field } from './field.ts';
import { sourceItemsOf, type SourceItem } from './items.ts';
import type { PageLocation } from './location.ts';
import { textOf, walk, type MdNode } from './md-node.ts';
import { parseMdx } from './mdx.ts';
import type { ContentFile, Problem } from '../problem.ts';
import { parseYaml } from './yaml.ts';

/** An MDX file, read as far as it can be read. */
export interface SourcePage {
  readonly file: string;
  /** The whole file, without a byte order mark: what the positions of `body` count in. */
  readonly text: string;
  readonly lastLine: number;
  /** Absent for a text outside the handbooks. */
  readonly location?: PageLocation;
  /** Absent when the frontmatter cannot be read. */
  readonly front?: Field;
  /** Absent when the body cannot be read. */
  readonly body?: MdNode;
  /** In authored order; none when the frontmatter cannot be read. */
  readonly items: readonly SourceItem[];
  /** The anchors on the page; absent when they cannot be known. */
  readonly anchors?: ReadonlySet<string>;
}

/** A page of a handbook. */
export type HandbookPage = SourcePage & { readonly location: PageLocation };

export function isHandbookPage(page: SourcePage): page is HandbookPage {
  return page.location !== undefined;
}

/** Reads an MDX file; what keeps it from being read comes as problems. */
export function readSourcePage(
  file: ContentFile,
  location?: PageLocation,
): { readonly page: SourcePage; readonly problems: readonly Problem[] } {
  const text = file.text.replace(/^\uFEFF/, '');
  const lastLine = text.trimEnd().split('\n').length;
  const bare: SourcePage = {
    file: file.path,
    text,
    lastLine,
    items: [],
    ...(location ? { location } : {}),
  };
  const cut = readFrontmatter(file);
  if ('rule' in cut) return { page: bare, problems: [cut] };
  const yaml = parseYaml(file.path, cut.text, cut.firstLine);
  const mdx = parseMdx(file);
  const front = yaml.root;
  const body = 'body' in mdx ? mdx.body : undefined;
  const items = front && location ? sourceItemsOf(location.section, front) : [];
  const page: SourcePage = {
    ...bare,
    items,
    ...(front ? { front } : {}),
    ...(body ? { body } : {}),
    ...(front && body ? { anchors: anchorsOf(items, body) } : {}),
  };
  const problems = [
    ...yaml.problems,
    ...(front ? checkReadAlike(file.text, file.path, front) : []),
    ...('problem' in mdx ? [mdx.problem] : []),
  ];
  return { page, problems };
}

function anchorsOf(items: readonly SourceItem[], body: MdNode): Set<string> {
  const slugger = new GithubSlugger();
  const headings = walk(body).filter(({ node }) => node.type === 'heading');
  return new Set([
    ...items.flatMap(({ id }) => id ?? []),
    ...headings.map(({ node }) => slugger.slug(textOf(node))),
  ]);
}
