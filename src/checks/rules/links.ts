import { guessPage } from '../advice/guess-page.ts';
import { placeOf, walk, type MdNode } from '../parse/md-node.ts';
import { didYouMean, nearest } from '../advice/nearest.ts';
import type { SourcePage } from '../parse/source-page.ts';
import { problem, type Place, type Problem } from '../problem.ts';
import type { ContentTree } from '../content-tree.ts';
import { checkOutside } from './outside-links.ts';

/** Pages of the site outside the handbooks. */
const SITE_PAGES = [
  '/',
  '/today/',
  '/runs/',
  '/progress/',
  '/search/',
  '/glossary/',
  '/sources/',
  '/editions/',
];

function sitePages({ handbooks }: ContentTree): string[] {
  return [...SITE_PAGES, ...handbooks.map((slug) => `/print/${slug}/`)];
}

/** A file of the site rather than a page: `/manual.pdf`. */
const FILE = /\.[a-z0-9]{2,5}$/i;

/** What is behind a page's address when its file is meant: `job-order.mdx`, `index.html`. */
const SUFFIX = /(\/index)?\.(mdx?|html?)\/?$/i;

/** Every link of a body leads to a page that is there, and to an anchor on it. */
export function checkLinks(page: SourcePage, tree: ContentTree): Problem[] {
  const { file, body } = page;
  if (!body) return [];
  return walk(body)
    .filter(({ node }) => node.type === 'link' || node.type === 'definition')
    .flatMap(({ node }) => checkLink(node, placeOf(file, node), page, tree));
}

function checkLink(
  { url = '' }: MdNode,
  at: Place,
  page: SourcePage,
  tree: ContentTree,
): Problem[] {
  const outside = checkOutside(url, at);
  if (outside) return outside;
  const [address = '', ...rest] = url.split('#');
  const anchor = rest.length === 0 ? undefined : decode(rest.join('#'));
  const path = decode(address.split('?')[0] ?? '');
  if (path === '') return checkAnchor(url, anchor, page.anchors, at);
  const tail = anchor === undefined ? '' : `#${anchor}`;
  const meant = SUFFIX.test(path) ? meantBy(path, page, tree) : undefined;
  if (meant !== undefined) return [withSuffix(at, url, `${meant}${tail}`)];
  if (!path.startsWith('/') || path.startsWith('//')) return [notFromRoot(at, url)];
  const withSlash = path.endsWith('/') ? path : `${path}/`;
  const target = tree.pages.get(withSlash.slice(1, -1));
  const isPage = target !== undefined || sitePages(tree).includes(withSlash);
  if (!isPage) {
    return FILE.test(path) && !SUFFIX.test(path)
      ? checkFile(at, url, path, tree)
      : [unknownPage(at, url, withSlash, tree)];
  }
  const slash = path.endsWith('/') ? [] : [withoutSlash(at, url, `${withSlash}${tail}`)];
  const isGlossary = withSlash === '/glossary/' && tree.terms.isKnown;
  const anchors = target ? target.anchors : isGlossary ? tree.terms.ids : undefined;
  return [...slash, ...checkAnchor(url, anchor, anchors, at)];
}

/** The address of the page whose file a link names, from the root or from the page's own folder. */
function meantBy(path: string, page: SourcePage, { pages }: ContentTree): string | undefined {
  const bare = path.replace(SUFFIX, '');
  const folder = page.file.replace(/^content\//, '').replace(/\/[^/]*$/, '');
  const fromRoot = bare.replace(/^\/?(content\/)?/, '');
  const fromHere = new URL(bare, `https://x/${folder}/`).pathname.slice(1);
  const name = `/${bare.split('/').at(-1) ?? ''}`;
  const found =
    [fromRoot, fromHere].find((ref) => pages.has(ref)) ??
    [...pages.keys()].find((ref) => ref.endsWith(name));
  return found === undefined ? undefined : `/${found}/`;
}

function checkFile(at: Place, url: string, path: string, { publicFiles }: ContentTree): Problem[] {
  if (publicFiles === undefined || publicFiles.has(path)) return [];
  const guess = nearest(path, publicFiles);
  return [
    problem(at, 'missing-file', {
      found: `链接 ${url} 指向的文件不存在。${guess === undefined ? '' : `是不是想写“${guess}”？`}`,
      expected: '给人下载的文件放在 public/ 里，如 public/manual.pdf 写成 /manual.pdf',
      fix: '把文件放进 public/，照文件名改正地址（大小写要一致），或者去掉链接',
    }),
  ];
}

function withSuffix(at: Place, url: string, better: string): Problem {
  return problem(at, 'link-with-suffix', {
    found: `链接 ${url} 写的是文件名，网站上没有这个地址`,
    expected: `页面的地址不带 .mdx，以 / 开头和结尾：${better}`,
    fix: `改成 ${better}`,
  });
}

/** The anchors are undefined where they cannot be known. */
function checkAnchor(
  url: string,
  anchor: string | undefined,
  anchors: ReadonlySet<string> | undefined,
  at: Place,
): Problem[] {
  if (anchor === undefined || anchors === undefined || anchors.has(anchor)) return [];
  return [
    problem(at, 'dead-anchor', {
      found: `链接 ${url} 指向的页面上没有“#${anchor}”。${didYouMean(anchor, anchors)}`,
      expected: '# 后面是那一页上一个条目的 id，或者一个小标题',
      fix: '照那一页页首数据里的 id 改正，或者去掉 # 和它后面的部分',
    }),
  ];
}

function unknownPage(at: Place, url: string, path: string, tree: ContentTree): Problem {
  const addresses = [...[...tree.pages.keys()].map((ref) => `/${ref}/`), ...sitePages(tree)];
  return problem(at, 'dead-link', {
    found: `链接 ${url} 指向的页面不存在。${guessPage(path, addresses)}`,
    expected: '站内链接写成 /手册/栏目/文件名/，如 /agency/roles/account-director/',
    fix: '照 content/ 下的文件名改正，或者去掉链接，只留文字',
  });
}

function notFromRoot(at: Place, url: string): Problem {
  return problem(at, 'link-not-from-root', {
    found: `链接 ${url || '（空）'} 不是从网站根目录写起的`,
    expected: '站内链接以 / 开头，如 /agency/techniques/job-order/；站外链接以 https:// 开头',
    fix: '改成以 / 开头的完整地址',
  });
}

function withoutSlash(at: Place, url: string, better: string): Problem {
  return problem(at, 'link-without-slash', {
    found: `链接 ${url} 的页面地址末尾少了斜杠`,
    expected: `页面地址以 / 结尾：${better}`,
    fix: `改成 ${better}`,
  });
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
