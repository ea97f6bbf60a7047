/** What the editor's checks take and what they return. */
import type { DecodeFault } from './parse/decode.ts';

/** A file below `content/`, as text. */
export interface ContentFile {
  /** From the project's root, with forward slashes: `content/agency/roles/account-director.mdx`. */
  readonly path: string;
  readonly text: string;
  /** Why the file has no text: it is no UTF-8. Its `text` is empty then. */
  readonly fault?: DecodeFault;
}

/** Where something stands. */
export interface Place {
  readonly file: string;
  /** Counted from 1, in the file. */
  readonly line: number;
  /** Counted from 1. */
  readonly column?: number;
  /** Id of the item; an outcome is named `<step>/<outcome>`. */
  readonly id?: string;
}

/** What is wrong, what was expected and how to mend it: Chinese, for an editor who is no programmer. */
export interface Advice {
  readonly found: string;
  readonly expected: string;
  readonly fix: string;
}

export interface Problem extends Place, Advice {
  /** Kebab-case code of the rule, e.g. `duplicate-id`. */
  readonly rule: string;
}

/** A problem at a place. */
export function problem(at: Place, rule: string, advice: Advice): Problem {
  return { ...at, rule, ...advice };
}

/** Sorts problems by file, line and column; those at one place keep their order. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) => compare(a.file, b.file) || a.line - b.line || (a.column ?? 0) - (b.column ?? 0),
  );
}

/** Order by code unit, the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
