/** Regulations that nobody has looked at for a year: no fault, but told to the editor at each build. */
import { regulationsIn } from './parse/regulations.ts';
import type { ContentTree } from './content-tree.ts';

/**
 * What the build says of them; nothing when all were checked within a year.
 *
 * @param today `YYYY-MM-DD`
 */
export function outdatedReport({ data }: ContentTree, today: string): string | undefined {
  const yearAgo = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`;
  const old = regulationsIn(data).filter((entry) => {
    const checked = entry.get('checkedOn').text;
    return checked !== undefined && checked < yearAgo;
  });
  if (old.length === 0) return undefined;
  return [
    `有 ${old.length} 条法规一年没有核对了，请查一遍还有没有效，再改 checkedOn：`,
    ...old.map((entry) => {
      const { file, line } = entry.place;
      return `  ${file}:${line} ${entry.get('title').text ?? ''}（${entry.get('checkedOn').text ?? ''}）`;
    }),
  ].join('\n');
}
