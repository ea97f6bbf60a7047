/** What whoever hosts the site sets through the environment. */
export interface SiteSettings {
  /** Origin of the published site, e.g. `https://handbook.example.com`; absent: no canonical links. */
  readonly siteUrl: string | undefined;
  /** Path the site lives under: begins and ends with `/`. */
  readonly basePath: string;
  /** What every storage key of the site begins with. */
  readonly siteKey: string;
  /** True: every page asks search engines to stay away. */
  readonly noIndex: boolean;
  /** Where the 反馈 link of every page leads: an address, or a mail address; absent: no link. */
  readonly feedbackUrl: string | undefined;
  /** True: the build writes `.gz` and `.br` files beside its text files. */
  readonly precompress: boolean;
  /** False: the site offers no reading without a network, and takes back what was kept. */
  readonly offline: boolean;
  /** Where the build is written. */
  readonly outDir: string;
}

/**
 * Reads the site's settings from environment variables (`SITE_URL`, `BASE_PATH`, `SITE_KEY`,
 * `NOINDEX`, `FEEDBACK_URL`, `PRECOMPRESS`, `OFFLINE`, `OUT_DIR`), all optional.
 *
 * @throws Error that names the variable, what was found and what is expected.
 */
export function readSiteSettings(env: Record<string, string | undefined>): SiteSettings {
  const basePath = readBasePath(env['BASE_PATH']);
  return {
    siteUrl: readSiteUrl(env['SITE_URL']),
    basePath,
    siteKey: readSiteKey(env['SITE_KEY'], basePath),
    noIndex: readFlag('NOINDEX', env['NOINDEX']),
    feedbackUrl: readFeedbackUrl(env['FEEDBACK_URL']),
    precompress: readFlag('PRECOMPRESS', env['PRECOMPRESS']),
    offline: readFlag('OFFLINE', env['OFFLINE'], true),
    outDir: env['OUT_DIR'] || './dist',
  };
}

function readSiteUrl(value: string | undefined): string | undefined {
  if (!value) return undefined;
  if (!URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol)) {
    throw new Error(
      `SITE_URL is "${value}"; expected an http(s) address, e.g. https://handbook.example.com`,
    );
  }
  return value;
}

function readBasePath(value: string | undefined): string {
  const path = `/${value ?? ''}/`.replace(/\/+/g, '/');
  if (!/^\/([A-Za-z0-9._~-]+\/)*$/.test(path)) {
    throw new Error(`BASE_PATH is "${value}"; expected a path such as /kehubu/`);
  }
  return path;
}

/** Sites on one origin share its storage, so the key follows the base path unless it is set. */
function readSiteKey(value: string | undefined, basePath: string): string {
  if (!value)
    return `khb${basePath === '/' ? '' : `.${basePath.slice(1, -1).replaceAll('/', '.')}`}`;
  if (!/^[A-Za-z0-9._-]{1,40}$/.test(value)) {
    throw new Error(
      `SITE_KEY is "${value}"; expected 1 to 40 letters, digits, dots, hyphens or underscores`,
    );
  }
  return value;
}

function readFlag(name: string, value: string | undefined, byDefault = false): boolean {
  if (!value) return byDefault;
  if (/^(0|false|no)$/i.test(value)) return false;
  if (/^(1|true|yes)$/i.test(value)) return true;
  throw new Error(`${name} is "${value}"; expected 1 or 0`);
}

function readFeedbackUrl(value: string | undefined): string | undefined {
  if (!value) return undefined;
  if (!URL.canParse(value) || !/^(https?|mailto):$/.test(new URL(value).protocol)) {
    throw new Error(
      `FEEDBACK_URL is "${value}"; expected an http(s) or mailto address, e.g. mailto:handbook@example.com`,
    );
  }
  return value;
}
