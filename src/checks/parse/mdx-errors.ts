/** What the MDX parser refuses, told in Chinese and placed where the editor has to look. */
import { problem, type Advice, type ContentFile, type Place, type Problem } from '../problem.ts';

/** As much of a VFileMessage as is used here. */
interface ParserMessage {
  readonly reason?: string;
  readonly ruleId?: string;
  readonly source?: string;
  readonly line?: number;
  readonly column?: number;
  readonly place?: { readonly offset?: number };
}

/** The problem that stands for an error of the MDX parser. */
export function mdxProblem(file: ContentFile, error: unknown): Problem {
  const message = error as ParserMessage;
  const { place, advice } = explain(file, message);
  return problem(place, 'mdx-syntax', advice);
}

interface Explanation {
  readonly place: Place;
  readonly advice: Advice;
}

function explain(file: ContentFile, message: ParserMessage): Explanation {
  const reason = message.reason ?? '';
  const here: Place = {
    file: file.path,
    line: message.line ?? 1,
    ...(message.column === undefined ? {} : { column: message.column }),
  };
  if (message.ruleId === 'end-tag-mismatch') return tagMismatch(here, reason);
  if (message.ruleId === 'unexpected-closing-slash') return { place: here, advice: STRAY_CLOSING };
  if (message.source?.includes('expression')) {
    return { place: placeOfLast(file, '{', here, message), advice: BRACES };
  }
  if (message.source?.includes('esm')) return { place: here, advice: IMPORTS };
  const open = openTag(file);
  if (open) return { place: open, advice: OPEN_TAG };
  if (reason.includes('before name') || reason.includes('local name')) {
    return { place: here, advice: ANGLE };
  }
  if (reason.includes('“') || reason.includes('”')) return { place: here, advice: WIDE_QUOTES };
  if (message.ruleId === 'unexpected-eof') {
    const place = openAttribute(file) ?? placeOfLast(file, '<', here, message);
    return { place, advice: OPEN_TAG };
  }
  return { place: openAttribute(file) ?? here, advice: OPEN_TAG };
}

/** ``Expected a closing tag for `<Step>` (5:1-5:14)``, or a closing tag that does not match it. */
function tagMismatch(here: Place, reason: string): Explanation {
  const [, closing] = /Unexpected closing tag `(.+?)`/.exec(reason) ?? [];
  const [, tag = '<…>', line, column] = /closing tag for `(.+?)` \((\d+):(\d+)/.exec(reason) ?? [];
  const close = tag.replace('<', '</');
  const opened: Place = {
    ...here,
    line: line === undefined ? here.line : Number(line),
    ...(column === undefined ? {} : { column: Number(column) }),
  };
  if (closing !== undefined) {
    return {
      place: here,
      advice: {
        found: `这里的 ${closing} 与第 ${opened.line} 行的 ${tag} 不配对`,
        expected: `先用 ${close} 结束第 ${opened.line} 行的 ${tag}`,
        fix: `把 ${closing} 改成 ${close}，或者在它前面补上 ${close}`,
      },
    };
  }
  const within = reason.includes('before the end of');
  return {
    place: opened,
    advice: {
      found: `${tag} 没有结束：找不到与它配对的 ${close}`,
      expected: `每个 ${tag} 后面都有 ${close}；两者各占一行，前后空一行`,
      fix: within
        ? `让 ${tag} 和 ${close} 都顶格、单独成行，前后各空一行`
        : `在这段内容之后另起一行补上 ${close}`,
    },
  };
}

const STRAY_CLOSING: Advice = {
  found: '这里有一个结束标签，前面没有与它配对的开始标签',
  expected: '结束标签（如 </Step>）前面有同名的开始标签（如 <Step id="…">）',
  fix: '补上开始标签，或者删掉这个结束标签',
};

const BRACES: Advice = {
  found: '正文里有半角花括号 { 或 }，它会被当成程序',
  expected: '正文里不出现半角花括号；要填的空写成“〔客户名称〕”',
  fix: '把 { } 换成〔〕或（），或者删掉',
};

const IMPORTS: Advice = {
  found: '这一行以 import 或 export 开头，会被当成程序',
  expected: '正文里没有程序',
  fix: '删掉这一行；如果是英文句子，换一个词开头',
};

const ANGLE: Advice = {
  found: '正文里有半角小于号 <，它会被当成标签的开头',
  expected: '半角 < 只用来写组件，如 <Step id="…">',
  fix: '改写成“小于”“少于”，或者用书名号《》；网址写成 [文字](网址)；批注写成 {/* 批注 */}',
};

const WIDE_QUOTES: Advice = {
  found: '标签里用了中文引号“”',
  expected: '标签里用半角双引号，如 <Step id="fill-job-order">',
  fix: '把标签里的中文引号都改成半角的 "',
};

const OPEN_TAG: Advice = {
  found: '标签没有写完整：少了引号或 >',
  expected: '完整的标签，如 <Step id="fill-job-order">，引号成对，以 > 结束',
  fix: '补上缺少的半角引号或 >',
};

/** The first tag that is not ended on its line: what follows is read as part of it. */
function openTag(file: ContentFile): Place | undefined {
  const lines = file.text.split('\n');
  const end = lines.findIndex((line, at) => at > 0 && /^---\s*$/.test(line));
  const isOpen = (line: string) =>
    /<\/?[A-Za-z][^<>]*(<|$)/.test(line.replace(/`[^`]*`/g, '').replace(/"[^"]*"/g, '')) &&
    line.split('"').length % 2 === 1;
  const index = lines.findIndex((line, at) => at > end && isOpen(line.trimEnd()));
  return index < 0 ? undefined : { file: file.path, line: index + 1 };
}

/** The first tag that holds an odd number of straight quotes. */
function openAttribute(file: ContentFile): Place | undefined {
  const lines = file.text.split('\n');
  const end = lines.indexOf('---', 1);
  const index = lines.findIndex(
    (line, at) => at > end && /<[A-Za-z]/.test(line) && line.split('"').length % 2 === 0,
  );
  return index < 0 ? undefined : { file: file.path, line: index + 1 };
}

/** Where the last such character stands before an error: what it opened was not closed. */
function placeOfLast(file: ContentFile, char: string, here: Place, message: ParserMessage): Place {
  const before = file.text.slice(0, message.place?.offset ?? file.text.length);
  const offset = before.lastIndexOf(char);
  if (offset < 0) return here;
  const lines = before.slice(0, offset).split('\n');
  return { file: file.path, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
