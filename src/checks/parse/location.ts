/** Which page a file is, from its path alone; or why it cannot be one. */
import { isHandbookSlug, type HandbookSlug } from '../../model/handbook-slug.ts';
import { SECTIONS, type Section } from '../../model/vocabulary.ts';
import { PLANS_FOLDER } from '../../schemas/plan.ts';
import { nearest } from '../advice/nearest.ts';
import { problem, type Advice, type Problem } from '../problem.ts';

/** The place of a page in the handbooks. */
export interface PageLocation {
  readonly handbook: HandbookSlug;
  readonly section: Section | 'index';
  readonly slug: string;
  /** `agency/roles/account-director`, or `agency` for a handbook's front page. */
  readonly ref: string;
}

export type Location =
  /** a page of a handbook */
  | { readonly kind: 'page'; readonly page: PageLocation }
  /** a YAML file */
  | { readonly kind: 'data' }
  /** an MDX file outside the handbooks, e.g. of an edition */
  | { readonly kind: 'text' }
  | { readonly kind: 'misplaced'; readonly problem: Problem }
  /** none of ours: a note for editors */
  | { readonly kind: 'ignored' };

const SHARED_FOLDERS = ['glossary', 'editions', 'sources'];
const FRONT_PAGE = /^content\/([^/]+)\/index\.mdx$/;
const SLUG = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** The YAML files that something reads. */
const DATA =
  /^content\/(site\.yaml|ids\.yaml|holidays\.yaml|synonyms\.yaml|regulations\.yaml|glossary\/terms\.yaml|sources\/ledger\.yaml|(editions|plans)\/[^/]+\.yaml)$/;
const DATA_NAMES = [
  'content/site.yaml',
  'content/ids.yaml',
  'content/holidays.yaml',
  'content/synonyms.yaml',
  'content/regulations.yaml',
  'content/glossary/terms.yaml',
  'content/sources/ledger.yaml',
];

/** A note for editors. */
const NOTE = /(^|\/)README\.md$/;

/**
 * The handbooks among some files: the folders below `content/` that have a front page.
 *
 * @param paths from the project's root
 */
export function handbooksAmong(paths: Iterable<string>): HandbookSlug[] {
  return [...paths]
    .flatMap((path) => FRONT_PAGE.exec(path)?.[1] ?? [])
    .filter((name) => isHandbookSlug(name) && !SHARED_FOLDERS.includes(name));
}

/** @param handbooks that there are */
export function locateFile(path: string, handbooks: readonly HandbookSlug[]): Location {
  const [, top = '', ...rest] = path.split('/');
  const extension = /\.[^./]*$/.exec(path)?.[0] ?? '';
  const handbook = handbooks.find((slug) => slug === top);
  const isYaml = /^\.ya?ml$/i.test(extension);
  if (isYaml && !handbook) return DATA.test(path) ? { kind: 'data' } : unread(path);
  if (handbook)
    return isYaml ? misplaced(path, YAML_IN_HANDBOOK) : inHandbook(path, handbook, rest, handbooks);
  if (!/^\.mdx$/i.test(extension)) return NOTE.test(path) ? { kind: 'ignored' } : unread(path);
  if (rest.length === 0) return misplaced(path, outside(handbooks));
  if (`content/${top}` === PLANS_FOLDER) return misplaced(path, PAGE_AMONG_PLANS);
  if (SHARED_FOLDERS.includes(top)) return { kind: 'text' };
  return FRONT_PAGE.test(path)
    ? misplaced(path, badHandbookName(top), 'bad-handbook-name')
    : unknownHandbook(path, top, handbooks);
}

function inHandbook(
  path: string,
  handbook: HandbookSlug,
  rest: readonly string[],
  handbooks: readonly HandbookSlug[],
): Location {
  const [folder = '', name = ''] = rest;
  if (rest.length === 1) {
    if (folder !== 'index.mdx') return misplaced(path, besideIndex(handbook, folder));
    return { kind: 'page', page: { handbook, section: 'index', slug: 'index', ref: handbook } };
  }
  const section = SECTIONS.find((candidate) => candidate === folder);
  if (!section) return unknownSection(path, folder, handbooks);
  if (rest.length > 2) return misplaced(path, tooDeep(handbooks));
  const slug = name.replace(/\.mdx$/, '');
  if (slug === name || !SLUG.test(slug)) return badName(path, name);
  return { kind: 'page', page: { handbook, section, slug, ref: `${handbook}/${section}/${slug}` } };
}

function misplaced(path: string, advice: Advice, rule = 'misplaced-file'): Location {
  return { kind: 'misplaced', problem: problem({ file: path, line: 1 }, rule, advice) };
}

function where(handbooks: readonly HandbookSlug[]): string {
  const books = handbooks.length > 0 ? `手册是 ${handbooks.join('、')}，` : '';
  return `content/<手册>/<栏目>/<页面>.mdx，${books}栏目是 ${SECTIONS.join('、')}`;
}

const YAML_IN_HANDBOOK: Advice = {
  found: '手册的文件夹里有一个 YAML 文件',
  expected: '手册的文件夹里只有 .mdx 页面',
  fix: '把它移到 content/glossary、content/editions 或 content/sources，或者删掉',
};

const PAGE_AMONG_PLANS: Advice = {
  found: '培训计划的文件夹里有一个 .mdx 页面',
  expected: `${PLANS_FOLDER}/ 里一份计划一个 .yaml 文件`,
  fix: '把内容照 CONTRIBUTING.md 的样子写成 .yaml；是手册的页面，就移到它的栏目里',
};

function outside(handbooks: readonly HandbookSlug[]): Advice {
  return {
    found: '页面直接放在 content/ 下面，不属于任何手册',
    expected: where(handbooks),
    fix: '把文件移到所属手册的栏目文件夹里',
  };
}

function tooDeep(handbooks: readonly HandbookSlug[]): Advice {
  return {
    found: '页面放在栏目的下一层文件夹里',
    expected: where(handbooks),
    fix: '把文件直接放在栏目文件夹里',
  };
}

function badHandbookName(name: string): Advice {
  return {
    found: `手册的文件夹不能叫“${name}”`,
    expected:
      '小写英文字母、数字和连字符，以字母开头，如 sales；不用网站已经占用的名字，如 runs、search',
    fix: '给文件夹换个名字；它就是手册的网址，发布后不再改',
  };
}

function besideIndex(handbook: HandbookSlug, name: string): Advice {
  return {
    found: `${name} 直接放在手册的文件夹里`,
    expected: `content/${handbook}/ 下只有首页 index.mdx，其他页面在栏目文件夹（${SECTIONS.join('、')}）里`,
    fix: '把文件移到它的栏目文件夹里',
  };
}

function unread(path: string): Location {
  const guess = nearest(path, DATA_NAMES);
  const advice = {
    found: `这个文件没有人读，里面写的不会发布。${guess ? `是不是想写“${guess}”？` : ''}`,
    expected: `content/ 下的数据文件只有 ${DATA_NAMES.join('、')} 、content/editions/ 里的 1.yaml、2.yaml……，和 content/plans/ 里的计划；页面是 .mdx 文件；编辑自己的说明叫 README.md`,
    fix: guess ? `改名为 ${guess}，或者并进那个文件` : '并进上面的文件，或者移到 content/ 外面',
  };
  return misplaced(path, advice, 'unread-file');
}

function unknownHandbook(path: string, name: string, handbooks: readonly HandbookSlug[]): Location {
  const guess = nearest(name, handbooks);
  const advice = {
    found: `没有叫“${name}”的手册`,
    expected: where(handbooks),
    fix: guess
      ? `把文件夹改名为 ${guess}`
      : `把文件移到所属手册的文件夹里；要另开一本手册，先写它的首页 content/${name}/index.mdx`,
  };
  return misplaced(path, advice, 'unknown-handbook');
}

function unknownSection(path: string, name: string, handbooks: readonly HandbookSlug[]): Location {
  const guess = nearest(name, SECTIONS);
  const advice = {
    found: `没有叫“${name}”的栏目`,
    expected: where(handbooks),
    fix: guess ? `把文件夹改名为 ${guess}` : '把文件移到四个栏目之一',
  };
  return misplaced(path, advice, 'unknown-section');
}

function badName(path: string, name: string): Location {
  const advice = {
    found: `文件名“${name}”不合规定`,
    expected: '小写英文字母、数字和连字符，以字母开头，以 .mdx 结尾，如 account-director.mdx',
    fix: '给文件改名；文件名就是页面的网址，发布后不再改',
  };
  return misplaced(path, advice, 'bad-file-name');
}
