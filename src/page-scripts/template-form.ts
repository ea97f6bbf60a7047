/** Copies a template as a table, or prints its blank form alone. Loaded when one is asked for. */
import { escaped, toHtmlTable, toTsv, type FormRows } from '../model/form-text.ts';
import { copyFormatted } from '../islands/shared/copy-otherwise.ts';
import { loadStyles } from '../islands/shared/load-styles.ts';
import { make } from '../islands/shared/make.ts';
import { printPage } from '../islands/shared/print-page.ts';
import styles from '../styles/printed-form.css?url';

/** How long the button says that it was copied, in milliseconds. */
const SAID_FOR = 2000;

interface FormTable {
  /** What its rows are, where the form has more than them. */
  readonly caption?: string | undefined;
  readonly rows: FormRows;
  readonly hasHead: boolean;
}

/** What a template asks to be filled in. */
interface Form {
  readonly title: string;
  /** Its tables; none where it is a text with gaps, not a table or a list. */
  readonly tables: readonly FormTable[];
  /** Its blocks, without the worked example. */
  readonly blocks: readonly Element[];
}

/** Does what a template's button says. */
export async function useTemplate(button: HTMLElement): Promise<void> {
  const figure = button.closest<HTMLElement>('[data-template]');
  if (!figure) return;
  const form = readForm(figure);
  if (button.dataset['templateTool'] === 'print') return printForm(form);
  if (!(await copyFormatted(htmlOf(form), textOf(form)))) return;
  say('已复制，可以粘到 Word、Excel、飞书里');
  button.dataset['copied'] = '已复制';
  setTimeout(() => delete button.dataset['copied'], SAID_FOR);
}

function say(words: string): void {
  const status = document.getElementById('page-status');
  if (status) status.textContent = words;
}

function readForm(figure: HTMLElement): Form {
  const blocks = [...figure.children].filter(
    (each) => !each.matches('figcaption, .template__example, .template__use, .alias'),
  );
  const title = figure.dataset['template'] ?? '';
  const tables = blocks.flatMap((block) => block.querySelector('table') ?? []).map(readTable);
  if (tables.length > 0) return { title, tables, blocks };
  const isText = blocks.some((block) => block.matches('p') && !isHeading(block));
  return { title, tables: isText ? [] : [{ rows: listRows(blocks), hasHead: false }], blocks };
}

/** What is written in a table, or so many blank rows below its head. */
function readTable(table: HTMLTableElement): FormTable {
  const { caption, blankRows } = table.dataset;
  const rows = [...table.rows].map((row) => [...row.cells].map(wordsOf));
  const [head = []] = rows;
  const blank = Array.from({ length: Number(blankRows) }, () => head.map(() => ''));
  return {
    caption,
    rows: blankRows ? [head, ...blank] : rows,
    hasHead: table.tHead !== null,
  };
}

const wordsOf = (element: Element) => (element.textContent ?? '').trim();

/** True for a paragraph of bold words alone. */
const isHeading = (block: Element) =>
  block.children.length === 1 && wordsOf(block) === wordsOf(block.children[0] ?? block);

/** Each item of a list is a row: what is asked, how, and room for the answer. */
function listRows(blocks: readonly Element[]): FormRows {
  const rows = blocks.flatMap((block) =>
    block.matches('ul, ol') ? [...block.querySelectorAll('li')].map(itemRow) : [[wordsOf(block)]],
  );
  const width = Math.max(...rows.map((row) => row.length)) + 1;
  return rows.map((row) => [...row, ...Array<string>(width - row.length).fill('')]);
}

function itemRow(item: Element): string[] {
  const [, name = '', how = ''] = /^(?<name>[^：]+)：(?<how>.*)$/su.exec(wordsOf(item)) ?? [];
  const isNamed = item.firstElementChild?.matches('strong') || how === '';
  return name && isNamed ? [name, ...(how ? [how] : [])] : [wordsOf(item)];
}

const htmlOf = ({ tables, blocks }: Form) =>
  tables.length > 0
    ? tables
        .map(
          ({ caption, rows, hasHead }) =>
            (caption ? `<p>${escaped(caption)}</p>` : '') + toHtmlTable(rows, hasHead),
        )
        .join('<br>')
    : blocks.map(plainHtml).join('');

const textOf = ({ tables, blocks }: Form) =>
  tables.length > 0
    ? tables
        .map(({ caption, rows }) => (caption ? `${caption}\r\n` : '') + toTsv(rows))
        .join('\r\n\r\n')
    : blocks.map(plainText).filter(Boolean).join('\r\n\r\n');

const listItems = (list: Element) => [...list.children].map(wordsOf);

function plainHtml(block: Element): string {
  if (!block.matches('ul, ol')) return `<p>${escaped(wordsOf(block))}</p>`;
  const tag = block.localName;
  return `<${tag}>${listItems(block)
    .map((item) => `<li>${escaped(item)}</li>`)
    .join('')}</${tag}>`;
}

function plainText(block: Element): string {
  if (!block.matches('ul, ol')) return wordsOf(block);
  const isNumbered = block.matches('ol');
  return listItems(block)
    .map((item, index) => `${isNumbered ? `${index + 1}.` : '-'} ${item}`)
    .join('\r\n');
}

/** Prints the form and nothing else of the page. @throws Error without its styles, which hide the rest */
async function printForm({ title, tables, blocks }: Form): Promise<void> {
  if (!(await loadStyles(styles))) throw new Error('No styles for the printed form');
  const body =
    tables.length > 0
      ? tables.map(drawTable)
      : blocks.map((each) => each.cloneNode(true) as Element);
  const sheet = make(
    'div',
    { class: 'printed-form' },
    make('p', { class: 'printed-form__title' }, title),
    ...body,
  );
  document.body.append(sheet);
  const root = document.documentElement;
  root.dataset['printsForm'] = '';
  const end = () => {
    sheet.remove();
    delete root.dataset['printsForm'];
  };
  addEventListener('afterprint', end, { once: true });
  if (!(await printPage())) end();
}

function drawTable({ caption, rows, hasHead }: FormTable): HTMLElement {
  // A single blank column takes what room there is; where all are blank, they share it.
  const body = rows.slice(hasHead ? 1 : 0);
  const isBlank = rows[0]?.map((_, at) => body.every((row) => row[at] === ''));
  const blanks = isBlank?.includes(false) ? isBlank : undefined;
  const drawn = rows.map((row, index) => {
    const tag = hasHead && index === 0 ? 'th' : 'td';
    return make(
      'tr',
      {},
      ...row.map((cell, at) => make(tag, { 'data-blank': blanks?.[at] ?? false }, cell)),
    );
  });
  const [head, ...others] = drawn;
  const title = caption ? [make('caption', {}, caption)] : [];
  return hasHead && head
    ? make('table', {}, ...title, make('thead', {}, head), make('tbody', {}, ...others))
    : make('table', {}, ...title, make('tbody', {}, ...drawn));
}
