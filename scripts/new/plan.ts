/** What `npm run new` writes, without touching files. */
import { isSeq, parseDocument } from 'yaml';
import { readContentTree, type ContentTree } from '../../src/checks/content-tree.ts';
import type { CheckOptions, ContentFile, Problem } from '../../src/checks/index.ts';
import { viewRegister, REGISTER_FILE } from '../../src/checks/register/register-view.ts';
import { updateRegister } from '../../src/checks/register/update.ts';
import { newestEdition } from '../../src/checks/rules/editions.ts';
import { unwrittenPlaces } from '../../src/checks/unwritten.ts';
import { HANDBOOK_ICON_NAMES } from '../../src/model/handbook-icons.ts';
import { HUE_NAMES } from '../../src/model/hues.ts';
import type { HandbookSlug } from '../../src/model/handbook-slug.ts';
import { SITE_FILE } from '../../src/schemas/site.ts';
import { handbookPage } from './pages/handbook.ts';
import { rolePage } from './pages/role.ts';
import { rulesPage } from './pages/rules.ts';
import { techniquePage } from './pages/technique.ts';
import { workflowPage } from './pages/workflow.ts';
import { PAGE_KINDS, readRequest, SECTION_OF } from './request.ts';
import type { PageKind, Refusal, Request } from './request.ts';

export interface Plan {
  /** The new pages. */
  readonly pages: readonly ContentFile[];
  /** Files that are there already, with their new texts: edition, register, `site.yaml`. */
  readonly changed: readonly ContentFile[];
  /** How many places of the pages are to be written. */
  readonly unwritten: number;
}

/** What stops it: faults that the content has, with or without the new pages. */
export interface Faults {
  readonly problems: readonly Problem[];
}

/** The pages that a handbook begins with. */
const FIRST_SLUG: Record<PageKind, string> = {
  role: 'team-member',
  workflow: 'main-job',
  technique: 'how-to',
  rules: 'house-rules',
};

/** What each is called, behind its measure word. */
const KIND_NAME: Record<Request['kind'], string> = {
  handbook: '本手册',
  role: '个岗位',
  workflow: '个流程',
  technique: '页技巧',
  rules: '页规范',
};

/**
 * Plans what is asked for: its pages, a line in the newest edition for each of them, their names in the
 * register and, for a handbook, its line in `site.yaml`.
 *
 * @param files all of the content
 * @param words as they stand behind `npm run new --`
 * @param today `YYYY-MM-DD`
 * @param options for the check
 */
export function planNew(
  files: readonly ContentFile[],
  words: readonly string[],
  today: string,
  options: Omit<CheckOptions, 'register'> = {},
): Plan | Refusal | Faults {
  const { tree } = readContentTree(files);
  const request = readRequest(words, tree.handbooks);
  if ('refused' in request) return request;
  const pages = pagesOf(request, tree, today);
  const refused = pages.flatMap((page) => taken(page, files, tree) ?? [])[0];
  if (refused !== undefined) return { refused };
  const edition = newestEdition(tree).file;
  const changed = files.flatMap((file) => {
    if (file.path === edition) return [withLines(file, request, pages)];
    if (file.path === SITE_FILE && request.kind === 'handbook') {
      return [withEntries(file, 'handbooks', [request.handbook])];
    }
    return [];
  });
  const rest = files.filter(({ path }) => changed.every((each) => each.path !== path));
  const all = [...rest, ...changed, ...pages];
  const register = updateRegister(all, options);
  if (!('text' in register)) return { problems: register };
  const places = unwrittenPlaces(readContentTree(all).tree);
  return {
    pages,
    changed: [...changed, { path: REGISTER_FILE, text: register.text }],
    unwritten: places.filter(({ file }) => pages.some(({ path }) => path === file)).length,
  };
}

function pagesOf(request: Request, tree: ContentTree, today: string): ContentFile[] {
  const { handbook, title, kind } = request;
  if (kind !== 'handbook') {
    const ref = `${handbook}/${SECTION_OF[kind]}/${request.slug}`;
    const order = nextOrder(tree, `${handbook}/${SECTION_OF[kind]}/`);
    const head = { title, order, today };
    const doer = kind === 'workflow' ? firstRole(tree, handbook) : undefined;
    const text = kind === 'workflow' ? workflowPage({ ...head, doer }) : PLAIN_PAGE[kind](head);
    return [{ path: `content/${ref}.mdx`, text }];
  }
  const refs = Object.fromEntries(
    PAGE_KINDS.map((each) => [each, `${handbook}/${SECTION_OF[each]}/${FIRST_SLUG[each]}`]),
  ) as Record<PageKind, string>;
  const head = { title: undefined, order: 1, today };
  const { role, workflow, technique, rules } = refs;
  const department = title?.replace(/手册$/, '');
  const texts: Record<string, string> = {
    [`${handbook}/index`]: handbookPage({
      title: title === undefined ? undefined : `${department ?? ''}手册`,
      department: department === '' ? undefined : department,
      order: nextOrder(tree, ''),
      today,
      ...looks(tree),
      pages: refs,
    }),
    [role]: rolePage({ ...head, reading: { day: [rules], week: [workflow, technique] } }),
    [workflow]: workflowPage({
      ...head,
      doer: { slug: FIRST_SLUG.role, name: '本岗位' },
      technique: FIRST_SLUG.technique,
    }),
    [technique]: techniquePage(head),
    [rules]: rulesPage(head),
  };
  return Object.entries(texts).map(([ref, text]) => ({ path: `content/${ref}.mdx`, text }));
}

const PLAIN_PAGE = { role: rolePage, technique: techniquePage, rules: rulesPage };

/** The number behind the last one of a section, or of the handbooks. */
function nextOrder({ pages }: ContentTree, folder: string): number {
  const orders = [...pages]
    .filter(([ref]) => (folder === '' ? !ref.includes('/') : ref.startsWith(folder)))
    .map(([, { front }]) => Number(front?.get('order').scalar))
    .filter(Number.isFinite);
  return Math.max(0, ...orders) + 1;
}

/** Longest name of a party of a workflow, in characters. */
const PARTY_MAX = 12;

function firstRole({ pages }: ContentTree, handbook: HandbookSlug) {
  const folder = `${handbook}/roles/`;
  return [...pages]
    .filter(([ref]) => ref.startsWith(folder))
    .map(([ref, { front }]) => ({
      slug: ref.slice(folder.length),
      name: front?.get('title').text ?? '',
      order: Number(front?.get('order').scalar),
    }))
    .filter(({ name }) => name.length >= 2 && name.length <= PARTY_MAX)
    .sort((a, b) => a.order - b.order)[0];
}

/** The next hue and the next sign that no handbook has, published or not; from the first when all are taken. */
function looks({ pages, handbooks }: ContentTree) {
  const next = <T extends string>(all: readonly T[], field: string): T => {
    const used = handbooks.map((slug) => pages.get(slug)?.front?.get(field).text);
    const free = all.find((each) => !used.includes(each));
    return free ?? (all[handbooks.length % all.length] as T);
  };
  return { hue: next(HUE_NAMES, 'hue'), icon: next(HANDBOOK_ICON_NAMES, 'icon') };
}

/** Why a page cannot be made: it is there, or its name was given up once and readers' old links lead elsewhere. */
function taken(
  { path }: ContentFile,
  files: readonly ContentFile[],
  tree: ContentTree,
): string | undefined {
  if (files.some((file) => file.path === path)) {
    return `${path} 已经有了：打开它改，或者换一个名字。`;
  }
  const reference = referenceOf(path);
  const register = viewRegister(tree);
  const isSettled =
    register !== undefined &&
    (register.retired.has(reference) || register.moves.some(({ from }) => from === reference));
  return isSettled
    ? `“${reference}”从前发布过，${REGISTER_FILE} 写着它移走或停用了，旧链接还指着它：换一个名字。`
    : undefined;
}

/**
 * The edition with a line for each page, so that what is written on it later needs none. Of a new handbook
 * readers have to be told once.
 */
function withLines(
  file: ContentFile,
  { kind, title }: Request,
  pages: readonly ContentFile[],
): ContentFile {
  const lines = pages.map(({ path }, index) => {
    const ref = referenceOf(path);
    const name = KIND_NAME[index === 0 ? kind : kindOf(ref)];
    const called = index === 0 ? title : undefined;
    return {
      ref,
      kind: 'added',
      what: called === undefined ? `新增一${name}。` : `新增${name.slice(1)}“${called}”。`,
      why: `这${name}从前没有写下来。`,
      material: index === 0,
    };
  });
  return withEntries(file, 'changes', lines);
}

/** `content/sales/roles/x.mdx` → `sales/roles/x`, `content/sales/index.mdx` → `sales` */
function referenceOf(path: string): string {
  return path.replace(/^content\/|(\/index)?\.mdx$/g, '');
}

function kindOf(reference: string): Request['kind'] {
  const section = reference.split('/')[1];
  return PAGE_KINDS.find((kind) => SECTION_OF[kind] === section) ?? 'handbook';
}

/** A YAML file with more entries at the end of one of its lists; its comments stay. */
function withEntries(
  { path, text }: ContentFile,
  list: string,
  entries: readonly unknown[],
): ContentFile {
  const document = parseDocument(text);
  const sequence: unknown = document.get(list);
  if (!isSeq(sequence)) return { path, text }; // the check says what is wrong with it
  if (sequence.items.length === 0) sequence.flow = false;
  for (const entry of entries) sequence.add(document.createNode(entry));
  return { path, text: document.toString({ lineWidth: 0 }) };
}
