import { href } from '../../model/address.ts';
import { formatIsoDay } from '../../model/format-day.ts';
import type { Inventory } from '../../progress/records/inventory.ts';
import { RemoveButton } from './RemoveButton.tsx';
import { sizeWords } from './words.ts';

interface Props {
  inventory: Inventory;
  onRemove: (words: string, names: readonly string[]) => void;
}

/** The reader's own plans and confirmations, and the receipts that others handed over. */
export function StoredTraining({ inventory, onRemove }: Props) {
  const { plans, confirmations, team } = inventory;
  const size = confirmations.reduce((sum, value) => sum + value.size, 0);
  const names = confirmations.map(({ name }) => name);
  return (
    <>
      {plans.length + confirmations.length > 0 && (
        <section aria-labelledby="training-stock">
          <h2 id="training-stock">培训</h2>
          <ul class="records__list">
            {plans.map((plan) => (
              <li key={plan.id}>
                <div class="records__what">
                  <a href={href('/train/')}>{plan.title || '培训计划'}</a>
                  <span class="quiet">
                    {formatIsoDay(plan.day)}开始，{plan.isOpen ? '进行中' : '已放下'}，
                    {sizeWords(plan.size)}
                  </span>
                </div>
                <RemoveButton
                  what={plan.title || '培训计划'}
                  onClick={() => onRemove(plan.title || '培训计划', plan.names)}
                />
              </li>
            ))}
            {confirmations.length > 0 && (
              <li>
                <div class="records__what">
                  读过、练过、带教看过的确认
                  <span class="quiet">
                    {confirmations.length} 次，几份计划共用，{sizeWords(size)}
                  </span>
                </div>
                <RemoveButton what="全部确认" onClick={() => onRemove('全部确认', names)} />
              </li>
            )}
          </ul>
        </section>
      )}
      {team.length > 0 && (
        <section aria-labelledby="team-stock">
          <h2 id="team-stock">团队的回执</h2>
          <p>
            别人交来、粘进<a href={href('/team/')}>团队</a>的回执，和您自己的记录分开放。
          </p>
          <ul class="records__list">
            {team.map(({ device, label, receipts, names: own, size: takes }) => {
              const who = label ?? `设备 ${device.slice(0, 6)}`;
              return (
                <li key={device}>
                  <div class="records__what">
                    {who}
                    <span class="quiet">
                      {receipts} 份回执，{sizeWords(takes)}
                    </span>
                  </div>
                  <RemoveButton
                    what={`${who}的回执`}
                    onClick={() => onRemove(`${who}的回执`, own)}
                  />
                </li>
              );
            })}
          </ul>
        </section>
      )}
    </>
  );
}
