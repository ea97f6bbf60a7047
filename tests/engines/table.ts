/** How a step went: well, not at all since the engine cannot do it, or wrong. */
export type Outcome = 'ok' | { readonly cannot: string } | { readonly fault: string };

/**
 * The table that a run ends with: a row for each step, a column for each engine, the reasons below.
 *
 * @param outcomes by engine, then by step; a step without an outcome failed
 * @returns the text, and how many fields of it are failures; a table without fields is one
 */
export function tableOf(
  steps: readonly string[],
  outcomes: ReadonlyMap<string, Readonly<Record<string, Outcome>>>,
): { text: string; failed: number } {
  const engines = [...outcomes.keys()];
  const reasons = new Map<string, string[]>();
  let failed = engines.length === 0 || steps.length === 0 ? 1 : 0;
  let passed = 0;
  const sign = (engine: string, step: string) => {
    const outcome = outcomes.get(engine)?.[step] ?? { fault: 'it was not done' };
    if (outcome === 'ok') {
      passed += 1;
      return '✓';
    }
    const isFault = 'fault' in outcome;
    if (isFault) failed += 1;
    const mark = isFault ? '✗' : '–';
    const reason = `${mark} ${engine}: ${isFault ? outcome.fault : outcome.cannot}`;
    reasons.set(reason, [...(reasons.get(reason) ?? []), step]);
    return mark;
  };
  const rows = [
    ['', ...engines],
    ...steps.map((step) => [step, ...engines.map((engine) => sign(engine, step))]),
  ];
  const widths = ['', ...engines].map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const below = [...reasons].map(([reason, where]) => `${reason} (${where.join(', ')})`);
  const sum = `${passed} passed, ${failed} failed`;
  return {
    text: [...lines, '', ...below, ...(below.length > 0 ? [''] : []), sum].join('\n'),
    failed,
  };
}
