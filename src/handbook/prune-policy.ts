import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

const POLICY = /<meta http-equiv="content-security-policy" content="[^"]*">/;
const HASH = / 'sha256-[^']*'/g;
/** Scripts and styles that stand in the page itself. */
const INLINE = /<(script|style)\b(?![^>]*\ssrc=)[^>]*>([^]*?)<\/\1>/g;

/**
 * Leaves in each page's policy the hashes of the scripts and styles that it holds. Astro writes those of
 * the whole site into every page; files of the site need none, since 'self' allows them.
 */
export function prunePolicies(): AstroIntegration {
  return {
    name: 'prune-policies',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        const files = await readdir(root, { recursive: true });
        for (const file of files.filter((name) => name.endsWith('.html'))) {
          const html = await readFile(join(root, file), 'utf8');
          await writeFile(join(root, file), prunePolicy(html));
        }
      },
    },
  };
}

/** A page whose policy names no hash that nothing in it has. */
export function prunePolicy(html: string): string {
  const held = new Set([...html.matchAll(INLINE)].map(([, , text = '']) => hashOf(text)));
  return html.replace(POLICY, (policy) =>
    policy.replace(HASH, (hash) => (held.has(hash.slice(2, -1)) ? hash : '')),
  );
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
