/** How a page becomes a PDF: the style sheet sets size and margins; headings become bookmarks. */
export const PDF_OPTIONS = {
  preferCSSPageSize: true,
  printBackground: true,
  outline: true,
  tagged: true,
} as const;
