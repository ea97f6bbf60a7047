/** The list of src/README.md, “Ways out”, against the calls that there are. */
import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { rowsOf, sources } from '../support/sources.ts';

const { text: SECTION, rows } = rowsOf('Ways out');
const ROWS = rows.map((line) => line.split('|').map((cell) => cell.trim()));

/** What downloads, copies or prints; those who do it for others define it. */
const CALLS = /\b(download|copyText|copyFormatted|printPage|openText|persist)\(/;
const BROWSERS_OWN = /\bexecCommand\(|clipboard\.write|\bprint\(\)|\.download = |randomUUID\(/;

const all = sources().map(({ path, text }) => ({
  /** As the list names it: `records/ExportFile`. */
  name: path.replace(/^islands\//, '').replace(/\.\w+$/, ''),
  text,
}));

/** Those who call one, but for the definition itself. */
const callers = all.filter(({ text }) =>
  CALLS.test(text.replace(/function (download|copyText|copyFormatted|printPage|openText)\(/g, '')),
);

describe('the list of ways out', () => {
  test('there are callers and rows', () => {
    expect(callers.length).toBeGreaterThan(7);
    expect(ROWS.length).toBeGreaterThan(callers.length);
  });

  test.each(callers.map(({ name }) => name))('names %s', (name) => {
    expect(SECTION).toContain(`\`${name}\``);
  });

  test('only its helpers call what browsers refuse', () => {
    const own = all.filter(({ text }) => BROWSERS_OWN.test(text)).map(({ name }) => name);
    expect(own.sort()).toEqual([
      'progress/runs/random-uuid',
      'shared/copy-otherwise',
      'shared/copy-text',
      'shared/download',
      'shared/print-page',
    ]);
  });

  test.each(ROWS.map((cells) => [cells[1] ?? '', cells[3] ?? '']))('%s is tested', (_, tests) => {
    const named = [...tests.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? '');
    expect(named.length).toBeGreaterThan(0);
    for (const name of named) {
      expect(existsSync(`tests/${name.replace('…', 'browser')}.test.ts`), name).toBe(true);
    }
  });
});
