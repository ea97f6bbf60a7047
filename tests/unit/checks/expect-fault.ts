import { expect, test } from 'vitest';
import { lineOf, problemsOf, type FaultCase } from './good-tree.ts';

/** A test for each fault: one problem, with its rule, place and id, that says what was expected. */
export function testFaults(cases: readonly FaultCase[]): void {
  test.each(cases)('$rule: $name', (fault) => {
    const { files, problems } = problemsOf(fault);
    expect(problems.map(({ rule }) => rule)).toEqual([fault.rule]);
    const [problem] = problems;
    expect(problem).toMatchObject({
      file: fault.file,
      line: lineOf(files, fault.file, fault.at),
      rule: fault.rule,
    });
    expect(problem?.id).toBe(fault.id);
    expect(problem?.expected).toContain(fault.expected);
    const text = `${problem?.found ?? ''} ${problem?.fix ?? ''}`;
    for (const part of fault.says ?? []) expect(text).toContain(part);
    expect(problem?.fix).not.toBe('');
  });
}
