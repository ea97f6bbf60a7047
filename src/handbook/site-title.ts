/** The name of the site. */
export const SITE_TITLE = '客户部工作手册';
