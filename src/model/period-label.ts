import { formatIsoDay } from './format-day.ts';
import { cadenceOf, type PeriodKey } from './period.ts';

/** A period in words: `2026 年 11 月 23 日`, `2026 年第 48 周`, `2026 年 11 月`, `2026 年第 4 季度`, `2026 年`. */
export function periodLabel(key: PeriodKey): string {
  const [year, rest = ''] = key.split('-');
  switch (cadenceOf(key)) {
    case 'daily':
      return formatIsoDay(key);
    case 'weekly':
      return `${year} 年第 ${Number(rest.slice(1))} 周`;
    case 'monthly':
      return `${year} 年 ${Number(rest)} 月`;
    case 'quarterly':
      return `${year} 年第 ${rest.slice(1)} 季度`;
    case 'yearly':
      return `${year} 年`;
    case 'once':
      return '不分周期';
    case undefined:
      return key;
  }
}
