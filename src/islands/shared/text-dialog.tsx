/** Records as text, in a box over the page: of one run, or of what the reader chooses. Loaded when asked for. */
import { openPopIsland } from './pop-island.ts';
import { TextOut } from './TextOut.tsx';

/** Opens the box. @param run id of the run that is meant; left out, the reader chooses */
export function openText(run?: string): Promise<void> {
  return openPopIsland(
    run === undefined ? '把记录做成文字' : '把这次执行做成文字',
    '发给自己，到另一处打开这个网站，在“我的记录”的“导入”里粘进去。文字没有口令锁，发给谁由您定。',
    <TextOut run={run} />,
  );
}
