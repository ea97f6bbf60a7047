import { expect, test } from 'vitest';
import { tableOf, type Outcome } from '../../engines/table.ts';

const FAULT: Outcome = { fault: 'the box is empty' };
const CANNOT: Outcome = { cannot: 'it has no console' };

test('the table shows each engine and step, with the reasons below', () => {
  const outcomes = new Map<string, Record<string, Outcome>>([
    ['Firefox', { read: 'ok', tick: 'ok', console: 'ok' }],
    ['WebKit', { read: FAULT, tick: FAULT, console: CANNOT }],
  ]);
  expect(tableOf(['read', 'tick', 'console'], outcomes)).toEqual({
    text: `         Firefox  WebKit
read     ✓        ✗
tick     ✓        ✗
console  ✓        –

✗ WebKit: the box is empty (read, tick)
– WebKit: it has no console (console)

3 passed, 2 failed`,
    failed: 2,
  });
});

test('a step that was not done, no steps and no engines are failures', () => {
  const nothing: Record<string, Outcome> = {};
  expect(tableOf(['read'], new Map([['Firefox', nothing]])).failed).toBe(1);
  expect(tableOf([], new Map([['Firefox', nothing]])).failed).toBe(1);
  expect(tableOf(['read'], new Map()).failed).toBe(1);
});
