import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { settlePolicy } from '../../../../src/build/seams/page-policy.ts';

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const START = '<meta charset="utf-8">';

const policy = (scripts: readonly string[], styles: readonly string[]) =>
  `<meta http-equiv="content-security-policy" content="default-src 'self'; script-src 'self' 'wasm-unsafe-eval' ${scripts.map(hash).join(' ')}; style-src 'self' ${styles.map(hash).join(' ')};">`;

test('keeps the hashes of what the page holds, whatever their type, and drops all others', () => {
  const head =
    '<script>one()</script><script type="speculationrules">{"prefetch":[]}</script><style>p{}</style>';
  const written = policy(['one()', 'two()', '{"prefetch":[]}'], ['p{}', '']);
  const kept = policy(['one()', '{"prefetch":[]}'], ['p{}']);
  // First in the head: it covers only what follows it.
  expect(settlePolicy(`${START}${head}${written}<p>`)).toBe(`${START}${kept}${head}<p>`);
});

test('a script of a file needs no hash, and what is written in the text is no policy', () => {
  const body = `<script type="module" src="/a.js"></script><p>'sha256-abc='</p>`;
  const settled = settlePolicy(START + policy(['', 'two()'], ['']) + body);
  expect(settled).toContain(`script-src 'self' 'wasm-unsafe-eval'; style-src 'self';`);
  expect(settled).toContain(body);
});

test('a page that begins otherwise is an error, one without a policy stays as it is', () => {
  expect(() => settlePolicy(policy([], []))).toThrow('no place');
  expect(settlePolicy('<p>$&</p>')).toBe('<p>$&</p>');
});
