import { isComponent, type MdNode } from './md-node.ts';
import { OPAQUE } from './typography-faults.ts';

/** A run of text as a reader sees it, without markup, and the line of each of its characters. */
export interface TextRun {
  readonly text: string;
  readonly lineAt: (index: number) => number;
}

const INLINE = ['text', 'emphasis', 'strong', 'delete', 'link', 'linkReference'];

/**
 * The runs of prose in a body: each paragraph, heading or cell in one piece, so that faults between
 * plain and marked-up text are seen. Code stands as one opaque character.
 */
export function textRuns(node: MdNode): TextRun[] {
  const children = node.children ?? [];
  const runs = attributeRuns(node);
  const hasText = children.some(
    (child) => INLINE.includes(child.type) || child.type === 'inlineCode',
  );
  if (!hasText) return [...runs, ...children.flatMap(textRuns)];
  const pieces = children.flatMap(inlinePieces);
  const nested = children.flatMap(inlineComponents).flatMap(attributeRuns);
  return [...runs, ...nested, joined(pieces)];
}

interface TextPiece {
  readonly text: string;
  readonly line: number;
}

function inlinePieces(node: MdNode): TextPiece[] {
  const line = node.position?.start.line ?? 1;
  if (node.type === 'text') return [{ text: node.value ?? '', line }];
  if (node.children && (INLINE.includes(node.type) || isComponent(node))) {
    return node.children.flatMap(inlinePieces);
  }
  return [{ text: OPAQUE, line }];
}

function inlineComponents(node: MdNode): MdNode[] {
  return [...(isComponent(node) ? [node] : []), ...(node.children ?? []).flatMap(inlineComponents)];
}

/** The texts that a component is given: `<Template title="…">`. */
function attributeRuns(node: MdNode): TextRun[] {
  const line = node.position?.start.line ?? 1;
  return (node.attributes ?? []).flatMap(({ value }) =>
    typeof value === 'string' ? [{ text: value, lineAt: () => line }] : [],
  );
}

function joined(pieces: readonly TextPiece[]): TextRun {
  const lines = pieces.flatMap(({ text, line }) => {
    let at = line;
    return [...text].flatMap((char) => {
      const here = Array.from(char.split(''), () => at);
      if (char === '\n') at += 1;
      return here;
    });
  });
  return {
    text: pieces.map(({ text }) => text).join(''),
    lineAt: (index) => lines[index] ?? lines.at(-1) ?? 1,
  };
}
