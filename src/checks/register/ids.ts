/** `npm run ids`: writes the register of published references anew (`content/ids.yaml`). */
import { writeFileSync } from 'node:fs';
import { readContent, readPublicFiles } from '../read.ts';
import { formatProblems } from '../report.ts';
import { updateRegister } from './update.ts';

const update = updateRegister(readContent('.'), { publicFiles: readPublicFiles('.') });
if ('text' in update) {
  writeFileSync('content/ids.yaml', update.text);
  const { added, refreshed, removed } = update;
  console.log(
    `登记册已更新：新登记 ${added.length} 个，文字有改动 ${refreshed.length} 个，去掉 ${removed.length} 个。`,
  );
} else {
  console.error(formatProblems(update));
  console.error('登记册没有改动。先改好上面的问题。');
  process.exitCode = 1;
}
