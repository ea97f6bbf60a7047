/**
 * Leaves in each page's content security policy only the hashes of what lies in that page. Astro
 * lists those of all its own scripts and styles everywhere: half a kilobyte that does not compress.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

const POLICY = /<meta http-equiv="content-security-policy" content="[^"]*">/i;
const HASH = / '(sha256-[^']+)'/g;
/** Scripts and styles whose text lies in the page; data in a script element need no hash, and get none. */
const INLINE = /<(script|style)(?:\s(?![^>]*\ssrc=|src=)[^>]*)?>([^]*?)<\/\1>/g;

/** A page with the hashes of its own inline scripts and styles only. */
export function trimPolicy(html: string): string {
  const present = new Set(
    [...html.matchAll(INLINE)].map(
      ([, , text = '']) => `sha256-${createHash('sha256').update(text).digest('base64')}`,
    ),
  );
  return html.replace(POLICY, (policy) =>
    policy.replace(HASH, (source, hash: string) => (present.has(hash) ? source : '')),
  );
}

/** Trims the policies of all built pages. */
export function trimPolicies(): AstroIntegration {
  return {
    name: 'trim-policies',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        const files = await readdir(root, { recursive: true });
        for (const file of files.filter((name) => name.endsWith('.html'))) {
          const path = join(root, file);
          await writeFile(path, trimPolicy(await readFile(path, 'utf8')));
        }
      },
    },
  };
}
