/** What every storage key of this site begins with, set at build (`SITE_KEY`). */
export const SITE_KEY: string = import.meta.env.PUBLIC_SITE_KEY ?? 'khb';
