import type { Inventory } from '../../progress/records/inventory.ts';
import { hasSomethingToLose, lastExport } from '../../stores/last-export.ts';
import { $persistence, askToPersist, canAskToPersist } from '../../stores/persistence.ts';
import { formatMoment } from '../shared/format-time.ts';
import { sizeWords } from './words.ts';
import { useLiveStore } from '../shared/use-live-store.ts';

const ANSWERS = {
  granted: '浏览器答应长期保留：除非您自己清理，它不会删。',
  denied: '浏览器没有答应长期保留：空间紧张时它可能清掉，所以请定期导出。',
  unknown: '还没有问过浏览器能不能长期保留。',
} as const;

/** How much is stored, whether the browser keeps it, and when it was last exported. */
export function Overview({ inventory }: { inventory: Inventory }) {
  const persistence = useLiveStore($persistence);
  const isMute = persistence === 'unknown' && !canAskToPersist();
  const exported = lastExport();
  const open = inventory.runs.filter(({ state }) => state.status === 'open').length;
  return (
    <section aria-labelledby="overview">
      <h2 id="overview">这个浏览器里存着什么</h2>
      <dl class="facts">
        <div>
          <dt>执行</dt>
          <dd>
            {inventory.runs.length} 次，其中进行中 {open} 次
          </dd>
        </div>
        <div>
          <dt>岗位清单</dt>
          <dd>
            {inventory.roles.length} 个岗位，
            {inventory.roles.reduce((sum, { ticks, times }) => sum + ticks + times, 0)} 个勾
          </dd>
        </div>
        {(inventory.plans.length > 0 || inventory.confirmations.length > 0) && (
          <div>
            <dt>培训</dt>
            <dd>
              {inventory.plans.length} 份计划，{inventory.confirmations.length} 次确认
            </dd>
          </div>
        )}
        {inventory.team.length > 0 && (
          <div>
            <dt>团队</dt>
            <dd>{inventory.team.length} 台设备交来的回执，里面有同事的名字</dd>
          </div>
        )}
        <div>
          <dt>占多少地方</dt>
          <dd>{sizeWords(inventory.size)}，浏览器一般给每个网站 10 MB</dd>
        </div>
        <div>
          <dt>保留多久</dt>
          <dd>
            {isMute ? '这里问不了浏览器能不能长期保留，所以请定期导出。' : ANSWERS[persistence]}
            {persistence === 'unknown' && !isMute && hasSomethingToLose() && (
              <button type="button" class="button" onClick={() => void askToPersist()}>
                问一问浏览器
              </button>
            )}
          </dd>
        </div>
        <div>
          <dt>上次全部导出</dt>
          <dd>{exported === undefined ? '还没有' : formatMoment(exported, Date.now())}</dd>
        </div>
      </dl>
    </section>
  );
}
