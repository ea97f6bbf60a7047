/**
 * Ways to break the content of a whole site, each a row that says what the editor is told: where, what is wrong,
 * what was expected, how to mend it.
 */
import { describe, expect, test } from 'vitest';
import { checkContent } from '../../../../src/checks/index.ts';
import { readContent } from '../../../../src/checks/read.ts';
import { problemsOf, realTree, testBreaks, WORKFLOW } from './real-tree.ts';
import { editions } from './rows/editions.ts';
import { fields } from './rows/fields.ts';
import { files } from './rows/files.ts';
import { gates } from './rows/gates.ts';
import { glossary } from './rows/glossary.ts';
import { mdx } from './rows/mdx.ts';
import { notes } from './rows/notes.ts';
import { prose } from './rows/prose.ts';
import { references } from './rows/references.ts';
import { genuineMove, register } from './rows/register.ts';
import { workflows } from './rows/workflows.ts';
import { yaml } from './rows/yaml.ts';

const contents = [
  ['of this repository', readContent('.')],
  ['of the fixture', realTree],
] as const;

test.each(contents)(
  'the content %s has no problem',
  (_, tree) => {
    expect(tree.length).toBeGreaterThan(60);
    expect(checkContent(tree, { register: true })).toEqual([]);
  },
  20_000,
);

test.each(contents)(
  'line ends and byte order marks of Windows are no fault: %s',
  (_, tree) => {
    const saved = tree.map(({ path, text }) => ({
      path,
      text: `\uFEFF${text.replaceAll('\n', '\r\n')}`,
    }));
    expect(checkContent(saved, { register: true })).toEqual([]);
  },
  20_000,
);

test('a genuine move is only new to the register', () => {
  const { problems } = problemsOf(genuineMove);
  expect(problems.map(({ rule, file }) => `${file} ${rule}`)).toEqual([
    `${WORKFLOW} unregistered-reference`,
  ]);
});

describe.each(
  Object.entries({
    editions,
    fields,
    files,
    gates,
    glossary,
    mdx,
    notes,
    prose,
    references,
    register,
    workflows,
    yaml,
  }),
)('%s', (_, rows) => {
  testBreaks(rows);
});
