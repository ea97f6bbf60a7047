/**
 * The team's table as CSV (RFC 4180) that a spreadsheet program opens by itself: with a byte order mark,
 * so that Chinese stays Chinese, and with guarded cells, so that nothing typed becomes a formula, a
 * number or a date. https://owasp.org/www-community/attacks/CSV_Injection
 */
import { dayOf, type Day } from '../../model/day.ts';
import { NEED_LABEL } from '../../model/plan.ts';
import type { DueItem } from './agenda.ts';
import { personName, type TableRun, type TeamTable } from './table.ts';

/** A cell: a text that is to stay one, or a day or number that the program may know as such. */
export type Cell = string | { readonly plain: Day | number | undefined };

/** Rows as CSV. */
export function csvText(rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cellText).join(',')}\r\n`).join('')}`;
}

/** The table of items, one row for each person and item. @param titleOf title of an item */
export function itemsCsv({ rows, plans }: TeamTable, titleOf: (ref: string) => string): string {
  const head = [
    '姓名或工号',
    '计划',
    '项目',
    '要求',
    '应在',
    '状态',
    '现在第几版',
    '确认的是第几版',
    '确认日期',
    '带教',
    '回执日期',
  ];
  const body = rows.flatMap(({ person, cells }) =>
    [...cells.values()].map((item): Cell[] => [
      personName(person),
      titlesOf(item, person.plans, plans),
      titleOf(item.ref),
      NEED_LABEL[item.need],
      { plain: item.due },
      stateWords(item),
      { plain: item.rev },
      { plain: item.confirmed?.rev },
      { plain: item.confirmed && dayOf(item.confirmed.at) },
      item.confirmed?.by ?? '',
      { plain: dayOf(person.at) },
    ]),
  );
  return csvText([head, ...body]);
}

/** The table of runs. */
export function runsCsv(runs: readonly TableRun[]): string {
  const head = ['姓名或工号', '项目编号', '工作流程', '走到哪一步', '截止', '状态', '回执日期'];
  const body = runs.map(({ person, code, workflow, step, due, isLate, at }): Cell[] => [
    personName(person),
    code,
    workflow,
    step,
    { plain: due },
    isLate ? '晚了' : '进行中',
    { plain: dayOf(at) },
  ]);
  return csvText([head, ...body]);
}

/** How an item stands, in words. */
export function stateWords({ state, isLate, confirmed }: DueItem): string {
  if (state === 'open') return isLate ? '没有，已过期' : '没有';
  if (state === 'changed') return '旧版，手册改了';
  if (state === 'retired') return confirmed ? '有，手册已不用' : '手册已不用';
  return confirmed?.by === undefined ? '有' : '有，带教看过';
}

function titlesOf(
  item: DueItem,
  own: readonly { readonly id: string; readonly plan: { readonly id: string } }[],
  titles: ReadonlyMap<string, string>,
): string {
  const ids = own.filter(({ id }) => item.plans.includes(id)).map(({ plan }) => plan.id);
  return [...new Set(ids)].map((id) => titles.get(id) ?? id).join('、');
}

function cellText(cell: Cell): string {
  if (typeof cell !== 'string') return cell.plain === undefined ? '' : String(cell.plain);
  return `"${guarded(cell).replaceAll('"', '""')}"`;
}

/** What a program would calculate or turn into a number or a date gets an apostrophe before it. */
function guarded(text: string): string {
  const [first = ''] = text.normalize('NFKC').trimStart();
  const isFormula = /[=+\-@|%]/.test(first) || /^[\t\r\n]/.test(text);
  const isNumber = /^[\d.,:/\s年月日eE+-]*\d[\d.,:/\s年月日eE+-]*%?$/.test(text.normalize('NFKC'));
  return isFormula || isNumber ? `'${text}` : text;
}
