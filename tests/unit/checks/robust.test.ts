import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkContent } from '../../../src/checks/index.ts';
import { goodTree } from './good-tree.ts';

/** What editors leave behind by accident. */
const DEBRIS = [
  '',
  ' ',
  '\n',
  '\t',
  '：',
  ': ',
  '"',
  '“',
  '- ',
  '---\n',
  '<',
  '</Step>',
  '{',
  '*',
  '&',
  '# ',
];

test('whatever is cut out of a file and put in its place, the checks come to their end', () => {
  const tree = goodTree();
  const index = fc.nat({ max: tree.length - 1 });
  fc.assert(
    fc.property(
      index,
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.nat(40),
      fc.constantFrom(...DEBRIS),
      (at, where, size, put) => {
        const files = tree.map(({ path, text }, n) => {
          if (n !== at) return { path, text };
          const from = Math.floor(where * text.length);
          return { path, text: text.slice(0, from) + put + text.slice(from + size) };
        });
        for (const problem of checkContent(files)) {
          const file = files.find(({ path }) => path === problem.file);
          const lines = file?.text.split('\n').length ?? 0;
          expect(problem.line).toBeGreaterThanOrEqual(1);
          expect(problem.line).toBeLessThanOrEqual(lines);
        }
      },
    ),
    { numRuns: 100 },
  );
}, 60_000);
