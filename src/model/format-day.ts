/** Days and moments as text, in the reader's own time zone. */

/** The local calendar day that a moment lies in, as `YYYY-MM-DD`. */
export function isoDay(at: Date): string {
  return [pad(at.getFullYear(), 4), pad(at.getMonth() + 1), pad(at.getDate())].join('-');
}

/** A `YYYY-MM-DD` day in words: `2026 年 11 月 23 日`. */
export function formatIsoDay(day: string): string {
  return `${Number(day.split('-')[0])} 年 ${formatMonthDay(day)}`;
}

/** The month and date of a `YYYY-MM-DD` day: `11 月 23 日`. */
export function formatMonthDay(day: string): string {
  const [, month, date] = day.split('-').map(Number);
  return `${month} 月 ${date} 日`;
}

/** A moment on paper: `2026-11-23 14:03`. @param at milliseconds since the epoch */
export function formatStamp(at: number): string {
  const moment = new Date(at);
  return `${isoDay(moment)} ${pad(moment.getHours())}:${pad(moment.getMinutes())}`;
}

/** A number of the calendar or the clock with leading zeros. */
export function pad(value: number, width = 2): string {
  return String(value).padStart(width, '0');
}
