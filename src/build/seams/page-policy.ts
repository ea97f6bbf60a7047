import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

const POLICY = /<meta http-equiv="content-security-policy" content="[^"]*">/;
const HASH = / 'sha256-[^']*'/g;
/** Scripts and styles that stand in the page itself. */
const INLINE = /<(script|style)\b(?![^>]*\ssrc=)[^>]*>([^]*?)<\/\1>/g;

const START = '<meta charset="utf-8">';

/**
 * Settles each page's policy. Astro writes the hashes of the whole site into every page, behind the
 * scripts and styles of the head, which a policy in a meta tag then does not cover.
 */
export function settlePolicies(): AstroIntegration {
  return {
    name: 'settle-policies',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        const files = await readdir(root, { recursive: true });
        for (const file of files.filter((name) => name.endsWith('.html'))) {
          const html = await readFile(join(root, file), 'utf8');
          await writeFile(join(root, file), settlePolicy(html));
        }
      },
    },
  };
}

/**
 * A page whose policy names the hashes of what stands in the page, no others (files of the site need
 * none, since 'self' allows them), and comes first in its head, so that it counts for all of it.
 *
 * @throws Error for a page with a policy whose head does not begin with its encoding
 */
export function settlePolicy(html: string): string {
  const [policy] = POLICY.exec(html) ?? [];
  if (!policy) return html;
  const held = new Set<string>([...html.matchAll(INLINE)].map(([, , text = '']) => hashOf(text)));
  const own = policy.replace(HASH, (hash) => (held.has(hash.slice(2, -1)) ? hash : ''));
  if (!html.includes(START)) throw new Error(`A page without ${START}: its policy has no place`);
  return html.replace(policy, '').replace(START, () => START + own);
}

/** The source expression under which a policy allows an inline script or style of this text. */
export function hashOf(text: string): `sha256-${string}` {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
