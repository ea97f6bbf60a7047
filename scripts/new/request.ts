/** What `npm run new` is asked for, or in one sentence why it cannot be had, and what to do instead. */
import { parseArgs } from 'node:util';
import { nearest } from '../../src/checks/advice/nearest.ts';
import { typographyFaults } from '../../src/checks/parse/typography-faults.ts';
import { isHandbookSlug, type HandbookSlug } from '../../src/model/handbook-slug.ts';
import type { Section } from '../../src/model/vocabulary.ts';
import { idSchema } from '../../src/schemas/common.ts';

/** The kinds of pages, and the section in which each lies. */
export const SECTION_OF = {
  role: 'roles',
  workflow: 'workflows',
  technique: 'techniques',
  rules: 'rules',
} as const satisfies Record<string, Section>;
export type PageKind = keyof typeof SECTION_OF;
export const PAGE_KINDS = Object.keys(SECTION_OF) as PageKind[];

/** What is made. */
export type Request = { readonly title?: string } & (
  | { readonly kind: 'handbook'; readonly handbook: HandbookSlug }
  | { readonly kind: PageKind; readonly handbook: HandbookSlug; readonly slug: string }
);

/** A sentence for the editor. */
export interface Refusal {
  readonly refused: string;
}

const KINDS = ['handbook', ...PAGE_KINDS] as const;
const SLUG_RULE = '用小写英文字母、数字和连字符，以字母开头';
const TITLE = /^[\p{L}\p{N}（）“”《》、，：·\- ]+$/u;
const TITLE_LENGTH = { min: 2, max: 20 };

export const USAGE = `用法：npm run new -- handbook sales --title 销售部
      npm run new -- role sales/account-rep --title 销售代表
种类是 handbook（手册）、role（岗位）、workflow（流程）、technique（技巧）、rules（规范）；--title 可以不写。`;

const isSlug = (name: string): boolean => idSchema.safeParse(name).success;

function refuse(refused: string): Refusal {
  return { refused };
}

/**
 * Reads the words behind `npm run new --`.
 *
 * @param handbooks that there are
 */
export function readRequest(
  words: readonly string[],
  handbooks: readonly HandbookSlug[],
): Request | Refusal {
  const read = readWords(words);
  if (!read) return refuse('只认 --title 这一个选项，后面写标题，如 --title 销售代表。');
  const { title, names } = read;
  const [word = '', name = '', ...more] = names;
  const kind = KINDS.find((each) => each === word);
  if (!kind) {
    const guess = nearest(word, KINDS);
    return refuse(
      `没有“${word}”这一种，${guess ? `是不是 ${guess}？改了再运行` : `写 ${KINDS.join('、')} 之一`}。`,
    );
  }
  const example = kind === 'handbook' ? 'sales' : 'sales/first-page';
  if (name === '') return refuse(`没有写名字，写成 npm run new -- ${kind} ${example}。`);
  if (more.length > 0) {
    return refuse(`多了“${more.join(' ')}”：一次只建一个，标题写在 --title 后面，两头加引号。`);
  }
  const wrong = title === undefined ? undefined : faultOfTitle(title);
  if (wrong !== undefined) return refuse(wrong);
  const titled = title === undefined ? {} : { title };
  if (kind === 'handbook') {
    const fault = faultOfHandbook(name, handbooks);
    return fault === undefined ? { kind, handbook: name, ...titled } : refuse(fault);
  }
  const parts = name.split('/');
  const [handbook = '', slug = ''] = parts;
  if (parts.length !== 2) {
    return refuse(`“${name}”要写成“手册/文件名”，不写栏目，如 npm run new -- ${kind} ${example}。`);
  }
  const fault = faultOfPage(handbook, slug, handbooks);
  return fault === undefined ? { kind, handbook, slug, ...titled } : refuse(fault);
}

function readWords(words: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: { title: { type: 'string' } },
      allowPositionals: true,
    });
    return { title: values.title?.trim(), names: positionals };
  } catch {
    return undefined;
  }
}

function faultOfTitle(title: string): string | undefined {
  const length = [...title].length;
  if (length < TITLE_LENGTH.min || length > TITLE_LENGTH.max) {
    return `标题“${title}”有 ${length} 个字，写 ${TITLE_LENGTH.min} 到 ${TITLE_LENGTH.max} 个字。`;
  }
  const [fault] = typographyFaults(title);
  if (fault) return `标题里的“${fault.written}”要写成“${fault.better}”，改了再运行。`;
  const strange = [...title].find((character) => !TITLE.test(character));
  return strange === undefined ? undefined : `标题里不能有“${strange}”，去掉它再运行。`;
}

function faultOfHandbook(name: string, handbooks: readonly HandbookSlug[]): string | undefined {
  if (handbooks.includes(name)) {
    return `手册“${name}”已经有了：打开 content/${name}/index.mdx 改，或者换一个名字。`;
  }
  if (isHandbookSlug(name)) return undefined;
  return isSlug(name)
    ? `“${name}”网站自己占用了，给手册换一个名字，如 ${name}-team。`
    : `手册的名字“${name}”不行：它就是网址，${SLUG_RULE}，如 sales；中文写在 --title 后面。`;
}

function faultOfPage(
  handbook: string,
  slug: string,
  handbooks: readonly HandbookSlug[],
): string | undefined {
  if (!handbooks.includes(handbook)) {
    const guess = nearest(handbook, handbooks);
    const cure = guess
      ? `是不是 ${guess}？改了再运行`
      : `先运行 npm run new -- handbook ${isHandbookSlug(handbook) ? handbook : 'sales'}，或者写 ${handbooks.join('、')} 之一`;
    return `没有叫“${handbook}”的手册：${cure}。`;
  }
  if (isSlug(slug)) return undefined;
  return `文件名“${slug}”不行：它就是网址，${SLUG_RULE}，如 account-rep；中文写在 --title 后面。`;
}
