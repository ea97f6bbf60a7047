import { LineCounter, parseDocument, visit, type Document } from 'yaml';
import { Field } from './field.ts';
import { problem, type Problem } from '../problem.ts';
import { adviceFor } from './yaml-errors.ts';
import { findSlips } from './yaml-slips.ts';
import { findMisread } from './yaml-values.ts';

/** A YAML text read: its value, or the problems that keep it from being read. */
export interface YamlResult {
  readonly root?: Field;
  readonly problems: readonly Problem[];
}

/** An error of the parser, with its offset in the text. */
interface YamlFault {
  readonly code: string;
  readonly message: string;
  readonly offset: number;
}

/**
 * Parses a YAML text that begins on a line of a file. What cannot be read has one problem for its
 * first error, or one for each slip of the hand that is known to cause such errors, since the
 * parser's later errors mostly follow from the first.
 */
export function parseYaml(file: string, text: string, firstLine = 1): YamlResult {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const faults = faultsOf(document);
  const slips = findSlips(text).filter(({ isSure }) => isSure || faults.length > 0);
  const [first] = faults;
  if (slips.length > 0 && first?.code !== 'DUPLICATE_KEY') {
    return {
      problems: slips.map(({ line, rule, advice }) =>
        problem({ file, line: line + firstLine - 1 }, rule, advice),
      ),
    };
  }
  if (!first) {
    const misread = findMisread(document, text, file);
    if (misread.length > 0) {
      return {
        problems: misread.map(({ rule, offset, advice }) => {
          const { line, col } = lines.linePos(offset);
          return problem({ file, line: line + firstLine - 1, column: col }, rule, advice);
        }),
      };
    }
    return {
      root: new Field({ file, document, lines, firstLine }, document.contents),
      problems: [],
    };
  }
  const told =
    first.code === 'DUPLICATE_KEY' ? faults.filter(({ code }) => code === first.code) : [first];
  return {
    problems: told.map(({ code, message, offset }) => {
      const { line, col } = lines.linePos(offset);
      const [rule, advice] = adviceFor(code, message, text.split('\n')[line - 1] ?? '');
      return problem({ file, line: line + firstLine - 1, column: col }, rule, advice);
    }),
  };
}

/** What the parser refuses or warns of, and aliases, which no editor means when writing `*`. */
function faultsOf(document: Document): YamlFault[] {
  const faults = [...document.errors, ...document.warnings].map(({ code, message, pos }) => ({
    code,
    message,
    offset: (message.includes('closing') ? openQuoteBefore(document, pos[0]) : undefined) ?? pos[0],
  }));
  visit(document, {
    Alias(_, node) {
      faults.push({ code: 'BAD_ALIAS', message: '', offset: node.range?.[0] ?? 0 });
    },
  });
  return faults;
}

/** Where the quoted text begins that runs on to an offset, since it is never closed. */
function openQuoteBefore(document: Document, offset: number): number | undefined {
  let start: number | undefined;
  visit(document, {
    Scalar(_, { range, type }) {
      const isQuoted = type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE';
      if (isQuoted && range && range[1] >= offset && range[0] < offset) start = range[0];
    },
  });
  return start;
}
