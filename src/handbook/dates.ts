/** A day of the frontmatter in words: `2026 年 11 月 23 日`. Frontmatter days are read as UTC. */
export function formatDay(day: Date): string {
  return `${day.getUTCFullYear()} 年 ${day.getUTCMonth() + 1} 月 ${day.getUTCDate()} 日`;
}
