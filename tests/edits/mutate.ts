/** Copies of content files with one seeded slip each: what hands and office programs do to them. */
import type { ContentFile } from '../../src/checks/index.ts';
import { decodeUtf8 } from '../../src/checks/parse/decode.ts';
import { oneOf, whole } from '../support/random.ts';

/** A source of numbers from 0 to 1. */
export type Random = () => number;

/** Lines of a file that are replaced by others. */
export interface Mutation {
  /** What was done, for the report. */
  readonly name: string;
  readonly path: string;
  /** First line that is replaced, from 0, and how many are. */
  readonly at: number;
  readonly count: number;
  readonly put: readonly string[];
  /** Set where the file is no text any more; then it is that file as a whole. */
  readonly damaged?: ContentFile;
}

type Slip = (
  lines: readonly string[],
  at: number,
  random: Random,
) => readonly [number, string[]] | undefined;

const WIDE: Readonly<Record<string, string>> = {
  ':': '：',
  ',': '，',
  '.': '。',
  '"': '”',
  '[': '［',
  ']': '］',
  '(': '（',
  ')': '）',
  '#': '＃',
  '-': '－',
  '*': '＊',
  '<': '＜',
  '>': '＞',
  '|': '｜',
  '/': '／',
};

/** Values that YAML or a schema may take for something else. */
const VALUES = [
  '2026-11-23',
  '2026-13-40',
  '007',
  '0x1F',
  '0o17',
  '1_000',
  '1e3',
  '12:30',
  '.5',
  '+1',
  'yes',
  'no',
  'on',
  'off',
  'true',
  'Null',
  '~',
  '',
  '!x 甲',
  '!!str 甲',
  '&甲 乙',
  '*甲',
  '<<',
  '@甲',
  '`甲`',
  '%甲',
  '"甲',
  "'甲'",
  '"C:\\new"',
  '甲: 乙',
  '甲 #1',
  '[甲，乙]',
  '[甲, 乙]',
  '{ 甲: 乙 }',
  '|',
  '>',
  '- 甲',
  '? 甲',
  '甲\t乙',
  '，',
  '99999999999999999999',
  'agency',
  'AGENCY',
  'zz-99',
  '__proto__',
  'constructor',
  '.inf',
  '待填',
  '甲\u3000乙',
  '甲\u0007乙',
  '\uFFFD',
  '甲'.repeat(60),
];

/** What is put into prose. */
const PROSE = [
  '每月 3~5 日和 8~9 日交',
  '尺寸 3*5*2 厘米',
  '见 _合同_ 和 合同_v2_终稿.docx',
  '2026. 年底',
  '+ 5 万元',
  '见 https://a.cn，然后',
  '人数 < 3',
  '{客户}',
  '[附件]',
  '[附件]: 见附件',
  '[甲](乙)',
  '[甲](/agency/)',
  '[甲](/agency/index.mdx)',
  '[甲](javascript:x)',
  '![](/a.png)',
  '![甲](/favicon.svg)',
  '&nbsp;',
  'AT&T',
  'C:\\新建',
  'C:\\_x',
  '#标题',
  '# 标题',
  '## 标题',
  '### 标题',
  '#### 标题',
  '##',
  '＊＊甲＊＊',
  '**甲',
  '**甲**',
  '~~甲~~',
  '---',
  '===',
  '    甲',
  '> 5 万元',
  '> 甲',
  '| 甲 | 乙 |',
  '| --- |',
  '甲  ',
  '甲\\',
  '- [ ] 甲',
  '甲[^1]',
  '[^1]: 甲',
  '```',
  '`甲',
  '<Say>',
  '</Say>',
  '<Say>甲</Say>',
  '<Do>',
  '<Term id="gate">甲</Term>',
  '<Term id="zz">甲</Term>',
  '<Template title="甲">',
  '<img src="/a.png"/>',
  '<!-- 甲 -->',
  '{/* 甲 */}',
  'import 甲',
  'export const a = 1',
  '<https://a.cn>',
  '[甲](https://a.cn)',
  '$$甲$$',
  '::: 甲',
  '"甲"',
  "it's -- 甲...",
  '<Step id={x}>甲</Step>',
  '<Say {...x}>甲</Say>',
  '<>甲</>',
  '<a.b>甲</a.b>',
  '<a:b>甲</a:b>',
  '<甲>乙</甲>',
];

const SLIPS: Readonly<Record<string, Slip>> = {
  'line dropped': () => [1, []],
  'line doubled': (lines, at) => [1, [lines[at] ?? '', lines[at] ?? '']],
  'lines swapped': (lines, at) =>
    at + 1 < lines.length ? [2, [lines[at + 1] ?? '', lines[at] ?? '']] : undefined,
  'lines joined': (lines, at) =>
    at + 1 < lines.length ? [2, [`${lines[at] ?? ''}${(lines[at + 1] ?? '').trim()}`]] : undefined,
  'line broken': (lines, at, random) => {
    const line = lines[at] ?? '';
    const cut = whole(random, line.length + 1);
    return [1, [line.slice(0, cut), line.slice(cut)]];
  },
  'indented more': (lines, at, random) => [
    1,
    [`${' '.repeat(1 + whole(random, 4))}${lines[at] ?? ''}`],
  ],
  'indented less': (lines, at, random) => [
    1,
    [(lines[at] ?? '').replace(new RegExp(`^ {1,${String(1 + whole(random, 4))}}`), '')],
  ],
  'tab for spaces': (lines, at) => [1, [(lines[at] ?? '').replace(/^ {2}| (?=\S)/, '\t')]],
  'full-width mark': (lines, at, random) => {
    const line = lines[at] ?? '';
    const marks = [...line.matchAll(/[:,."[\]()#\-*<>|/]/g)];
    const mark = marks[whole(random, marks.length)];
    if (!mark) return undefined;
    return [1, [`${line.slice(0, mark.index)}${WIDE[mark[0]] ?? ''}${line.slice(mark.index + 1)}`]];
  },
  'key misspelt': (lines, at, random) => {
    const key = /^([\s-]*)([A-Za-z]{2,})(:.*)$/.exec(lines[at] ?? '');
    if (!key) return undefined;
    const [, before = '', name = '', after = ''] = key;
    const i = whole(random, name.length);
    return [
      1,
      [
        `${before}${name.slice(0, i)}${oneOf(random, ['', 'x', name[i]?.toUpperCase() ?? ''])}${name.slice(i + 1)}${after}`,
      ],
    ];
  },
  'mark dropped': (lines, at, random) => {
    const line = lines[at] ?? '';
    const marks = [...line.matchAll(/["'[\]{}()<>*`|:,#-]/g)];
    const mark = marks[whole(random, marks.length)];
    return mark ? [1, [line.slice(0, mark.index) + line.slice(mark.index + 1)]] : undefined;
  },
  'value replaced': (lines, at, random) => {
    const [, before] = /^(\s*(?:- )?(?:[A-Za-z]+: |- ))/.exec(lines[at] ?? '') ?? [];
    return before === undefined ? undefined : [1, [`${before}${oneOf(random, VALUES)}`]];
  },
  'value continued': (lines, at, random) => [1, [`${lines[at] ?? ''} ${oneOf(random, VALUES)}`]],
  'prose inserted': (lines, at, random) => [1, [lines[at] ?? '', oneOf(random, PROSE)]],
  'paragraph inserted': (lines, at, random) => [1, [lines[at] ?? '', '', oneOf(random, PROSE), '']],
  'prose appended': (lines, at, random) => [1, [`${lines[at] ?? ''}${oneOf(random, PROSE)}`]],
  'tag broken': (lines, at, random) => {
    const line = lines[at] ?? '';
    const tags = [...line.matchAll(/<\/?[A-Z][^>]*>/g)];
    const tag = tags[whole(random, tags.length)];
    if (!tag) return undefined;
    const broken = oneOf(random, [
      tag[0].slice(0, -1),
      tag[0].slice(1),
      tag[0].replace('/', ''),
      tag[0].replace('>', '/>'),
      tag[0].replaceAll('"', '“'),
      tag[0].replace('"', ''),
      tag[0].toLowerCase(),
      `${tag[0]}${tag[0]}`,
      '',
    ]);
    return [1, [`${line.slice(0, tag.index)}${broken}${line.slice(tag.index + tag[0].length)}`]];
  },
};

/** What a program does to the bytes of a whole file. */
const BYTES: Readonly<Record<string, (bytes: Buffer, random: Random) => Buffer>> = {
  'byte changed': (bytes, random) => {
    const copy = Buffer.from(bytes);
    copy[whole(random, copy.length)] = whole(random, 256);
    return copy;
  },
  'byte dropped': (bytes, random) => {
    const at = whole(random, bytes.length);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]);
  },
  'cut short': (bytes, random) => bytes.subarray(0, whole(random, bytes.length)),
  'UTF-16': (bytes) => Buffer.from(`\uFEFF${bytes.toString('utf8')}`, 'utf16le'),
  'Latin 1': (bytes) => Buffer.from(bytes.toString('utf8'), 'latin1'),
  'CRLF and BOM': (bytes) =>
    Buffer.from(`\uFEFF${bytes.toString('utf8').replaceAll('\n', '\r\n')}`),
  'CR alone': (bytes) => Buffer.from(bytes.toString('utf8').replaceAll('\n', '\r')),
};

/** A seeded mutation of some file of a tree; every sixth is one of bytes. */
export function mutationOf(tree: readonly ContentFile[], random: Random): Mutation {
  for (;;) {
    const file = oneOf(random, tree);
    if (whole(random, 6) === 0) return ofBytes(file, random);
    const lines = file.text.split('\n');
    const at = whole(random, lines.length);
    const name = oneOf(random, Object.keys(SLIPS));
    const slip = SLIPS[name]?.(lines, at, random);
    if (!slip) continue;
    const [count, put] = slip;
    if (lines.slice(at, at + count).join('\n') === put.join('\n')) continue;
    return { name, path: file.path, at, count, put };
  }
}

function ofBytes(file: ContentFile, random: Random): Mutation {
  const name = oneOf(random, Object.keys(BYTES));
  const bytes = BYTES[name]?.(Buffer.from(file.text), random) ?? Buffer.from(file.text);
  const decoded = decodeUtf8(bytes);
  const damaged =
    'fault' in decoded
      ? { path: file.path, text: '', fault: decoded.fault }
      : { path: file.path, text: decoded.text };
  return { name, path: file.path, at: 0, count: Infinity, put: [], damaged };
}

/** A tree with mutations in it; those of one file must not touch the same lines. */
export function mutated(
  tree: readonly ContentFile[],
  mutations: readonly Mutation[],
): ContentFile[] {
  return tree.map((file) => {
    const own = mutations.filter(({ path }) => path === file.path);
    const [first] = own;
    if (!first) return file;
    if (first.damaged) return first.damaged;
    const lines = file.text.split('\n');
    for (const { at, count, put } of [...own].sort((a, b) => b.at - a.at)) {
      lines.splice(at, count, ...put);
    }
    return { path: file.path, text: lines.join('\n') };
  });
}
