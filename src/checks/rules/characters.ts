/** What no text of the content has: other encodings, control characters, spaces that are none. */
import type { DecodeFault } from '../parse/decode.ts';
import { problem, type Advice, type ContentFile, type Problem } from '../problem.ts';

const SAVE_AS =
  '用记事本打开，“文件”→“另存为”，“编码”选 UTF-8，保存；乱码已经进了文字的，先从备份恢复再另存';

const ENCODING: Readonly<Record<DecodeFault['kind'], string>> = {
  'not-utf8': '这个文件不是 UTF-8 编码，多半存成了 ANSI（GBK、GB18030），照此发布会是乱码',
  'utf-16': '这个文件存成了 Unicode（UTF-16），不是 UTF-8',
  nul: '这个文件里有空字符：它不是文字，或者存成了 UTF-16',
};

/** Why a file cannot be read as text at all. */
export function encodingProblem(file: ContentFile, { kind, line }: DecodeFault): Problem {
  return problem({ file: file.path, line }, 'not-utf8', {
    found: ENCODING[kind],
    expected: '每个文件都存成 UTF-8',
    fix: SAVE_AS,
  });
}

interface Kind {
  readonly rule: string;
  readonly pattern: RegExp;
  readonly advice: (char: string) => Advice;
}

const KINDS: readonly Kind[] = [
  {
    rule: 'garbled',
    pattern: /[\uFFFD\uFFFE\uFFFF\uE000-\uF8FF]/u,
    advice: (char) => ({
      found: `这一行有认不出的字“${char}”（${codeOf(char)}），多半是转编码时丢了字`,
      expected: '文字里没有乱码',
      fix: `从原稿补上这个字。${SAVE_AS}`,
    }),
  },
  {
    rule: 'control-character',
    // eslint-disable-next-line no-control-regex -- these are what is looked for
    pattern: /[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F\u2028\u2029]|\r(?!\n)/u,
    advice: (char) => ({
      found: `这一行有看不见的控制字符（${codeOf(char)}），多半是从别的程序粘贴来的`,
      expected: '文字里只有看得见的字、空格和换行',
      fix: '把这一行重新打一遍，或者先粘贴成纯文本再复制过来',
    }),
  },
  {
    rule: 'invisible-character',
    pattern: /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069]|(?<!^)\uFEFF/u,
    advice: (char) => ({
      found: `这一行有看不见的字符（${codeOf(char)}），搜索时会找不到这个词`,
      expected: '文字里只有看得见的字和空格',
      fix: '把这一行重新打一遍，或者先粘贴成纯文本再复制过来',
    }),
  },
  {
    rule: 'odd-space',
    pattern: /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/u,
    advice: (char) => ({
      found: `这一行有不是半角的空格（${char === '\u3000' ? '全角空格' : codeOf(char)}）`,
      expected: '空格都用半角；段首不空两格，网页自己会排',
      fix: '删掉它，要空格的地方用空格键打半角空格',
    }),
  },
];

/** One problem for each kind and line. */
export function checkCharacters(file: ContentFile): Problem[] {
  const faults = KINDS.filter(({ pattern }) => pattern.test(file.text));
  if (faults.length === 0) return [];
  return file.text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .flatMap((line, index) =>
      faults.flatMap(({ rule, pattern, advice }) => {
        // A carriage return at the end is half of a line end.
        const match = pattern.exec(line.replace(/\r$/, ''));
        if (!match) return [];
        const place = { file: file.path, line: index + 1, column: match.index + 1 };
        return [problem(place, rule, advice(match[0]))];
      }),
    );
}

function codeOf(char: string): string {
  return `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
