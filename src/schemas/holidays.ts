import { z } from 'astro/zod';
import { parse } from 'yaml';
import { daySchema } from './common.ts';

/** The public holidays of one year, as announced. */
const holidayYearSchema = z.strictObject({
  /** The year: 2026. All its days lie in it. */
  year: z.number().int().positive(),
  /** Days off (放假), those on a weekend included. */
  off: z.array(daySchema).min(1),
  /** Saturdays and Sundays that are worked in exchange (调休上班). */
  work: z.array(daySchema),
});

/** The file `content/holidays.yaml`: a list of years. */
export const holidaysSchema = z.array(holidayYearSchema);

/** A year's entry in its collection, which keeps the year as its key. */
export const holidayEntrySchema = holidayYearSchema.omit({ year: true });
export type HolidayEntry = z.infer<typeof holidayEntrySchema>;

/** The years of the file by their names, for the collection. */
export function parseHolidays(text: string): Record<string, Record<string, unknown>> {
  const years = (parse(text) ?? []) as Record<string, unknown>[];
  return Object.fromEntries(years.map(({ year, ...rest }) => [String(year), rest]));
}
