/** What the site is called, as `content/site.yaml` says; put in at build. */
export const SITE_TITLE: string = import.meta.env.PUBLIC_SITE_TITLE ?? '';

/** What the names of exported files begin with; a title may have signs that no file name takes. */
export const FILE_NAME: string = String(import.meta.env.PUBLIC_FILE_NAME ?? '').replaceAll(
  /[\\/:*?"<>|\s]+/g,
  '-',
);
