/** Other names in the place of those who sign. */
import { expect, test } from 'vitest';
import { couldSign, otherSignatures } from '../../../../src/handbook/review/signatures.ts';

const NAMES = ['客户专员', '客户经理', '客户总监', '客户部主管', '法务'];
const others = (doneWhen: string, about = '派出工作单') =>
  otherSignatures(doneWhen, NAMES, about, 'seed');

test('one of those who sign is exchanged, the rest of the evidence stays', () => {
  const texts = others('工作单上有客户总监与客户部主管的签名');
  expect(texts).toHaveLength(3);
  for (const text of texts) {
    expect(text).toMatch(/^工作单上有.+与.+的签名$/);
    expect(text).not.toContain('客户总监与客户部主管');
    expect(text.includes('客户总监') || text.includes('客户部主管')).toBe(true);
  }
  expect(others('上面有客户经理签字').every((text) => !text.includes('客户经理'))).toBe(true);
});

test('nothing is exchanged where nobody signs by name, receives, or is named by the question', () => {
  expect(others('合同上有双方的签字')).toEqual([]);
  expect(others('客户经理签收了清单')).toEqual([]);
  expect(others('清单有客户经理的签名', '送客户经理批准')).toEqual([]);
  expect(otherSignatures('有客户经理的签名', [], '派单', 'seed')).toEqual([]);
});

test('groups, outsiders, and names that depend on who asks sign nothing', () => {
  for (const name of ['有关部门', '专案小组', '客户', '报告人（各岗位）', '上级', '主管']) {
    expect(couldSign(name), name).toBe(false);
  }
  for (const name of NAMES) expect(couldSign(name), name).toBe(true);
});
