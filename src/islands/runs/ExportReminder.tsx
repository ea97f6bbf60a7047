import { href } from '../../model/address.ts';
import { isExportDue } from '../../stores/last-export.ts';
import type { RunHead } from '../../stores/runs/summaries.ts';

/** Reminds of an export when open runs have gone without one for a fortnight. */
export function ExportReminder({ heads }: { heads: readonly RunHead[] }) {
  const since = heads.filter((run) => run.status === 'open').map((run) => run.startedAt);
  if (!isExportDue(since, Date.now())) return null;
  return (
    <p class="notice">
      进行中的执行已经两个星期没有导出了。浏览器可能清掉网站数据，
      <a href={href('/progress/#export')}>现在导出一份</a>，存到别处。
    </p>
  );
}
