/**
 * `npm run test:spreadsheet`: opens the team's CSV in LibreOffice, without a window, and looks at what
 * became of every cell: Chinese, dates and leading zeros stay, and nothing is calculated. Takes an installed
 * LibreOffice, or the `soffice` that SOFFICE_PATH names. Not part of `npm test`: it is not on every machine.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { csvText, type Cell } from '../src/progress/training/csv.ts';

/** Cells, each with the type and the text that the program has to give it. */
const CASES: readonly (readonly [Cell, 'string' | 'date' | 'float', string])[] = [
  ['小王', 'string', '小王'],
  ['第 2 版，“新”', 'string', '第 2 版，“新”'],
  ['007', 'string', "'007"],
  ['13800138000123456', 'string', "'13800138000123456"],
  ['3-4', 'string', "'3-4"],
  ['2026-11-27', 'string', "'2026-11-27"],
  ['1e5', 'string', "'1e5"],
  ['=1+1', 'string', "'=1+1"],
  ['＝1+1', 'string', "'＝1+1"],
  [' =1+1', 'string', "' =1+1"],
  ['+86 138', 'string', "'+86 138"],
  ['-1', 'string', "'-1"],
  ['@SUM(A1:A9)', 'string', "'@SUM(A1:A9)"],
  [
    '=HYPERLINK("http://127.0.0.1/?"&A1;"看")',
    'string',
    `'=HYPERLINK("http://127.0.0.1/?"&A1;"看")`,
  ],
  ['说"好"，又说"不好"', 'string', '说"好"，又说"不好"'],
  [{ plain: '2026-11-27' }, 'date', '2026-11-27'],
  [{ plain: 2 }, 'float', '2'],
];

const soffice = process.env['SOFFICE_PATH'] ?? 'soffice';
if (spawnSync(soffice, ['--version']).status !== 0) {
  console.error(
    `There is no LibreOffice here (${soffice}). On Debian: apt-get install libreoffice-calc-nogui; or name it by SOFFICE_PATH.`,
  );
  process.exit(1);
}

const folder = mkdtempSync(join(tmpdir(), 'spreadsheet-'));
try {
  const csv = join(folder, 'team.csv');
  writeFileSync(csv, csvText(CASES.map(([cell]) => [cell])));
  // A profile of its own: nothing that somebody set, and no lock of a window that is open.
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  const done = spawnSync(
    soffice,
    // As a click opens it: comma, quotes, UTF-8 by the byte order mark.
    [
      profile,
      '--headless',
      '--convert-to',
      'fods',
      '--infilter=CSV:44,34,76,1',
      '--outdir',
      folder,
      csv,
    ],
    { encoding: 'utf8', timeout: 180_000 },
  );
  if (done.status !== 0) throw new Error(`LibreOffice opened nothing: ${done.stderr}`);
  const faults = faultsIn(readFileSync(join(folder, 'team.fods'), 'utf8'));
  for (const fault of faults) console.error(fault);
  console.log(`${CASES.length - faults.length} of ${CASES.length} cells are what they were`);
  process.exitCode = faults.length === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** What is wrong with the cells of a flat OpenDocument spreadsheet. */
function faultsIn(sheet: string): string[] {
  const cells = [...sheet.matchAll(/<table:table-cell\b([^>]*[^/])>(.*?)<\/table:table-cell>/gs)];
  return CASES.flatMap(([cell, type, text], index) => {
    const [, attributes = '', inner = ''] = cells[index] ?? [];
    const [, found = 'none'] = /office:value-type="([a-z]+)"/.exec(attributes) ?? [];
    const shown = plainText(inner);
    const value =
      type === 'date' ? (/office:date-value="([^"]+)"/.exec(attributes)?.[1] ?? '') : shown;
    const isFormula = attributes.includes('table:formula');
    const isRight = found === type && value === text && !isFormula;
    const what = JSON.stringify(cell);
    return isRight
      ? []
      : [`${what} became ${isFormula ? 'a formula' : found} ${JSON.stringify(value)}`];
  });
}

/** The text of an element, without marks. */
function plainText(xml: string): string {
  return xml
    .replaceAll(/<text:s\b[^>]*\/>/g, ' ')
    .replaceAll(/<[^>]+>/g, '')
    .trim()
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}
