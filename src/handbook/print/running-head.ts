/** The lines that run along the top and bottom of every sheet, as CSS margin boxes. */

/** A text as a CSS string, safe within a style element. */
export function cssString(text: string): string {
  const escaped = text.replace(
    // eslint-disable-next-line no-control-regex
    /["\\<>\u0000-\u001f]/g,
    (char) => `\\${(char.codePointAt(0) ?? 0).toString(16)} `,
  );
  return `"${escaped}"`;
}

/**
 * The page rule that fills the head of each sheet. How it looks, and the page number, is in
 * `styles/print.css`: only the words differ from page to page.
 *
 * @param name of a named page; none: every sheet of the document
 */
export function runningHead(left: string, right: string, name = ''): string {
  return `@page ${name}{@top-left{content:${cssString(left)}}@top-right{content:${cssString(right)}}}`;
}
