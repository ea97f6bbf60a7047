/** What leads from a published page into a handbook that is not published: no fault, but told. */
import type { HandbookSlug } from '../model/handbook-slug.ts';
import { SITE_FILE } from '../schemas/site.ts';
import type { Field } from './parse/field.ts';
import { placeOf, walk } from './parse/md-node.ts';
import { plansAmong } from './parse/plans.ts';
import { isHandbookPage, type HandbookPage } from './parse/source-page.ts';
import type { Place } from './problem.ts';
import type { ContentTree } from './content-tree.ts';

/** How many of them a report names. */
const SHOWN = 20;

interface LeftOutLink {
  readonly place: Place;
  /** As it is written. */
  readonly target: string;
}

/** The handbooks that are written and not published; none while the site's file cannot be read. */
function leftOutHandbooks({ data, handbooks }: ContentTree): HandbookSlug[] {
  const published = data.get(SITE_FILE)?.get('handbooks').texts() ?? [];
  return published.length === 0 ? [] : handbooks.filter((slug) => !published.includes(slug));
}

/**
 * Links of prose, entries of a route or a plan and techniques of a step that lead out of what is published. The
 * site shows such a link as plain text and passes over the others.
 */
function leftOutLinks(site: ContentTree, leftOut: readonly HandbookSlug[]): LeftOutLink[] {
  const links = site.texts
    .filter(isHandbookPage)
    .filter(({ location }) => !leftOut.includes(location.handbook))
    .flatMap((page) => [...fieldsOf(page), ...linksOf(page)]);
  const plans = plansAmong(site.data)
    .filter(({ root }) => !leadsInto(leftOut, root.get('role').text ?? ''))
    .flatMap(({ root }) => root.get('items').items())
    .map((item) => item.get('ref'))
    .map((ref) => ({ place: ref.place, target: ref.text ?? '' }));
  return [...links, ...plans].filter(({ target }) => leadsInto(leftOut, target));
}

/** What the build says of them; nothing on a site that publishes all of its handbooks. */
export function leftOutReport(site: ContentTree): string | undefined {
  const leftOut = leftOutHandbooks(site);
  if (leftOut.length === 0) return undefined;
  const links = leftOutLinks(site, leftOut);
  const lines = links.slice(0, SHOWN).map(({ place, target }) => {
    return `  ${place.file}:${place.line}  ${target}`;
  });
  const rest = links.length > SHOWN ? [`  另外 ${links.length - SHOWN} 处`] : [];
  const head = `没有发布的手册：${leftOut.join('、')}（${SITE_FILE} 的 handbooks 里没有）。`;
  if (links.length === 0) return head;
  return [`${head}有 ${links.length} 处指到那里，网页上只留文字：`, ...lines, ...rest].join('\n');
}

function fieldsOf({ front }: HandbookPage): LeftOutLink[] {
  const entries: readonly Field[] = (front?.descendants() ?? []).filter(
    ({ key, name, text }) => typeof key === 'number' && text !== undefined && NAMES.has(name),
  );
  return entries.map((entry) => ({ place: entry.place, target: entry.text ?? '' }));
}

/** Fields whose entries may name pages of another handbook: techniques of steps, stages of a route. */
const NAMES: ReadonlySet<string> = new Set(['techniques', 'day', 'week', 'month', 'quarter']);

function linksOf({ file, body }: HandbookPage): LeftOutLink[] {
  return (body ? walk(body) : [])
    .filter(({ node }) => node.type === 'link' || node.type === 'definition')
    .filter(({ node }) => node.url?.startsWith('/'))
    .map(({ node }) => ({ place: placeOf(file, node), target: node.url ?? '' }));
}

function leadsInto(handbooks: readonly HandbookSlug[], target: string): boolean {
  const parts = target
    .replace(/[?#].*$/, '')
    .split('/')
    .filter(Boolean);
  if (!target.includes('/')) return false;
  return handbooks.includes((parts[0] === 'print' ? parts[1] : parts[0]) ?? '');
}
