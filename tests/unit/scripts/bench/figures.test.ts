import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { withFigures } from '../../../../scripts/bench/figures.ts';

const README = `# Benchmarks

## \`npm run bench:a\`

What it measures.

\`\`\`text
old a
\`\`\`

## \`npm run bench:b\`

\`\`\`text
old b
\`\`\`
`;

describe('the figures in the README of the benchmarks', () => {
  test('are replaced under their own heading, and nowhere else', () => {
    const text = withFigures(README, 'bench:a', ['first $1', 'second']);
    expect(text).toBe(README.replace('old a', () => 'first $1\nsecond'));
  });

  test('of the last section too', () => {
    expect(withFigures(README, 'bench:b', ['new'])).toBe(README.replace('old b', 'new'));
  });

  test('have nowhere to go without a heading or a block', () => {
    expect(() => withFigures(README, 'bench:c', ['x'])).toThrow('npm run bench:c');
    expect(() => withFigures('\n## `npm run bench:a`\n\nNo block.\n', 'bench:a', ['x'])).toThrow(
      'npm run bench:a',
    );
  });

  test('have a place for every benchmark of package.json', () => {
    const readme = readFileSync('scripts/bench/README.md', 'utf8');
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      scripts: Record<string, string>;
    };
    const names = Object.keys(scripts).filter((name) => name.startsWith('bench:'));
    expect(names).toContain('bench:build');
    for (const name of names) expect(withFigures(readme, name, ['new'])).toContain('\nnew\n');
  });
});
