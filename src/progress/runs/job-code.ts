/**
 * Offers the next job code: the year and a running number, `2026-031`.
 *
 * @param used codes of the runs there are; those of another form are passed over
 */
export function jobCodeFor(used: readonly string[], now: Date): string {
  const year = String(now.getFullYear());
  const numbers = used.map((code) => {
    const match = /^(\d{4})-(\d{3,})$/.exec(code.trim());
    return match?.[1] === year ? Number(match[2]) : 0;
  });
  return `${year}-${String(Math.max(0, ...numbers) + 1).padStart(3, '0')}`;
}
