/** What a page is addressed by: no heading and no item takes the anchor of something else. */
import GithubSlugger from 'github-slugger';
import { FILTER_FRAGMENTS } from '../../model/duty-filters.ts';
import type { Section } from '../../model/vocabulary.ts';
import { placeOf, textOf, walk } from '../parse/md-node.ts';
import type { HandbookPage } from '../parse/source-page.ts';
import { problem, type Place, type Problem } from '../problem.ts';

/** The anchors that the site itself puts on pages. */
const ON_EVERY_PAGE = ['content', 'page-status', 'departed'];
const ON_PAGES_OF: Readonly<Record<Section | 'index', readonly string[]>> = {
  index: ['who-acts-where', 'map', 'recent', 'roles', 'workflows', 'techniques', 'rules'],
  roles: ['route', 'my-workflows', 'self-appraisal'],
  workflows: ['at-a-glance', 'diagram', 'runs', 'ends', 'run-code-help'],
  techniques: ['points', 'used-in'],
  rules: ['clauses'],
};

/** Compares headings with items, and both with what the site has. */
export function checkAnchors({ file, body, items, location }: HandbookPage): Problem[] {
  const reserved = reservedOn(location.section);
  const ids = new Map(items.flatMap(({ id, field }) => (id === undefined ? [] : [[id, field]])));
  const slugger = new GithubSlugger();
  const headings = body ? walk(body).filter(({ node }) => node.type === 'heading') : [];
  return [
    ...[...ids].flatMap(([id, field]) => {
      const owner = reserved.get(id);
      return owner ? [taken(field.get('id').place, `id“${id}”`, owner)] : [];
    }),
    ...headings.flatMap(({ node }) => {
      const anchor = slugger.slug(textOf(node));
      const at = placeOf(file, node);
      const title = `小标题“${textOf(node)}”的链接 #${anchor}`;
      const line = ids.get(anchor)?.get('id').place.line;
      if (line !== undefined) return [taken(at, title, `第 ${line} 行的条目 ${anchor}`)];
      const owner = reserved.get(anchor);
      return owner ? [taken(at, title, owner)] : [];
    }),
  ];
}

/** The anchors that are taken on pages of a section, each with what has it. */
function reservedOn(section: Section | 'index'): ReadonlyMap<string, string> {
  const parts = [...ON_EVERY_PAGE, ...ON_PAGES_OF[section]].map(
    (id) => [id, '网站自己的一节'] as const,
  );
  const filters =
    section === 'roles'
      ? [...FILTER_FRAGMENTS].map(([id, name]) => [id, `岗位清单的筛选“${name}”`] as const)
      : [];
  return new Map([...parts, ...filters]);
}

function taken(at: Place, what: string, owner: string): Problem {
  return problem(at, 'anchor-taken', {
    found: `${what}与${owner}相同，别人的链接会跳错地方`,
    expected: '一页上每个条目和小标题的链接都不同',
    fix: '换一个说法；已经发布的 id 不要动',
  });
}
