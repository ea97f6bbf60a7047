/** Loaded ahead of a measured process: writes the most memory it ever held, in bytes, when it ends. */
import { writeFileSync } from 'node:fs';

const file = process.env['MEMORY_REPORT'];
if (file) {
  process.on('exit', () => {
    writeFileSync(file, String(process.resourceUsage().maxRSS * 1024));
  });
}
