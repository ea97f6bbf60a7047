/** Values that YAML reads otherwise than they were written, or drops in part. */
import {
  isPair,
  isScalar,
  isSeq,
  visit,
  type Document,
  type Node,
  type Scalar,
  type YAMLSeq,
} from 'yaml';
import type { Advice } from '../problem.ts';
import { gluedRemarks, remarkBehind, swallowed } from './yaml-remarks.ts';

export interface Misread {
  readonly rule: string;
  /** Offset in the text. */
  readonly offset: number;
  readonly advice: Advice;
}

/** Where remarks may stand behind a value: in the files that hold no prose. */
const REMARKS = /^content\/(holidays|ids|sources\/ledger)\.ya?ml$/;

/**
 * Finds what is read otherwise than it looks. Only for a text that the parser took without an error.
 *
 * @param file decides whether a remark may stand behind a value
 */
export function findMisread(document: Document, text: string, file: string): Misread[] {
  const found: Misread[] = [...documentMarks(text), ...gluedRemarks(text)];
  const allowsRemark = REMARKS.test(file);
  visit(document, {
    Node(key, node, path) {
      const parent = path.at(-1);
      found.push(...markers(node as Node));
      if (!isScalar(node)) return;
      found.push(...shapeOf(node, text));
      const remark = isMadeByUs(path) ? undefined : remarkBehind(node, text);
      if (remark !== undefined && !(allowsRemark && / ?#(\s|$)/.test(remark))) {
        found.push(swallowed(node, text, remark));
      }
      if (isSeq(parent) && parent.flow === true && !isToldElsewhere(parent, path.at(-2))) {
        found.push(...wideComma(node, text));
      }
      if (key !== 'key' && file !== 'content/ids.yaml') found.push(...converted(node));
    },
    Pair(_, pair) {
      if (isPair(pair) && !isScalar(pair.key)) {
        const offset = (pair.key as Node | null)?.range?.[0] ?? 0;
        found.push({ rule: 'yaml-syntax', offset, advice: NO_NAME });
      }
    },
  });
  return found;
}

/** The fingerprints of the register have a rule of their own. */
function isMadeByUs(path: readonly unknown[]): boolean {
  return path.some((node) => isPair(node) && isScalar(node.key) && node.key.value === 'published');
}

/** `%YAML`, `---`, `+++` and `...` mean something to a parser and nothing to an editor. */
function documentMarks(text: string): Misread[] {
  return [...text.matchAll(/^(?:%.*|---.*|\+\+\+.*|\.\.\.\s*)$/gm)].map((match) => ({
    rule: 'yaml-document-mark',
    offset: match.index,
    advice: {
      found: `这一行是“${match[0].slice(0, 20)}”，会被当成指令`,
      expected: '没有以 %、---、+++、... 开头的行',
      fix: '删掉这一行；是值的一部分的，给整个值加上半角双引号',
    },
  }));
}

/** Anchors and tags are taken off the value without a word. */
function markers(node: Node): Misread[] {
  const { range, tag } = node as { range?: readonly number[] | null; tag?: string };
  const offset = range?.[0] ?? 0;
  const anchor = (node as { anchor?: string }).anchor;
  const written = anchor !== undefined ? `&${anchor}` : tag !== undefined ? '!' : undefined;
  if (written === undefined) return [];
  return [
    {
      rule: 'yaml-marker',
      offset,
      advice: {
        found: `值前面的“${written}”会被当成指令，不会发布`,
        expected: '以 &、! 开头的值要放在半角引号里',
        fix: '给整个值加上半角双引号，或者去掉这个符号',
      },
    },
  ];
}

/** A value over several lines, block texts, and backslashes that are eaten. */
function shapeOf(node: Scalar, text: string): Misread[] {
  const [start = 0, end = 0] = node.range ?? [];
  const written = text.slice(start, end);
  if (node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL') {
    return [{ rule: 'yaml-block', offset: start, advice: BLOCK }];
  }
  if (written.includes('\n')) return [{ rule: 'yaml-lines', offset: start, advice: LINES }];
  if (node.type === 'QUOTE_DOUBLE' && written.includes('\\')) {
    return [{ rule: 'yaml-backslash', offset: start, advice: BACKSLASH }];
  }
  return [];
}

/** Lists of ids, and groups of synonyms with a single word, have rules of their own that say so. */
function isToldElsewhere(list: YAMLSeq, owner: unknown): boolean {
  if (isSeq(owner)) return list.items.length < 2;
  const name = isPair(owner) && isScalar(owner.key) ? String(owner.key.value) : '';
  return ['from', 'techniques', 'handbooks', 'signers', 'see'].includes(name);
}

/** `[甲，乙]` is one entry. */
function wideComma(node: Scalar, text: string): Misread[] {
  const [start = 0, end = 0] = node.range ?? [];
  const written = text.slice(start, end);
  if (node.type !== 'PLAIN' || !/[，、]/.test(written)) return [];
  return [
    {
      rule: 'yaml-wide-comma',
      offset: start,
      advice: {
        found: `方括号里的“${written}”是一项，不是几项：隔开它们的是全角标点`,
        expected: '方括号里各项用半角逗号加空格隔开：[甲, 乙]',
        fix: `改成 ${written.split(/[，、]\s*/).join(', ')}；真是一项的，给它加上半角双引号`,
      },
    },
  ];
}

/** Numbers and nothings that are written in another way than they are kept. */
function converted(node: Scalar): Misread[] {
  const { source = '', value } = node;
  const offset = node.range?.[0] ?? 0;
  if (node.type !== 'PLAIN' || typeof value === 'string') return [];
  if (value === null) {
    return source === '' ? [] : [{ rule: 'yaml-null', offset, advice: nothing(source) }];
  }
  if (String(value) === source) return [];
  return [
    {
      rule: 'yaml-converted',
      offset,
      advice: {
        found: `“${source}”会被读成 ${String(value)}`,
        expected: '数字只用阿拉伯数字，前面不加 0 和正号；是和否写 true、false；其余写成文字',
        fix: `是数字就写 ${String(value)}；是文字就加上半角双引号："${source}"`,
      },
    },
  ];
}

function nothing(source: string): Advice {
  return {
    found: `“${source}”会被当成没有填`,
    expected: '冒号后面是值',
    fix: `是文字就加上半角双引号："${source}"；用不着这个字段时，整行删掉`,
  };
}

const BLOCK: Advice = {
  found: '值以 | 或 > 开头，下面几行会被接成一段或者断成几行',
  expected: '一个值写在一行里',
  fix: '去掉 | 或 >，把下面几行接到冒号后面，写成一行',
};

const LINES: Advice = {
  found: '这个值断成了几行，接起来时中间会多出空格',
  expected: '一个值写在一行里',
  fix: '把下面的行接到这一行末尾；如果下一行本来是一个字段，看它的冒号和缩进',
};

const BACKSLASH: Advice = {
  found: '双引号里有反斜杠 \\，它和后面的字符会被换成别的',
  expected: '双引号里不用反斜杠',
  fix: '把外面的双引号换成半角单引号，或者去掉反斜杠',
};

const NO_NAME: Advice = {
  found: '冒号前面不是字段名',
  expected: '每行是“字段名: 值”或“- 值”',
  fix: '值里的半角冒号改成全角“：”，或者给整个值加上半角引号',
};
