/** What a schema refuses, told in Chinese and placed at the offending value. */
import type { z } from 'astro/zod';
import type { Field } from '../parse/field.ts';
import { fieldName, valueNames } from './field-names.ts';
import { didYouMean, nearest } from './nearest.ts';
import { problem, type Advice, type Problem } from '../problem.ts';
import { formatAdvice, TIME_LIMIT } from './schema-formats.ts';
import { keysAt } from './shape.ts';

type Issue = z.core.$ZodIssue;

/** The problems that stand for an issue of a schema. */
export function issueProblems(issue: Issue, front: Field, schema: z.ZodType): Problem[] {
  const field = front.at(issue.path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => unknownField(key, field, keysAt(schema, front, issue.path)));
  }
  const allowed = allowedValues(issue);
  if (!field.exists) return [missingField(field, allowed)];
  if (field.isEmpty) return [emptyField(field, allowed)];
  if (allowed) return [wrongValue(field, allowed)];
  const key = field.name;
  switch (issue.code) {
    case 'invalid_type':
      return [problem(field.place, 'wrong-type', wrongType(field, issue.expected))];
    case 'too_big':
      return [problem(field.place, 'too-long', tooLong(field, Number(issue.maximum)))];
    case 'too_small':
      return [tooSmall(field, issue)];
    case 'invalid_union': // the only one without a list of words: the time limit of a step
      return [problem(field.place, 'bad-time-limit', TIME_LIMIT)];
    case 'invalid_format':
      return [problem(field.place, ...formatAdvice(key, field.text ?? '', isFullReference(issue)))];
    default:
      return [problem(field.place, 'bad-value', unfit(field, issue.message))];
  }
}

/** True where the register, an edition or a plan names something: by its full reference. */
function isFullReference({ path }: Issue): boolean {
  return ['moved', 'retired', 'changes', 'items', 'role'].includes(String(path[0]));
}

/** The closed list of words that an issue asks for. */
function allowedValues(issue: Issue): readonly unknown[] | undefined {
  if (issue.code === 'invalid_value') return issue.values;
  if (issue.code === 'invalid_union') return (issue as { options?: unknown[] }).options;
  return undefined;
}

function unknownField(key: string, parent: Field, allowed: readonly string[]): Problem {
  const free = allowed.filter((name) => !parent.get(name).exists);
  const guess = nearest(key, free);
  const field = parent.get(key);
  return problem(field.keyPlace, 'unknown-field', {
    found: `这里不能有字段 ${fieldName(key)}。${didYouMean(key, free)}`,
    expected: `这里可以有的字段：${allowed.join('、')}`,
    fix: guess ? `把 ${key} 改成 ${guess}` : `删掉 ${key}，或者移到它该在的地方`,
  });
}

function missingField(field: Field, allowed: readonly unknown[] | undefined): Problem {
  const key = field.name;
  const values = allowed ? `，值是其中之一：${valueNames(allowed)}` : '';
  return problem(field.place, 'missing-field', {
    found: `缺少字段 ${fieldName(key)}`,
    expected: `这里要有 ${fieldName(key)}${values}`,
    fix: `补一行“${key}: ……”，左边与同级的字段对齐`,
  });
}

function emptyField(field: Field, allowed: readonly unknown[] | undefined): Problem {
  const key = field.name;
  return problem(field.place, 'empty-field', {
    found: `字段 ${fieldName(key)}后面是空的`,
    expected: allowed ? `其中之一：${valueNames(allowed)}` : '冒号后面有内容',
    fix: '填上内容；用不着这个字段时，整行删掉',
  });
}

function wrongValue(field: Field, allowed: readonly unknown[]): Problem {
  const value = shown(field);
  const words = allowed.map(String);
  const guess = nearest(value, words);
  return problem(field.place, 'wrong-value', {
    found: `${fieldName(field.name)}写成了“${value}”。${didYouMean(value, words)}`,
    expected: `其中之一：${valueNames(allowed)}`,
    fix: guess ? `改成 ${guess}` : '从上面的值里选一个，照样写',
  });
}

/** What a type is called, and how to write a value of it. */
const TYPE_NAME: Readonly<Record<string, readonly [name: string, fix: string]>> = {
  string: ['一段文字', '写成文字；要用数字或 true 这样的词时，给值加上半角双引号'],
  number: ['一个数字', '只写阿拉伯数字，不加引号'],
  int: ['一个整数', '只写阿拉伯数字，不加引号'],
  boolean: ['true（是）或 false（否）', '写 true 或 false，不加引号'],
  array: ['一个列表', '每项一行，以“- ”开头；或者写成一行：[甲, 乙]'],
  object: ['一组“字段名: 值”', '每行写一个“字段名: 值”，左边对齐'],
};

const SPLIT_TEXT: Advice = {
  found: '这句话里有半角冒号加空格“: ”，被当成了字段',
  expected: '一段文字；文字里的冒号用全角“：”',
  fix: '把“: ”改成“：”，或者给整句加上半角双引号',
};

function wrongType(field: Field, expected: string): Advice {
  const isPlain = field.scalar !== undefined;
  const written = isPlain ? `“${shown(field)}”` : field.isMap ? '一组字段' : '一个列表';
  if (expected === 'string' && field.isMap) return SPLIT_TEXT;
  const [name, fix] = TYPE_NAME[expected] ?? [expected, '对照别的页面同名的字段改写'];
  return {
    found: `${fieldName(field.name)}写成了${written}，类型不对`,
    expected: name,
    fix: expected === 'string' && isPlain ? `给值加上半角双引号："${shown(field)}"` : fix,
  };
}

function tooLong(field: Field, maximum: number): Advice {
  const { length } = field.text ?? '';
  return {
    found: `${fieldName(field.name)}有 ${length} 个字：“${field.text ?? ''}”`,
    expected: `不超过 ${maximum} 个字，标点和空格也算`,
    fix: `至少删去 ${length - maximum} 个字；理由和做法写到 why 或正文里`,
  };
}

function tooSmall(field: Field, issue: Issue & { minimum: number | bigint }): Problem {
  const minimum = Number(issue.minimum);
  const name = fieldName(field.name);
  if (field.text !== undefined) {
    return problem(field.place, 'too-short', {
      found: `${name}只有 ${field.text.trim().length} 个字：“${field.text}”`,
      expected: `至少 ${minimum} 个字`,
      fix: '写完整',
    });
  }
  if (field.scalar !== undefined) {
    return problem(field.place, 'wrong-value', {
      found: `${name}写成了 ${shown(field)}`,
      expected: '从 1 开始的整数',
      fix: '改成它在栏目里的位置：1、2、3……',
    });
  }
  return problem(field.place, 'too-few', {
    found: `${name}是空的列表`,
    expected: `至少有 ${minimum} 项`,
    fix: '补上内容；每项以“- ”开头',
  });
}

function unfit(field: Field, message: string): Advice {
  return {
    found: `${fieldName(field.name)}的值“${shown(field)}”不合规定`,
    expected: `合乎规定的值（${message}）`,
    fix: '对照别的页面同名的字段改写',
  };
}

function shown(field: Field): string {
  return field.written;
}
