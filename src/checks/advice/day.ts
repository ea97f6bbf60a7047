import { isDay } from '../../model/day.ts';
import type { Field } from '../parse/field.ts';
import { fieldName } from './field-names.ts';
import { problem, type Problem } from '../problem.ts';

/**
 * A day, `YYYY-MM-DD`. Not left to a schema, which lets every value pass that JavaScript makes a
 * date of: an empty one, 2026-02-30. A field that is not written is the schema's affair.
 *
 * @param whose what the day is of: 最近一次修改内容
 */
export function checkDay(field: Field, whose: string): Problem[] {
  if (!field.exists || isDay(field.scalar)) return [];
  const name = fieldName(field.name);
  return [
    problem(field.place, 'bad-date', {
      found: field.isEmpty
        ? `${name}后面是空的`
        : `${name}写成了“${String(field.scalar ?? '')}”，不是有效的日期`,
      expected: '年-月-日，用半角连字符，月和日都写两位，如 2026-11-23',
      fix: `改成${whose}的日期`,
    }),
  ];
}
