/** `npm run new -- <kind> <name> [--title …]`: begins a handbook, or a page of one. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { readContent, readPublicFiles } from '../../src/checks/read.ts';
import { formatProblems } from '../../src/checks/report.ts';
import { planNew } from './plan.ts';
import { USAGE } from './request.ts';

const words = process.argv.slice(2);
const now = new Date();
const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
  .map((part) => String(part).padStart(2, '0'))
  .join('-');

process.exitCode = 1;
if (words.length === 0) {
  console.error(USAGE);
} else if (process.env['npm_config_title'] !== undefined) {
  console.error('new 后面少了 --：写成 npm run new -- role sales/account-rep --title 销售代表。');
} else {
  const plan = planNew(readContent('.'), words, today, { publicFiles: readPublicFiles('.') });
  if ('refused' in plan) {
    console.error(plan.refused);
  } else if ('problems' in plan) {
    console.error(formatProblems(plan.problems));
    console.error('没有写任何文件。先改好上面的问题。');
  } else {
    for (const { path, text } of plan.pages) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text, { flag: 'wx' });
    }
    for (const { path, text } of plan.changed) writeFileSync(path, text);
    console.log(
      [
        ...plan.pages.map(({ path }) => `新建 ${path}`),
        ...plan.changed.map(({ path }) => `改了 ${path}`),
        `待写 ${plan.unwritten} 处。开着 npm run dev，把新文件里“待写：”起头的话一处处换掉，换完运行 npm run ids。`,
        'id 和文件名就是网址，发布后不再改。',
      ].join('\n'),
    );
    process.exitCode = 0;
  }
}
