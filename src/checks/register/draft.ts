/** Drafts the lines of an edition: what `npm run edition` does, without touching files or git. */
import type { ContentFile, Problem } from '../index.ts';
import { pageOf, viewRegister, wasPublished, type RegisterView } from './register-view.ts';
import { newestEdition, UNFILLED, type NewestEdition } from '../rules/editions.ts';
import { folded, swapOf, type Entry } from './fold.ts';
import { withEntries } from './place-lines.ts';
import { readContentTree } from '../content-tree.ts';
import type { ChangeKind } from '../../model/vocabulary.ts';
import type { Published } from './fingerprint.ts';

/**
 * The lines that a reference had when its text had a fingerprint.
 *
 * @param path the file that holds it
 * @returns undefined where they are not to be had
 */
export type OldLines = (
  path: string,
  reference: string,
  fingerprint: string,
) => readonly string[] | undefined;

export interface DraftOptions {
  /** True: begin the next edition, else go on with the newest one. */
  readonly isNew: boolean;
  /** `YYYY-MM-DD`, the date of an edition that begins. */
  readonly today: string;
  readonly oldLines: OldLines;
}

export interface Draft {
  /** The file of the edition and its new text. */
  readonly path: string;
  readonly text: string;
  /** The references that got a line. */
  readonly drafted: readonly string[];
}

/**
 * The newest edition, or the next one, with a line to be filled in for everything that changed since it
 * was registered and has no line yet.
 *
 * @returns the problems instead, when a file cannot be read, or there is no register or no edition
 */
export function draftEdition(
  files: readonly ContentFile[],
  { isNew, today, oldLines }: DraftOptions,
): Draft | readonly Problem[] {
  const { tree, problems } = readContentTree(files);
  if (problems.length > 0) return problems;
  const register = viewRegister(tree);
  const newest = newestEdition(tree);
  if (!register || newest.file === undefined) return [nothingToGoBy(newest)];
  const { references, added } = newest;
  const entries = folded(
    entriesOf(register, oldLines).filter(
      ({ reference }) => isNew || !(references.has(reference) || added.has(pageOf(reference))),
    ),
  );
  const number = newest.number + 1;
  const old = files.find(({ path }) => path === newest.file)?.text ?? '';
  const path = isNew ? `content/editions/${String(number)}.yaml` : newest.file;
  return {
    path,
    text: withEntries(isNew ? headOf(number, today) : old, entries, [
      ...new Set([...register.now.keys()].map(pageOf)),
    ]),
    drafted: entries.map(({ reference }) => reference),
  };
}

function nothingToGoBy({ file }: NewestEdition): Problem {
  const path = file === undefined ? 'content/editions/1.yaml' : 'content/ids.yaml';
  return {
    file: path,
    line: 1,
    rule: file === undefined ? 'missing-edition' : 'missing-register',
    found: '没有这个文件，看不出改了什么',
    expected: '有登记册 content/ids.yaml 和至少一版 content/editions/1.yaml',
    fix: '把文件放回原处',
  };
}

/** Everything that is not as it was registered, in the order of the register. */
function entriesOf(register: RegisterView, oldLines: OldLines): Entry[] {
  const { root, published, now, moves } = register;
  const pending = moves.filter(({ from }) => published.has(from) && !now.has(from));
  const moved = pending.map(({ from, to }) => entry(to, 'moved', [`从前叫 ${from}`]));
  const retired = root
    .get('retired')
    .items()
    .flatMap((each) => {
      const reference = each.get('ref').text ?? '';
      if (!published.has(reference) || now.has(reference)) return [];
      return [entry(reference, 'retired', [`停用：${each.get('why').text ?? ''}`])];
    });
  const arrived = new Set(pending.map(({ to }) => to));
  const isNew = (reference: string) => !published.has(reference) && !arrived.has(reference);
  const changed = [...now.values()].flatMap((each) => {
    const { reference } = each;
    const known = published.get(reference)?.text;
    if (known !== undefined) {
      return known === each.fingerprint
        ? []
        : [{ reference, kind: 'changed' as const, ...compared(each, known, oldLines) }];
    }
    // The items of a page that came or moved as a whole come with it.
    const page = pageOf(reference);
    const comesWithPage = page !== reference && !published.has(page) && now.has(page);
    if (!isNew(reference) || comesWithPage) return [];
    const isBack = register.former?.has(reference) === true && wasPublished(register, reference);
    const remarks = each.lines().map((line) => `${isBack ? '又有了' : '新增'}：${line}`);
    return [entry(reference, 'added', remarks)];
  });
  return [...changed, ...moved, ...retired];
}

function entry(reference: string, kind: ChangeKind, remarks: readonly string[]): Entry {
  return { reference, kind, remarks };
}

/** What is not as it was, old and new. */
function compared(
  each: Published,
  known: string,
  oldLines: OldLines,
): Pick<Entry, 'remarks' | 'swap'> {
  const now = each.lines();
  const old = oldLines(each.place.file, each.reference, known);
  if (!old) {
    return {
      remarks: ['原文：取不到（git 里没有登记时的那一版）', ...now.map((line) => `现在：${line}`)],
    };
  }
  const before = old.filter((line) => !now.includes(line));
  const after = now.filter((line) => !old.includes(line));
  const swap = swapOf(before, after);
  return {
    remarks: [...before.map((line) => `原文：${line}`), ...after.map((line) => `现在：${line}`)],
    ...(swap ? { swap } : {}),
  };
}

function headOf(number: number, today: string): string {
  return `number: ${String(number)}
date: ${today}
title: 第${inChinese(number)}版
summary: ${UNFILLED}
changes: []
`;
}

const DIGITS = '零一二三四五六七八九';

/** 1 to 99 as a Chinese numeral, larger ones in figures with spaces around them. */
function inChinese(number: number): string {
  if (number > 99) return ` ${String(number)} `;
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : (DIGITS[tens] ?? '')}十`;
  return `${ten}${ones === 0 ? '' : (DIGITS[ones] ?? '')}`;
}
