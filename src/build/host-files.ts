/**
 * What hosts are told in files of their own, written beside the pages: Apache's `.htaccess`, and
 * `_headers` of Netlify and Cloudflare Pages. For nginx there is `scripts/deploy/nginx.conf`.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { HASHED_FOLDERS } from '../model/data-folders.ts';

/**
 * What every answer carries. Each page has its own content security policy in a meta tag, which cannot
 * hold `frame-ancestors`. Workers come from the site alone, whatever page asks for one.
 */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': "frame-ancestors 'none'; worker-src 'self'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
};

/** Pages and files that keep their names are asked for again each time: editions must not mix. */
export const REVALIDATED = 'public, max-age=0, must-revalidate';

/** Files whose address holds a hash are kept for good. */
export const IMMUTABLE = 'public, max-age=31536000, immutable';

/** Endings of text files, which are sent packed, with their types. */
export const TEXT_TYPES: Readonly<Record<string, string>> = {
  html: 'text/html',
  css: 'text/css',
  js: 'text/javascript',
  mjs: 'text/javascript',
  json: 'application/json',
  svg: 'image/svg+xml',
  webmanifest: 'application/manifest+json',
  xml: 'application/xml',
  txt: 'text/plain',
};

/** `.htaccess` of a site under a base path, which begins and ends with `/`. */
export function apacheFile(base: string): string {
  const hashed = `^${base.replaceAll('.', '\\.')}(${HASHED_FOLDERS.join('|')})/`;
  const endings = Object.keys(TEXT_TYPES).join('|');
  const precompressed = ['br', 'gz'].map((ending) => {
    const coding = ending === 'br' ? 'br' : 'gzip';
    return `  RewriteCond %{HTTP:Accept-Encoding} \\b${coding}\\b
  RewriteCond %{REQUEST_FILENAME}.${ending} -f
  RewriteRule ^(.+)\\.(${endings})$ $1.$2.${ending} [L]`;
  });
  const headers = { ...SECURITY_HEADERS, 'Cache-Control': REVALIDATED };
  return `# Apache 2.4. Needs AllowOverride FileInfo Indexes; modules headers, rewrite, mime, dir.
ErrorDocument 404 ${base}404.html
DirectoryIndex index.html

<IfModule mod_mime.c>
${Object.entries(TEXT_TYPES)
  .map(([ending, type]) => `  AddType ${type} .${ending}`)
  .join('\n')}
  AddCharset utf-8 ${Object.keys(TEXT_TYPES)
    .map((ending) => `.${ending}`)
    .join(' ')}
  # A build with PRECOMPRESS=1 writes them; Apache takes them for languages and archives.
  RemoveLanguage .br
  RemoveType .br .gz
  AddEncoding br .br
  AddEncoding gzip .gz
</IfModule>

<IfModule mod_rewrite.c>
  RewriteEngine On
  RewriteBase ${base}
  # No listing of folders, and nothing of what is meant for hosts.
  RewriteCond %{REQUEST_FILENAME} -d
  RewriteCond %{REQUEST_FILENAME}/index.html !-f
  RewriteRule ^ - [R=404,L]
  RewriteRule ^(_headers|\\.htaccess)$ - [R=404,L]
${precompressed.join('\n')}
</IfModule>

<IfModule mod_headers.c>
${Object.entries(headers)
  .map(([name, value]) => `  Header always set ${name} "${value}"`)
  .join('\n')}
  <If "%{REQUEST_URI} =~ m#${hashed}#">
    Header always set Cache-Control "${IMMUTABLE}" "expr=%{REQUEST_STATUS} -lt 400"
  </If>
  <FilesMatch "\\.(${endings})(\\.(br|gz))?$">
    Header always merge Vary Accept-Encoding
  </FilesMatch>
</IfModule>
`;
}

/** `_headers` of a site under a base path, which begins and ends with `/`. */
export function headersFile(base: string): string {
  const lines = (headers: Readonly<Record<string, string>>) =>
    Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`);
  return [
    '# Netlify and Cloudflare Pages',
    `${base}*`,
    ...lines({ ...SECURITY_HEADERS, 'Cache-Control': REVALIDATED }),
    ...HASHED_FOLDERS.flatMap((folder) => [
      '',
      `${base}${folder}/*`,
      // Otherwise both values would be sent.
      '  ! Cache-Control',
      ...lines({ 'Cache-Control': IMMUTABLE }),
    ]),
    '',
  ].join('\n');
}

/** Writes both into the build. */
export function hostFiles({ base }: { readonly base: string }): AstroIntegration {
  return {
    name: 'host-files',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        await writeFile(join(root, '.htaccess'), apacheFile(base));
        await writeFile(join(root, '_headers'), headersFile(base));
      },
    },
  };
}
