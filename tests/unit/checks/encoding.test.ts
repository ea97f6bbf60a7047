import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkContent } from '../../../src/checks/index.ts';
import { decodeUtf8 } from '../../../src/checks/parse/decode.ts';
import { readContent, readPublicFiles } from '../../../src/checks/read.ts';
import { updateRegister } from '../../../src/checks/register/update.ts';
import { goodTree, lineOf, RULES, TERMS, treeWith } from './good-tree.ts';
import { changed, EDITION, publishedTree } from './published-tree.ts';

/** 客户部 in GB18030. */
const GB18030 = [0xbf, 0xcd, 0xbb, 0xa7, 0xb2, 0xbf];

describe('bytes', () => {
  test.each([
    ['UTF-8', Buffer.from('客户\n'), { text: '客户\n' }],
    ['with a mark', Buffer.from('\uFEFF客户'), { text: '\uFEFF客户' }],
    ['empty', Buffer.from(''), { text: '' }],
    ['GB18030', Buffer.from([0x61, 0x0a, 0x62, 0x0a, ...GB18030]), ['not-utf8', 3]],
    ['cut within a character', Buffer.from('客户').subarray(0, 5), ['not-utf8', 1]],
    ['UTF-16', Buffer.from('\uFEFF客户', 'utf16le'), ['utf-16', 1]],
    ['UTF-16, other order', Buffer.from([0xfe, 0xff, 0x5b, 0xa2]), ['utf-16', 1]],
    ['a null', Buffer.from('a\nb\0'), ['nul', 2]],
  ])('%s', (_, bytes, expected) => {
    const [kind, line] = Array.isArray(expected) ? expected : [];
    expect(decodeUtf8(bytes)).toEqual(kind === undefined ? expected : { fault: { kind, line } });
  });
});

describe('files', () => {
  let root = '';
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'encoding-'));
    for (const { path, text } of publishedTree()) write(path, text);
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });
  const write = (path: string, bytes: string | Buffer) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), bytes);
  };

  test.each([RULES, TERMS, EDITION])(
    '%s in GB18030 is refused, and no register is made',
    (path) => {
      write(path, Buffer.from([...Buffer.from('---\ntitle: '), ...GB18030]));
      const update = updateRegister(readContent(root));
      const problems = 'text' in update ? [] : update;
      const first = problems.find(({ file }) => file === path);
      expect(first).toMatchObject({ rule: 'not-utf8', line: 2 });
      expect(first?.fix).toContain('另存为');
      expect(first?.fix).toContain('UTF-8');
    },
  );

  test('a file that is mended after it could not be decoded is read again', () => {
    write(RULES, Buffer.from(GB18030));
    const before = readContent(root);
    write(RULES, goodTree().find(({ path }) => path === RULES)?.text ?? '');
    expect(checkContent(readContent(root, before))).toEqual([]);
  });

  test('what file managers and office programs leave behind is not read; a stray document is told', () => {
    write('content/Thumbs.db', 'x');
    write('content/agency/.DS_Store', 'x');
    write('content/agency/rules/~$conduct.docx', 'x');
    expect(checkContent(readContent(root))).toEqual([]);
    write('content/规范.docx', 'x');
    expect(checkContent(readContent(root))).toMatchObject([
      { file: 'content/规范.docx', rule: 'unread-file' },
    ]);
  });

  test('files of the public folder are known by their addresses', () => {
    write('public/forms/a.pdf', 'x');
    expect(readPublicFiles(root)).toEqual(new Set(['/forms/a.pdf']));
    expect(readPublicFiles(join(root, 'content'))).toEqual(new Set());
  });
});

test.each([
  ['garbled', '\uFFFD', 'U+FFFD'],
  ['garbled', '\uE5E5', 'U+E5E5'],
  ['control-character', '\u0007', 'U+0007'],
  ['control-character', '\u2028', 'U+2028'],
  ['invisible-character', '\u200B', 'U+200B'],
  ['invisible-character', '\uFEFF', 'U+FEFF'],
  ['odd-space', '\u3000', '全角空格'],
  ['odd-space', '\u00A0', 'U+00A0'],
])('%s: U+%s in a text', (rule, char, says) => {
  const inBody = checkContent(treeWith(RULES, '人人遵守', `人人${char}遵守`));
  expect(inBody.find((each) => each.rule === rule)).toMatchObject({
    file: RULES,
    line: lineOf(goodTree(), RULES, '人人遵守'),
  });
  expect(inBody.find((each) => each.rule === rule)?.found).toContain(says);
  const inData = checkContent(changed(goodTree(), [TERMS, '派工的', `派工${char}的`]));
  expect(inData.map((each) => each.rule)).toContain(rule);
});

test('a carriage return without a line feed is no line end', () => {
  expect(
    checkContent(treeWith(RULES, '人人遵守。', '人人\r遵守。')).map(({ rule }) => rule),
  ).toContain('control-character');
});
