import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { prunePolicy } from '../../../src/handbook/prune-policy';

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const page = (scripts: readonly string[], styles: readonly string[], body: string) =>
  `<meta http-equiv="content-security-policy" content="default-src 'self'; script-src 'self' 'wasm-unsafe-eval' ${scripts.map(hash).join(' ')}; style-src 'self' ${styles.map(hash).join(' ')};">${body}`;

test('keeps the hashes of what the page holds, whatever their type, and drops all others', () => {
  const body =
    '<script>one()</script><script type="speculationrules">{"prefetch":[]}</script><style>p{}</style>';
  expect(prunePolicy(page(['one()', 'two()', '{"prefetch":[]}'], ['p{}', ''], body))).toBe(
    page(['one()', '{"prefetch":[]}'], ['p{}'], body),
  );
});

test('a script of a file needs no hash, and what is written in the text is no policy', () => {
  const body = `<script type="module" src="/a.js"></script><p>'sha256-abc='</p>`;
  const pruned = prunePolicy(page(['', 'two()'], [''], body));
  expect(pruned).toContain(`script-src 'self' 'wasm-unsafe-eval'; style-src 'self';`);
  expect(pruned).toContain(body);
});
