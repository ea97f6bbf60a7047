import { exportEverything } from '../stores/transfer';
import { download } from './download';
import { isoDay } from './format-time';

/** Saves everything that is stored as a file, without asking anything. */
export function exportNow(): void {
  const now = new Date();
  download(`kehubu-${isoDay(now)}.json`, exportEverything(+now));
}
