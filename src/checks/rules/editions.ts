/** The editions: numbered without a gap, dated in order, each change leading to what changed. */
import { editionSchema } from '../../schemas/edition.ts';
import { publishedOf } from '../register/fingerprint.ts';
import { checkDay } from '../advice/day.ts';
import type { Field } from '../parse/field.ts';
import { fieldName } from '../advice/field-names.ts';
import { didYouMean } from '../advice/nearest.ts';
import { problem, type Problem } from '../problem.ts';
import { endOf, isAccountedFor, viewRegister } from '../register/register-view.ts';
import { issueProblems } from '../advice/schema-issues.ts';
import type { ContentTree } from '../content-tree.ts';

const EDITION_FILE = /^content\/editions\/([^/]+)\.yaml$/;

/** Stands in a drafted line where the editor has something to write. */
export const UNFILLED = '待填';

interface EditionFile {
  readonly file: string;
  readonly name: string;
  readonly root: Field;
  readonly number: number;
}

/**
 * Checks all editions. Not to be asked while a file cannot be read.
 *
 * @param isNeeded false where a content without an edition is no fault
 */
export function checkEditions(tree: ContentTree, isNeeded: boolean): Problem[] {
  const editions = editionsOf(tree);
  if (editions.length === 0) return isNeeded ? [missing()] : [];
  const shape = editions.flatMap(({ root }) => checkShape(root));
  if (shape.length > 0) return shape;
  return [
    ...editions.flatMap(checkName),
    ...editions.flatMap((edition, index) => checkOrder(edition, index, editions[index - 1])),
    ...checkReferences(tree, editions),
  ];
}

export interface NewestEdition {
  /** Undefined when there is no edition. */
  readonly file: string | undefined;
  readonly number: number;
  /** Its day as written; undefined when there is none. */
  readonly date: string | undefined;
  /** What it says has changed. */
  readonly references: ReadonlySet<string>;
  /** What of it is new: the items of a page that was added came with it. */
  readonly added: ReadonlySet<string>;
}

export function newestEdition(tree: ContentTree): NewestEdition {
  const newest = editionsOf(tree).at(-1);
  return {
    file: newest?.file,
    number: newest?.number ?? 0,
    date: newest?.root.get('date').text,
    references: new Set(newest ? changedIn(newest).map(({ reference }) => reference) : []),
    added: new Set(
      newest
        ? changedIn(newest).flatMap(({ reference, kind }) => (kind === 'added' ? reference : []))
        : [],
    ),
  };
}

function editionsOf(tree: ContentTree): EditionFile[] {
  return [...tree.data]
    .flatMap(([file, root]) => {
      const name = EDITION_FILE.exec(file)?.[1];
      const number = Number(root.get('number').scalar);
      return name === undefined ? [] : [{ file, name, root, number }];
    })
    .sort((a, b) => a.number - b.number);
}

function missing(): Problem {
  return problem({ file: 'content/editions/1.yaml', line: 1 }, 'missing-edition', {
    found: '没有版次',
    expected: 'content/editions/ 里至少有第一版 1.yaml',
    fix: '把版次文件放回原处',
  });
}

function checkShape(root: Field): Problem[] {
  const issues = editionSchema.safeParse(root.toData()).error?.issues ?? [];
  const day = root.get('date');
  const unfilled = root.descendants().filter(({ text }) => text?.includes(UNFILLED));
  const isUnfilled = (path: readonly PropertyKey[]) =>
    root.at(path).text?.includes(UNFILLED) ?? false;
  const others = issues.filter(
    ({ path }) => (!day.exists || path[0] !== 'date') && !isUnfilled(path),
  );
  return [
    ...unfilled.map(notFilledIn),
    ...others.flatMap((issue) => issueProblems(issue, root, editionSchema)),
    ...checkDay(day, '这一版发布'),
  ];
}

function notFilledIn(field: Field): Problem {
  return problem(field.place, 'unfilled-entry', {
    found: `${fieldName(field.name)}还写着“${UNFILLED}”`,
    expected: '起草的每一处都填上了',
    fix:
      field.name === 'material'
        ? '读者要照着改做法的写 true，只改文字的写 false'
        : '照上面批注里的原文和现在的文字，写一句话',
  });
}

interface NamedChange {
  readonly reference: string;
  readonly kind: string | undefined;
  /** Where it is named. */
  readonly field: Field;
}

/** What an edition says has changed: a page, an item, or several items of a page in one line. */
function changedIn({ root }: EditionFile): NamedChange[] {
  return root
    .get('changes')
    .items()
    .flatMap((change) => {
      const kind = change.get('kind').text;
      const ref = change.get('ref');
      const items = change.get('items');
      if (!items.exists) return [{ reference: ref.text ?? '', kind, field: ref }];
      return items
        .items()
        .map((field) => ({ reference: `${ref.text ?? ''}#${field.text ?? ''}`, kind, field }));
    });
}

function checkName({ name, number, root }: EditionFile): Problem[] {
  if (name === String(number)) return [];
  return [
    problem(root.get('number').place, 'edition-name', {
      found: `文件叫 ${name}.yaml，里面写的是第 ${number} 版`,
      expected: '文件名就是版次的数字，如第 2 版叫 2.yaml',
      fix: '改文件名，或者改 number',
    }),
  ];
}

function checkOrder(edition: EditionFile, index: number, previous?: EditionFile): Problem[] {
  const { root, number } = edition;
  if (number !== index + 1) {
    return [
      problem(root.get('number').place, 'edition-gap', {
        found: `第 ${number} 版前面缺第 ${index + 1} 版`,
        expected: '版次从 1 起，一版接一版',
        fix: `把 number 和文件名改成 ${index + 1}`,
      }),
    ];
  }
  const day = (file: EditionFile) => String(file.root.get('date').scalar);
  if (!previous || day(previous) <= day(edition)) return [];
  return [
    problem(root.get('date').place, 'edition-date', {
      found: `第 ${number} 版的日期 ${day(edition)} 早于前一版的 ${day(previous)}`,
      expected: '后一版的日期不早于前一版',
      fix: '改正日期',
    }),
  ];
}

/** What changed is there, or the register says where it went. Older editions name what was there then. */
function checkReferences(tree: ContentTree, editions: readonly EditionFile[]): Problem[] {
  const known = new Set(['glossary', ...publishedOf(tree).map(({ reference }) => reference)]);
  const register = viewRegister(tree);
  const isKnown = (reference: string) => {
    if (known.has(reference)) return true;
    const end = register && endOf(register, reference);
    return register !== undefined && end !== undefined && isAccountedFor(register, end);
  };
  return editions.flatMap(changedIn).flatMap(({ reference, field }) => {
    if (isKnown(reference)) return [];
    return [
      problem(field.place, 'edition-reference', {
        found: `没有“${reference}”这个页面或条目。${didYouMean(reference, known)}`,
        expected: 'ref 是现在有的，或者在 content/ids.yaml 里写明移走、停用的',
        fix: '照 content/ids.yaml 里的名字改正',
      }),
    ];
  });
}
