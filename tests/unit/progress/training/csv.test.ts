/** A spreadsheet program opens the table as it is meant: nothing calculates, nothing loses a character. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvText, itemRows, runRows, tabText } from '../../../../src/progress/training/csv.ts';
import { peopleOf } from '../../../../src/progress/training/people.ts';
import { makeReceipt } from '../../../../src/progress/training/receipt.ts';
import { teamRuns, teamTable } from '../../../../src/progress/training/table.ts';
import { MADE, REFS } from '../../fixtures/arbitrary-training.ts';
import { inZone } from '../../fixtures/zone.ts';

/** A plain reader of RFC 4180. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 1;
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      for (at += 1; text[at] !== '"' || text[at + 1] === '"'; at += 1) {
        cell += text[at];
        if (text[at] === '"') at += 1;
      }
      at += 1;
    } else {
      while (at < text.length && text[at] !== ',' && text[at] !== '\r') cell += text[at++];
    }
    row.push(cell);
    if (text[at] === '\r') {
      rows.push(row);
      row = [];
      at += 1;
    }
    at += 1;
  }
  return rows;
}

describe('a cell', () => {
  test('comes back as it was, but for the apostrophe of a guard', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }), (cells) => {
        const [row = []] = readCsv(csvText([cells]));
        expect(row.map((cell, at) => (cells[at] === cell ? cell : cell.slice(1)))).toEqual(cells);
      }),
    );
  });

  test.each([
    '=1+1',
    '=HYPERLINK("http://example.com")',
    '+86 138',
    '-1',
    '@SUM(A1)',
    '\t=1',
    ' =1',
    '＝1+1',
    '＋1',
    '|cmd',
    '007',
    '2026-11-27',
    '3-4',
    '1/2',
    '1e5',
    '12:30',
    '３／４',
    '50%',
    '13800138000123456',
  ])('%j is guarded', (text) => {
    expect(readCsv(csvText([[text]]))).toEqual([[`'${text}`]]);
  });

  test.each(['小王', '小王 (2)', '第 2 版', 'a@b', '工号 007', 'KHB-01'])('%j stands', (text) => {
    expect(readCsv(csvText([[text]]))).toEqual([[text]]);
  });

  test('with a day or a number of ours is none to guard', () => {
    expect(csvText([[{ plain: '2026-11-27' }, { plain: 2 }, { plain: undefined }]])).toBe(
      '\uFEFF2026-11-27,2,\r\n',
    );
  });
});

test('rows to be pasted keep their cells apart, and guard them too', () => {
  const rows = [
    ['=1\t2', '两行\n字', { plain: '2026-11-27' }],
    ['007', '', { plain: undefined }],
  ];
  expect(tabText(rows)).toBe("'=1 2\t两行 字\t2026-11-27\n'007\t\t\n");
});

describe('the tables', () => {
  const items = [
    { ref: REFS[0], need: 'read' as const, day: 1 },
    { ref: REFS[3], need: 'observe' as const, day: 2 },
    { ref: REFS[4], need: 'read' as const, day: 3 },
  ];
  const receipt = makeReceipt({
    learner: { id: 'd', label: '007' },
    at: MADE,
    starts: [{ id: 's', day: '2026-11-02', at: MADE, plan: { id: 'p', title: '=第一周', items } }],
    events: [
      { v: 1, id: 'a', at: MADE, kind: 'read', ref: REFS[0], rev: 1 },
      { v: 1, id: 'b', at: MADE, kind: 'observe', ref: REFS[3], rev: 2, by: '+王敏' },
    ],
    runs: [
      { code: '2026-031', workflow: '投诉处理', step: '回访', due: '2026-11-03', isLate: false },
    ],
  });
  const { people } = peopleOf([receipt]);
  const revs = () => 2;
  const nameNow = (ref: string) => ref;

  test('of items has a row for each person and item', () => {
    inZone('Asia/Shanghai', () => {
      const input = { people, revs, nameNow, calendar: { years: {} }, today: '2026-11-05' };
      const rows = readCsv(csvText(itemRows(teamTable(input), (ref) => `题：${ref}`)));
      const [head, ...body] = rows;
      expect(head).toHaveLength(11);
      const start = ["'007", "'=第一周"];
      const made = '2026-11-02';
      expect(body).toEqual([
        [
          ...start,
          `题：${REFS[0]}`,
          '读过',
          '2026-11-02',
          '旧版，手册改了',
          '2',
          '1',
          made,
          '',
          made,
        ],
        [
          ...start,
          `题：${REFS[3]}`,
          '带教看着做过',
          '2026-11-03',
          '有，带教看过',
          '2',
          '2',
          made,
          "'+王敏",
          made,
        ],
        [...start, `题：${REFS[4]}`, '读过', '2026-11-04', '没有，已过期', '2', '', '', '', made],
      ]);
    });
  });

  test('of runs has a row for each run', () => {
    inZone('Asia/Shanghai', () => {
      const [, row] = readCsv(csvText(runRows(teamRuns(people, '2026-11-05'))));
      expect(row).toEqual([
        "'007",
        "'2026-031",
        '投诉处理',
        '回访',
        '2026-11-03',
        '晚了',
        '2026-11-02',
      ]);
    });
  });
});
