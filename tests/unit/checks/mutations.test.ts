/** Seeded slips in the real content: each is refused with a place, or the build's own parser takes it. */
import { unified } from '@astrojs/markdown-remark';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { checkContent } from '../../../src/checks/index.ts';
import { readContent } from '../../../src/checks/read.ts';
import { MARKDOWN_SYNTAX } from '../../../src/checks/parse/markdown-syntax.ts';
import { mutated, mutationOf } from '../../edits/mutate.ts';
import { seeded } from '../../support/random.ts';

const MUTATIONS = 80;

test('whatever slips in is refused with file and line, in Chinese, or is compiled', async () => {
  const tree = readContent('.');
  const random = seeded(2026);
  const processor = unified({
    gfm: false,
    smartypants: false,
    remarkPlugins: [...MARKDOWN_SYNTAX],
  });
  const renderer = await processor.createMdxRenderer?.(
    { syntaxHighlight: false },
    { optimize: false, srcDir: pathToFileURL('src/'), sourcemap: false },
  );
  if (!renderer) throw new Error('The Markdown processor has no MDX renderer');
  let refused = 0;
  for (let n = 0; n < MUTATIONS; n++) {
    const mutation = mutationOf(tree, random);
    const files = mutated(tree, [mutation]);
    const problems = checkContent(files, { register: true });
    for (const { file, line, found, fix } of problems) {
      const text = files.find(({ path }) => path === file)?.text ?? '';
      expect(line).toBeGreaterThanOrEqual(1);
      if (!mutation.damaged) expect(line).toBeLessThanOrEqual(text.split('\n').length);
      expect(found).toMatch(/\p{Script=Han}/u);
      expect(fix).toMatch(/\p{Script=Han}/u);
    }
    const open = problems.filter(({ rule }) => rule !== 'change-without-entry');
    if (open.length > 0) refused += 1;
    else if (mutation.path.endsWith('.mdx')) {
      const text = files.find(({ path }) => path === mutation.path)?.text ?? '';
      const body = text.replace(/^\uFEFF?---\r?\n[^]*?\n---/, '');
      const { code } = await renderer.process(body, mutation.path, {});
      expect(code).toContain('MDXContent');
    }
  }
  expect(refused).toBeGreaterThan(MUTATIONS / 2);
  expect(refused).toBeLessThan(MUTATIONS);
}, 240_000);
