/** How much a text repeats of a question, and when that gives the answer away. */
import { expect, test } from 'vitest';
import { faultOf } from '../../../../src/handbook/review/drop.ts';
import { areAlike, fitsBetter, hintsOf, standsOut } from '../../../../src/handbook/review/hint.ts';

const POOL = [
  '客户收到书面答复',
  '客户签收送货单',
  '客户确认验收单逐项有结论',
  '登记表有客户的原话',
  '合同上有双方签字与日期',
  '备货单上应备数与实备数相同',
  '投诉记录有三次联系的时间与签名',
  '投诉记录有答复的时间与办法',
];
const hint = hintsOf(POOL);

test('a rare character weighs more than one that many texts have; grammar weighs nothing', () => {
  expect(hint('按合同备齐货品', '备货单相同')).toBeGreaterThan(
    hint('请客户确认', '客户收到书面答复'),
  );
  expect(hint('的和与', '与的和')).toBe(0);
  expect(hint('备货', '签字')).toBe(0);
});

test('the right answer stands out where no wrong one repeats about as much', () => {
  expect(standsOut(4, [1, 2])).toBe(true);
  expect(standsOut(4, [1, 3.8])).toBe(false);
  expect(standsOut(0.5, [0, 0])).toBe(false);
});

test('what shares single rare characters with the prompt is dropped, though no run of two is shared', () => {
  const choices = [
    { text: '备了的数与货单相同', right: true as const },
    { text: '合同上有双方签字' },
    { text: '登记表有客户的原话' },
  ];
  expect(faultOf('把货都备齐', choices)).toBeUndefined();
  expect(faultOf('把货都备齐', choices, hint)).toBe('wording');
});

test('a wrong answer that suits the question better than the right one is none', () => {
  expect(fitsBetter(5, 2)).toBe(true);
  expect(fitsBetter(2.5, 2)).toBe(false);
  expect(fitsBetter(1, 0)).toBe(false);
});

test('texts are alike when they speak of the same, not when they say the same', () => {
  const [one = '', other = ''] = POOL.slice(-2);
  expect(areAlike(hint, one, other)).toBe(true);
  expect(areAlike(hint, one, one)).toBe(false);
  expect(areAlike(hint, one, '合同上有双方签字与日期')).toBe(false);
});
