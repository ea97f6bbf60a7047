/** A whole handbook site's content, the fixture's, read once, and ways to break a copy of it in memory. */
import { expect, test } from 'vitest';
import { checkContent, type ContentFile, type Problem } from '../../../../src/checks/index.ts';
import { readContent } from '../../../../src/checks/read.ts';
import { FIXTURE } from '../../../support/variants.ts';

export const ROLE = 'content/agency/roles/account-executive.mdx';
export const WORKFLOW = 'content/agency/workflows/win-new-client.mdx';
export const TECHNIQUE = 'content/agency/techniques/job-order.mdx';
export const RULES = 'content/agency/rules/conduct.mdx';
export const COMPLAINT = 'content/service/workflows/complaint.mdx';
export const TERMS = 'content/glossary/terms.yaml';
export const LEDGER = 'content/sources/ledger.yaml';
export const EDITION = 'content/editions/1.yaml';
export const REGISTER = 'content/ids.yaml';

type Tree = readonly ContentFile[];
export type Edit = (tree: Tree) => Tree;

/** The content as it is. The files are shared by all copies, so that each is parsed once. */
export const realTree: Tree = readContent(FIXTURE);

/**
 * Replaces the first occurrence of a passage in a file. Passages are best named by ids.
 *
 * @param after the text behind which to look, e.g. `- id: fill-job-order`
 * @throws when the passage is not there
 */
export function replace(path: string, find: string | RegExp, put: string, after = ''): Edit {
  return (tree) =>
    tree.map((file) => {
      if (file.path !== path) return file;
      const start = file.text.indexOf(after);
      const rest = file.text.slice(start);
      const text = file.text.slice(0, start) + rest.replace(find, () => put);
      if (start < 0 || text === file.text)
        throw new Error(`No ${after} ${String(find)} in ${path}`);
      return { path, text };
    });
}

export function add(path: string, text: string): Edit {
  return (tree) => [...tree.filter((file) => file.path !== path), { path, text }];
}

export function remove(path: string): Edit {
  return (tree) => tree.filter((file) => file.path !== path);
}

export function rename(path: string, to: string): Edit {
  return (tree) => tree.map((file) => (file.path === path ? { ...file, path: to } : file));
}

export function all(...edits: readonly Edit[]): Edit {
  return (tree) => edits.reduce((changed, edit) => edit(changed), tree);
}

/** What the editor must be told. A text stands for the whole sentence, `part` for some of it. */
export interface Told {
  readonly rule: string;
  readonly file: string;
  /** A text that stands on the line of the problem: its first occurrence behind `after`. */
  readonly at: string;
  readonly after?: string;
  readonly found: string;
  readonly expected: string;
  readonly fix: string;
}

/** The decisive part of a sentence that goes on, e.g. with a list of what the site has now. */
export function part(text: string): string {
  return expect.stringContaining(text) as string;
}

/** A sentence with something in it that depends on the content, such as a line's number. */
export function like(pattern: RegExp): string {
  return expect.stringMatching(pattern) as string;
}

/** One way to break the content. */
export interface Break extends Told {
  readonly name: string;
  readonly edit: Edit;
  /** What comes of it besides. */
  readonly others?: readonly Told[];
}

/**
 * The problems of a broken copy. That a changed text asks for a line in the newest edition is left
 * out: nearly every change here is one, and a row of its own asks for it.
 */
export function problemsOf(edit: Edit, asked?: string): { tree: Tree; problems: Problem[] } {
  const tree = edit(realTree);
  const problems = checkContent(tree, { register: true });
  const isMeant = ({ rule }: Problem) => rule !== 'change-without-entry' || rule === asked;
  return { tree, problems: problems.filter(isMeant) };
}

/** A test for each way to break the content: what is told, where, and nothing else. */
export function testBreaks(breaks: readonly Break[]): void {
  test.each(breaks)('$rule: $name', ({ edit, others = [], ...first }) => {
    const { tree, problems } = problemsOf(edit, first.rule);
    const told = problems.map(({ file, line, rule, found, expected, fix }) => {
      return { file, line, rule, found, expected, fix };
    });
    const wanted = [first, ...others].map(({ file, at, after, rule, found, expected, fix }) => {
      return { file, line: lineOf(tree, file, at, after), rule, found, expected, fix };
    });
    expect(told).toEqual(wanted.sort(byPlace));
  });
}

/** The order of a report. */
function byPlace(a: { file: string; line: number }, b: { file: string; line: number }): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line;
}

/** Counted from 1; 1 in a file that is not there. */
function lineOf(tree: Tree, path: string, text: string, after = ''): number {
  const source = tree.find((file) => file.path === path)?.text ?? '';
  const index = source.indexOf(text, source.indexOf(after));
  if (index < 0 && text !== '') throw new Error(`No "${text}" in ${path}`);
  return source.slice(0, Math.max(0, index)).split('\n').length;
}
