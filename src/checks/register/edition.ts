/** `npm run edition`: drafts the lines of the newest edition; with `-- --new`, begins the next one. */
import { writeFileSync } from 'node:fs';
import { readContent } from '../read.ts';
import { formatProblems } from '../report.ts';
import { draftEdition } from './draft.ts';
import { oldLinesFromGit } from './old-lines.ts';

const now = new Date();
const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
  .map((part) => String(part).padStart(2, '0'))
  .join('-');
const isNew = process.argv.includes('--new');
const draft = draftEdition(readContent('.'), { isNew, today, oldLines: oldLinesFromGit('.') });
if ('text' in draft) {
  const { path, text, drafted } = draft;
  if (isNew || drafted.length > 0) writeFileSync(path, text);
  console.log(
    drafted.length > 0
      ? `${path}：起草了 ${drafted.length} 行。把“待填”都填上（material 写 true 或 false），再运行 npm run ids。`
      : isNew
        ? `${path}：开了新的一版，还没有要记的改动。`
        : '没有要记的改动：文字改过的都已经记在最新的版次里。',
  );
} else {
  console.error(formatProblems(draft));
  console.error('版次没有改动。先改好上面的问题。');
  process.exitCode = 1;
}
