import { isoDay } from '../../model/format-day.ts';
import { exportEverything } from '../../stores/transfer.ts';
import { download } from './download.ts';

/** Saves everything that is stored as a file, without asking anything. */
export function exportNow(): void {
  const now = new Date();
  download(`kehubu-${isoDay(now)}.json`, exportEverything(+now));
}
