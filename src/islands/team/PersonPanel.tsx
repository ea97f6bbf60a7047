import { useEffect, useRef, useState } from 'preact/hooks';
import { href } from '../../model/address.ts';
import { NEED_LABEL } from '../../model/plan.ts';
import { countItems } from '../../progress/training/agenda.ts';
import { confirmationOf } from '../../progress/training/fold.ts';
import { missingText, personName, type TableRow } from '../../progress/training/table.ts';
import { answerPair, erasePerson } from '../../stores/team.ts';
import { putBack } from '../../stores/storage/erase.ts';
import { formatMoment } from '../shared/format-time.ts';
import type { UndoableAction } from '../shared/UndoToast.tsx';
import { confirmedWords, countWords, dueWords, startWords } from '../train/train-words.ts';
import { CopyText } from './CopyText.tsx';
import { ageWords } from './team-words.ts';
import type { TeamView } from './use-team.ts';

interface Props {
  row: TableRow;
  view: TeamView;
  onAction: (action: UndoableAction) => void;
  onClose: () => void;
}

/** One person: what is missing, as text for the chat; what is known; joining devices; erasing. */
export function PersonPanel({ row, view, onAction, onClose }: Props) {
  const { person, cells, missing } = row;
  const { titleOf, handbook, today, now } = view;
  const head = useRef<HTMLHeadingElement>(null);
  const [other, setOther] = useState('');
  useEffect(() => {
    head.current?.focus({ preventScroll: true });
    head.current?.scrollIntoView({ block: 'nearest' });
  }, [person.key]);
  const name = personName(person);
  const items = [...cells.values()];
  const others = view.people.filter(({ key }) => key !== person.key);
  const join = () => {
    const chosen = others.find(({ key }) => key === other);
    const [a, b] = [person.devices[0], chosen?.devices[0]];
    if (a === undefined || b === undefined) return;
    answerPair([a, b], true, Date.now());
    onAction({
      words: `${name}和${chosen?.label ?? ''}合在一起了`,
      takeBack: () => answerPair([a, b], false, Date.now()),
    });
    onClose();
  };
  const erase = () => {
    const values = erasePerson(person.devices);
    onAction({ words: `已删除${name}的回执`, takeBack: () => void putBack(values) });
    onClose();
  };
  return (
    <section class="team-person" aria-labelledby="person">
      <h2 id="person" tabIndex={-1} ref={head}>
        {name}
      </h2>
      <p class="quiet">
        回执做于{formatMoment(person.at, +now)}（{ageWords(person.at, now)}）
        {person.edition !== undefined && `，那时是第 ${person.edition} 版`}
        {person.edition !== undefined &&
          person.edition > handbook.data.edition &&
          '，比这里的新：请刷新页面'}
        {person.devices.length > 1 && `，来自 ${person.devices.length} 台设备`}
        {person.otherLabels.length > 0 &&
          `。同一台设备还写过“${person.otherLabels.join('”、“')}”：可能是几个人合用`}
        。
      </p>
      <ul class="team-person__plans">
        {person.plans.map(({ id, plan, day }) => (
          <li key={id}>
            {plan.title || '培训计划'}
            <span class="quiet">
              {startWords(day)}；{countWords(countItems(items, id))}
            </span>
          </li>
        ))}
        {person.review.map(({ plan, asked, remembered, at }) => (
          <li key={`${plan}${at}`}>
            复习 {person.plans.find(({ id }) => id === plan)?.plan.title ?? ''}
            <span class="quiet">
              还记得 {asked} 条里的 {remembered} 条（估计）
            </span>
          </li>
        ))}
        {person.duties.map(({ role, period, done, total }) => (
          <li key={`${role}${period}`}>
            {role} {period}
            <span class="quiet">
              职责做了 {done}，共 {total}
            </span>
          </li>
        ))}
      </ul>
      {missing.length === 0 ? (
        <p class="notice">
          {person.plans.length === 0
            ? '现在没有在跟的计划。'
            : '计划里的都确认了，手册也没有要再看的改动。'}
        </p>
      ) : (
        <>
          <CopyText label="还差的，粘回聊天里" text={missingText(row, titleOf)} />
          <ul class="team-person__missing">
            {missing.map((item) => {
              const path = handbook.itemOf(item.ref)?.path;
              const title = titleOf(item.ref);
              return (
                <li key={`${item.need} ${item.ref}`} data-late={item.isLate ? '' : undefined}>
                  {path === undefined ? title : <a href={href(path)}>{title}</a>}
                  <span class="quiet">
                    {NEED_LABEL[item.need]}，
                    {item.state === 'changed'
                      ? `第 ${item.rev} 版改了；${item.confirmed ? confirmedWords(item.confirmed) : ''}`
                      : dueWords(item, today)}
                  </span>
                </li>
              );
            })}
          </ul>
        </>
      )}
      {person.events.length > 0 && (
        <details class="train-fold">
          <summary>确认过的 {person.events.length} 次，逐次看</summary>
          <ol class="team-person__history">
            {person.events.map((event) => (
              <li key={event.id}>
                {titleOf(handbook.nameNow(event.ref))}：{confirmedWords(confirmationOf(event))}
              </li>
            ))}
          </ol>
        </details>
      )}
      <div class="team-person__tools">
        {others.length > 0 && (
          <span class="team-person__join">
            <label class="field field--inline">
              <span class="field__label">和谁是一个人</span>
              <select value={other} onChange={(event) => setOther(event.currentTarget.value)}>
                <option value="">选一位</option>
                {others.map((each) => (
                  <option key={each.key} value={each.key}>
                    {personName(each)}
                  </option>
                ))}
              </select>
            </label>
            <button type="button" class="button" disabled={other === ''} onClick={join}>
              合在一起
            </button>
          </span>
        )}
        <button type="button" class="button button--danger" onClick={erase}>
          删除{name}的回执
        </button>
        <button type="button" class="button" onClick={onClose}>
          收起
        </button>
      </div>
    </section>
  );
}
