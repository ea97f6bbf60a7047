import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sealLines } from '../../../../src/progress/runs/seal-lines.ts';

test.each<[string, string[]]>([
  ['客户', ['客户']],
  ['客户方', ['客户方']],
  ['客户总监', ['客户', '总监']],
  ['客户部主管', ['客户部', '主管']],
  ['总公司承保部门', ['总公司承', '保部门']],
  ['分管 副总经理', ['分管副', '总经理']],
  ['', []],
])('%s stands on the lines %j', (role, lines) => {
  expect(sealLines(role).lines).toEqual(lines);
});

test('whatever the role, two lines at most, each no wider than the room, of its own characters in order', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('客', '部', '𠮷', 'A') }), (role) => {
      const { lines, size } = sealLines(role);
      expect(lines.length).toBeLessThanOrEqual(2);
      expect(size).toBeGreaterThanOrEqual(9);
      for (const line of lines) expect([...line].length * size).toBeLessThanOrEqual(51);
      expect(role.startsWith(lines.join(''))).toBe(true);
      expect([...lines.join('')].length).toBe(Math.min([...role].length, 10));
    }),
  );
});
