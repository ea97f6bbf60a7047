/** What the site says of itself: its name, its seal, and the handbooks it publishes. */
import { HUE_NAMES, HUE_LABEL, type HueName } from '../../model/hues.ts';
import { SITE_FILE, siteSchema } from '../../schemas/site.ts';
import { didYouMean, nearest } from '../advice/nearest.ts';
import { issueProblems } from '../advice/schema-issues.ts';
import type { Field } from '../parse/field.ts';
import { problem, type ContentFile, type Problem } from '../problem.ts';
import type { ContentTree } from '../content-tree.ts';

/**
 * Checks the file.
 *
 * @param isNeeded false where a content without the file is no fault
 * @param files all of the content: a file that cannot be read is there all the same
 */
export function checkIdentityFile(
  site: ContentTree,
  isNeeded: boolean,
  files: readonly ContentFile[],
): Problem[] {
  const root = site.data.get(SITE_FILE);
  if (!root) {
    const isThere = files.some(({ path }) => path === SITE_FILE);
    return isNeeded && !isThere ? [missing(site)] : [];
  }
  if (!root.isMap) return [noFields(root)];
  return [
    ...checkFields(root),
    ...checkPublished(root.get('handbooks').items(), site),
    ...checkHues(root, site),
  ];
}

function missing({ handbooks }: ContentTree): Problem {
  return problem({ file: SITE_FILE, line: 1 }, 'missing-site', {
    found: `没有 ${SITE_FILE}，网站不知道自己叫什么、发布哪几本手册`,
    expected: '里面有 title、seal、lead 和 handbooks',
    fix: `把文件放回原处；新写一份的话，handbooks 从这些里选：${handbooks.join('、')}`,
  });
}

function noFields(root: Field): Problem {
  return problem({ ...root.place, line: 1 }, 'wrong-type', {
    found: '这里不是一组“字段名: 值”',
    expected: '每行一个“字段名: 值”：title、seal、lead、handbooks',
    fix: '照 src/schemas/site.ts 里的说明写',
  });
}

/** What a handbook is called is told apart from what a field has to look like. */
function checkFields(root: Field): Problem[] {
  const issues = siteSchema.safeParse(root.toData()).error?.issues ?? [];
  return issues.flatMap((issue) => {
    const [name, entry] = issue.path;
    const field = root.at(issue.path);
    if (name === 'handbooks' && entry !== undefined && field.text !== undefined) return [];
    if (field.text !== undefined && field.text !== '') {
      if (name === 'seal') return [badSeal(field)];
      if (name === 'fileName') return [badFileName(field)];
    }
    return issueProblems(issue, root, siteSchema);
  });
}

function badSeal(field: Field): Problem {
  const length = [...(field.text ?? '')].length;
  return problem(field.place, 'bad-seal', {
    found:
      length > 1
        ? `seal（印章字）有 ${length} 个字：“${field.text ?? ''}”`
        : `seal（印章字）写的是“${field.text ?? ''}”，不是一个字`,
    expected: '一个汉字、字母或数字，印章里只放得下一个',
    fix: `留一个字，如 ${[...(field.text ?? '')].find((c) => /[\p{L}\p{N}]/u.test(c)) ?? '客'}`,
  });
}

function badFileName(field: Field): Problem {
  return problem(field.place, 'bad-file-name', {
    found: `fileName（导出文件名）写成了“${field.text ?? ''}”`,
    expected: '英文字母、数字、点、连字符和下划线，不超过 30 个，以字母或数字开头，如 kehubu',
    fix: '换成这样的名字；不写这一行，就用网站的标题',
  });
}

/** Every handbook that is published is there, and named once. */
function checkPublished(entries: readonly Field[], { handbooks }: ContentTree): Problem[] {
  const lines = new Map<string, number>();
  return entries.flatMap((entry) => {
    const name = entry.text;
    if (name === undefined) return [];
    const first = lines.get(name);
    if (first !== undefined) return [repeated(entry, name, first)];
    lines.set(name, entry.place.line);
    return handbooks.includes(name) ? [] : [unknown(entry, name, handbooks)];
  });
}

function unknown(entry: Field, name: string, handbooks: readonly string[]): Problem {
  const guess = nearest(name, handbooks);
  return problem(entry.place, 'unknown-handbook', {
    found: `handbooks 写的手册“${name}”没有文件夹。${didYouMean(name, handbooks)}`,
    expected:
      handbooks.length > 0 ? `其中之一：${handbooks.join('、')}` : 'content/ 下一个文件夹的名字',
    fix: guess
      ? `改成 ${guess}`
      : `照 content/ 下的文件夹名改正，或者先写 content/${name}/index.mdx`,
  });
}

function repeated(entry: Field, name: string, first: number): Problem {
  return problem(entry.place, 'handbook-twice', {
    found: `手册“${name}”列了两次，第 ${first} 行已经有了`,
    expected: '每本手册列一次',
    fix: '删掉其中一行',
  });
}

/** As long as there are hues left, no two of the published handbooks share one: it tells them apart. */
function checkHues(root: Field, { pages }: ContentTree): Problem[] {
  const fields = root
    .get('handbooks')
    .texts()
    .flatMap((name) => pages.get(name)?.front?.get('hue') ?? []);
  const used = new Set(fields.map(({ text }) => text));
  const free = HUE_NAMES.filter((name) => !used.has(name));
  if (free.length === 0) return [];
  const first = new Map<string, Field>();
  return fields.flatMap((field) => {
    const hue = field.text;
    if (hue === undefined) return [];
    const before = first.get(hue);
    if (!before) {
      first.set(hue, field);
      return [];
    }
    if (before.place.file === field.place.file) return [];
    return [
      problem(field.place, 'same-hue', {
        found: `这本手册的颜色 ${hue} 和 ${before.place.file} 的一样`,
        expected: '一起发布的手册各有各的颜色，一眼分得开',
        fix: `换成没有用的：${free.map((name: HueName) => `${name}（${HUE_LABEL[name]}）`).join('、')}`,
      }),
    ];
  });
}
