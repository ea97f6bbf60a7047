/** The nodes of a parsed MDX body, as far as the checks look at them. */
import type { Place } from '../problem.ts';

export interface MdAttribute {
  readonly type: string;
  readonly name?: string;
  /** A string; an object when it is written in braces. */
  readonly value?: unknown;
}

export interface MdPoint {
  readonly line: number;
  readonly column: number;
  readonly offset?: number;
}

export interface MdNode {
  readonly type: string;
  readonly name?: string | null;
  readonly value?: string;
  readonly url?: string;
  readonly depth?: number;
  readonly attributes?: readonly MdAttribute[];
  readonly children?: readonly MdNode[];
  /** Of a list: numbered, and its first number. */
  readonly ordered?: boolean | null;
  readonly start?: number | null;
  /** Of a list item: that of a task list. */
  readonly checked?: boolean | null;
  /** Of a picture. */
  readonly alt?: string | null;
  /** Of a block of code. */
  readonly lang?: string | null;
  readonly meta?: string | null;
  readonly position?: { readonly start: MdPoint; readonly end: MdPoint };
}

/** A node with the nodes around it, outermost first. */
export interface Found {
  readonly node: MdNode;
  readonly ancestors: readonly MdNode[];
}

/** All nodes in the order of the text, the root first. */
export function walk(node: MdNode, ancestors: readonly MdNode[] = []): Found[] {
  const below = [...ancestors, node];
  return [{ node, ancestors }, ...(node.children ?? []).flatMap((child) => walk(child, below))];
}

/** The components in a body, in the order of the text. */
export function components(body: MdNode): Found[] {
  return walk(body).filter(({ node }) => isComponent(node));
}

export function isComponent(node: MdNode): boolean {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

/** True for what does not stand for itself: in a list, a quotation or another component. */
export function isNested({ ancestors }: Found): boolean {
  return ancestors.some(({ type }) => type !== 'root' && type !== 'paragraph');
}

/** The string value of a component's attribute. */
export function attribute(node: MdNode, name: string): string | undefined {
  const value = node.attributes?.find((candidate) => candidate.name === name)?.value;
  return typeof value === 'string' ? value : undefined;
}

/** The text of a node and everything in it, without markup. */
export function textOf(node: MdNode): string {
  return node.value ?? (node.children ?? []).map(textOf).join('');
}

/** Where a node stands. */
export function placeOf(file: string, node: MdNode, id?: string): Place {
  const { line, column } = node.position?.start ?? { line: 1, column: 1 };
  return id === undefined ? { file, line, column } : { file, line, column, id };
}

/** A node as it is written in its file. */
export function sourceOf(text: string, node: MdNode): string {
  return text.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
}
