/**
 * A blank form as the clipboard takes it: tables for programs that paste HTML (Word, 飞书) and lines with
 * tabs for those that paste text (Excel, a chat).
 */

/** Rows of cells, all of one length. */
export type FormRows = readonly (readonly string[])[];

/** The form as lines: cells apart by tabs; a cell with a tab, a line break or a leading quote in quotes, as Excel reads it. */
export function toTsv(rows: FormRows): string {
  return rows.map((cells) => cells.map(quoted).join('\t')).join('\r\n');
}

const quoted = (cell: string) =>
  /[\t\r\n]|^"/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

/** The form as a table with lines. @param hasHead whether the first row names the columns */
export function toHtmlTable(rows: FormRows, hasHead: boolean): string {
  const drawn = rows.map((cells, index) => {
    const tag = hasHead && index === 0 ? 'th' : 'td';
    return `<tr>${cells.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('')}</tr>`;
  });
  return `<table border="1" cellspacing="0">${drawn.join('')}</table>`;
}

/** Text as HTML; line breaks are kept. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/\r?\n/g, '<br>');
}
