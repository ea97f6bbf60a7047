/** The public holidays: real days, each in its own year, none off and worked at once. */
import { weekdayOf } from '../../model/day.ts';
import { holidaysSchema } from '../../schemas/holidays.ts';
import { checkDay } from '../advice/day.ts';
import type { Field } from '../parse/field.ts';
import { problem, type Problem } from '../problem.ts';
import { issueProblems } from '../advice/schema-issues.ts';
import type { ContentTree } from '../content-tree.ts';

export const HOLIDAYS_FILE = 'content/holidays.yaml';

/**
 * Checks the file of public holidays. Not to be asked while a file cannot be read.
 *
 * @param isNeeded false where a content without the file is no fault
 */
export function checkHolidays({ data }: ContentTree, isNeeded: boolean): Problem[] {
  const root = data.get(HOLIDAYS_FILE);
  if (!root) return isNeeded ? [missing()] : [];
  const shape = checkShape(root);
  if (shape.length > 0) return shape;
  const years = root.items();
  return [
    ...repeated(
      years.map((year) => year.get('year')),
      'duplicate-year',
      '同一年只写一组',
      '把两组合成一组',
    ),
    ...years.flatMap(checkYear),
  ];
}

function missing(): Problem {
  return problem({ file: HOLIDAYS_FILE, line: 1 }, 'missing-holidays', {
    found: '没有节假日的文件',
    expected: `${HOLIDAYS_FILE} 里有每一年的放假安排`,
    fix: '把文件放回原处',
  });
}

function noYears(root: Field): Problem {
  return problem(root.place, 'no-years', {
    found: '这里不是一年一组的列表',
    expected: '每年一组，以“- year: 2026”开头，下面是 off（放假）和 work（上班）',
    fix: '照文件开头的说明写',
  });
}

/** Days are left to `checkDay`, which says what a day looks like. */
function checkShape(root: Field): Problem[] {
  if (!Array.isArray(root.toData())) return [noYears(root)];
  const issues = holidaysSchema.safeParse(root.toData()).error?.issues ?? [];
  const others = issues.filter(({ path }) => path.length < 3);
  return [
    ...others.flatMap((issue) => issueProblems(issue, root, holidaysSchema)),
    ...root
      .items()
      .flatMap((year) => [
        ...daysOf(year, 'off').flatMap((day) => checkDay(day, '放假')),
        ...daysOf(year, 'work').flatMap((day) => checkDay(day, '调休上班')),
      ]),
  ];
}

function checkYear(year: Field): Problem[] {
  const number = String(year.get('year').scalar);
  const [off, work] = [daysOf(year, 'off'), daysOf(year, 'work')];
  const once = '一天只写一次';
  return [
    ...[...off, ...work].flatMap((day) => checkIsIn(number, day)),
    ...repeated(off, 'repeated-day', once, '删掉多写的一行'),
    ...repeated(work, 'repeated-day', once, '删掉多写的一行'),
    ...work.flatMap((day) => [...checkIsNotOff(day, off), ...checkIsWeekend(day)]),
  ];
}

function checkIsIn(year: string, day: Field): Problem[] {
  const own = textOf(day).slice(0, 4);
  if (own === year) return [];
  return [
    problem(day.place, 'day-of-other-year', {
      found: `${year} 年这一组里写了 ${textOf(day)}`,
      expected: '日期写在它自己那一年里',
      fix: `写错了就改正；没写错就移到 ${own} 年那一组`,
    }),
  ];
}

function checkIsNotOff(day: Field, off: readonly Field[]): Problem[] {
  const same = off.find((each) => textOf(each) === textOf(day));
  if (!same) return [];
  return [
    problem(day.place, 'off-and-work', {
      found: `${textOf(day)} 写成了上班，第 ${same.place.line} 行又写成放假`,
      expected: '一天要么放假，要么上班',
      fix: '对照放假通知，删掉写错的一行',
    }),
  ];
}

const WEEKDAYS = ['一', '二', '三', '四', '五'];

function checkIsWeekend(day: Field): Problem[] {
  const name = WEEKDAYS[weekdayOf(textOf(day)) - 1];
  if (name === undefined) return [];
  return [
    problem(day.place, 'worked-weekday', {
      found: `${textOf(day)} 是星期${name}，本来就上班`,
      expected: 'work（上班）里只写调休上班的周六、周日',
      fix: '对照放假通知改正日期，或者删掉这一行',
    }),
  ];
}

/** Every value after the first of the same. */
function repeated(
  fields: readonly Field[],
  rule: string,
  expected: string,
  fix: string,
): Problem[] {
  return fields.flatMap((field, index) => {
    const first = fields.findIndex((each) => textOf(each) === textOf(field));
    const line = fields[first]?.place.line ?? 0;
    if (first === index) return [];
    return [
      problem(field.place, rule, {
        found: `${textOf(field)} 在第 ${line} 行已经写过`,
        expected,
        fix,
      }),
    ];
  });
}

function daysOf(year: Field, list: 'off' | 'work'): Field[] {
  return year.get(list).items();
}

function textOf(field: Field): string {
  return String(field.scalar);
}
