import { isoDay } from '../../model/format-day.ts';
import { exportEverything } from '../../stores/transfer.ts';
import { download } from './download.ts';
import { FILE_NAME } from './site-name.ts';

/** Saves everything that is stored as a file, without asking anything. */
export function exportNow(): void {
  const now = new Date();
  download(`${FILE_NAME}-${isoDay(now)}.json`, exportEverything(+now));
}
