/**
 * Style sheets use nothing that Chrome 109, Firefox 115 or Safari 16.4 lack, save where `@supports` asks
 * first. What merely makes a page finer where it is known (`text-wrap`, `scrollbar-width`, `:has()` in
 * Firefox) is not on the list.
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const STYLES = join(import.meta.dirname, '../../../src/styles');

/** A pattern, an example of it, and the first Chrome, Firefox or Safari that knows it. */
const LACKING: readonly [pattern: RegExp, example: string, since: string][] = [
  [/(?:float|clear):\s*inline-/, 'p { float: inline-start; }', 'Chrome 118'],
  [/[{};]\s*&/, 'p { & > a { color: red; } }', 'Chrome 112'],
  [/\blight-dark\(/, 'p { color: light-dark(red, blue); }', 'Chrome 123'],
  [/\bcolor-mix\(/, 'p { color: color-mix(in oklch, red, blue); }', 'Chrome 111'],
  [/\(\s*from\s/, 'p { color: rgb(from red r g b / 50%); }', 'Chrome 119'],
  [
    /\b(?:round|mod|rem|sin|cos|tan|pow|sqrt|hypot|sign|abs)\(/,
    'p { width: round(1.5px); }',
    'Chrome 111',
  ],
  [/@container[^{]*\bstyle\(/, '@container style(--a: b) { p { color: red; } }', 'Chrome 111'],
  [
    /@(?:scope|starting-style|position-try|function)\b/,
    '@scope (p) { a { color: red; } }',
    'Chrome 117',
  ],
  [
    /\b(?:anchor|anchor-size|calc-size|linear|if|sibling-index)\(/,
    'p { top: anchor(bottom); }',
    'Chrome 113',
  ],
  [/:\s*[^;{}]*\bsubgrid\b/, 'p { grid-template-rows: subgrid; }', 'Chrome 117'],
  [
    /:(?:dir|state|popover-open|user-valid|user-invalid)\b/,
    'p:user-invalid { color: red; }',
    'Chrome 114',
  ],
  [
    /\b(?:field-sizing|interpolate-size|transition-behavior):/,
    'p { field-sizing: content; }',
    'Chrome 117',
  ],
  [
    /\b(?:animation-timeline|timeline-scope|view-timeline)\b/,
    'p { animation-timeline: scroll(); }',
    'Chrome 115',
  ],
  [/\d(?:rlh|rcap|rch|rex|ric|cap)\b/, 'p { width: 2rlh; }', 'Chrome 111'],
];

/** Without comments, texts and addresses. */
const bare = (css: string) =>
  css.replaceAll(/\/\*[^]*?\*\//g, '').replaceAll(/"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'/g, '""');

/** Without what stands under `@supports`. */
function asked(css: string): string {
  const start = css.indexOf('@supports');
  if (start < 0) return css;
  let depth = 0;
  let end = css.indexOf('{', start);
  do {
    if (css[end] === '{') depth += 1;
    if (css[end] === '}') depth -= 1;
    end += 1;
  } while (depth > 0 && end < css.length);
  return css.slice(0, start) + asked(css.slice(end));
}

function lackingIn(css: string): string[] {
  const text = asked(bare(css));
  return LACKING.flatMap(([pattern, , since]) => {
    const found = pattern.exec(text)?.[0];
    return found === undefined ? [] : [`${found.trim()}: ${since}`];
  });
}

const FILES = globSync('**/*.css', { cwd: STYLES });

test('there are style sheets to be read', () => {
  expect(FILES.length).toBeGreaterThan(20);
});

test.each(FILES)('%s', (file) => {
  expect(lackingIn(readFileSync(join(STYLES, file), 'utf8'))).toEqual([]);
});

describe('what is found', () => {
  test.each(LACKING)('%s', (_, example) => {
    expect(lackingIn(example)).toHaveLength(1);
    expect(lackingIn(`a { color: red; } @supports (a: b) { ${example} } p { top: 0; }`)).toEqual(
      [],
    );
    expect(lackingIn(`/* ${example} */ a::after { content: '${example}'; }`)).toEqual([]);
  });
});
