import { attribute, components, placeOf } from '../parse/md-node.ts';
import { didYouMean } from '../advice/nearest.ts';
import type { SourcePage } from '../parse/source-page.ts';
import { problem, type Problem } from '../problem.ts';
import type { ContentTree } from '../content-tree.ts';
import { TERMS_FILE } from '../parse/terms.ts';

/** Every `<Term>` names a term of the glossary. */
export function checkTerms({ file, body }: SourcePage, { terms }: ContentTree): Problem[] {
  if (!body || !terms.isKnown) return [];
  return components(body)
    .filter(({ node }) => node.name === 'Term')
    .flatMap(({ node }) => {
      const id = attribute(node, 'id') ?? '';
      if (terms.ids.has(id)) return [];
      const found =
        id === ''
          ? '<Term> 没有写 id'
          : `术语表里没有 id 是“${id}”的术语。${didYouMean(id, terms.ids)}`;
      return [
        problem(placeOf(file, node, id || undefined), 'unknown-term', {
          found,
          expected: `<Term id="…"> 的 id 是 ${TERMS_FILE} 里一个术语的 id`,
          fix: '照术语表改正 id；术语表里没有的，先到那里加一条',
        }),
      ];
    });
}
