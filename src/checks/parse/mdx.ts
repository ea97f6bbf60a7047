import remarkFrontmatter from 'remark-frontmatter';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { MARKDOWN_SYNTAX } from './markdown-syntax.ts';
import type { MdNode } from './md-node.ts';
import { mdxProblem } from './mdx-errors.ts';
import type { ContentFile, Problem } from '../problem.ts';

const parser = unified()
  .use(remarkParse)
  .use(remarkFrontmatter)
  .use(MARKDOWN_SYNTAX)
  .use(remarkMdx)
  .freeze();

/** Parses the body of a page, or says why it cannot be read. Its positions are those of the file. */
export function parseMdx(file: ContentFile): { body: MdNode } | { problem: Problem } {
  try {
    return { body: parser.parse(file.text) as MdNode };
  } catch (error) {
    return { problem: mdxProblem(file, error) };
  }
}
