import { roleOf, settingLabel, settingOf } from '../../model/parse-storage-name.ts';
import { packedName } from '../../model/storage-names.ts';
import type { ImportFate, ImportPlan } from '../../progress/records/import.ts';
import { applyImport, undoImport } from '../../stores/transfer.ts';
import type { UndoableAction } from '../shared/UndoToast.tsx';
import type { RecordsProps } from './records-props.ts';
import { FATE_WORDS } from './words.ts';

interface Props extends RecordsProps {
  plan: ImportPlan;
  onDone: (action: UndoableAction) => void;
  /** Called when the preview is no longer wanted. */
  onClose: () => void;
}

/** A run, a role's marks or a setting of the file. */
interface Line {
  readonly key: string;
  readonly what: string;
  readonly fate: ImportFate;
}

const ORDER = Object.keys(FATE_WORDS) as ImportFate[];

/** What an import would do, line by line, before anything is written. */
export function ImportPreview({ plan, pages, onDone, onClose }: Props) {
  const lines = linesOf(plan, pages);
  const apply = () => {
    const undo = applyImport(plan);
    onClose();
    onDone({
      words: `已导入，写下 ${undo.size} 条记录`,
      takeBack: () => {
        undoImport(undo);
      },
    });
  };
  return (
    <div class="preview">
      <h3>导入会带来什么</h3>
      <p class="preview__lead">
        {plan.writes.size === 0
          ? '文件里的记录这里都有了，导入不会改变什么。'
          : `会写下 ${plan.writes.size} 条记录。`}
      </p>
      <div class="table-scroll" role="group" aria-label="导入预览" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">记录</th>
              <th scope="col">和这里比</th>
              <th scope="col">会怎样</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ key, what, fate }) => (
              <tr key={key} data-fate={fate}>
                <td>{what}</td>
                <td>{FATE_WORDS[fate].name}</td>
                <td>{FATE_WORDS[fate].what}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="preview__actions">
        <button
          type="button"
          class="button button--primary"
          disabled={plan.writes.size === 0}
          onClick={apply}
        >
          导入
        </button>
        <button type="button" class="button" onClick={onClose}>
          不导入
        </button>
      </p>
    </div>
  );
}

function linesOf(plan: ImportPlan, pages: RecordsProps['pages']): Line[] {
  const titleOf = (reference: string) =>
    Object.hasOwn(pages, reference) ? pages[reference]?.title : undefined;
  const runs = plan.runs.map(({ id, fate, state, added }): Line => {
    const name = state
      ? `${state.code} ${titleOf(state.workflow) ?? state.workflow}`
      : '没有开头的记录';
    const more = fate === 'new' || added === 0 ? '' : `，多 ${added} 条记录`;
    return { key: packedName(id), what: `执行 ${name}${more}`, fate };
  });
  const groups = new Map<string, { what: string; fate: ImportFate; count: number }>();
  for (const { kind, fate, name } of plan.others) {
    if (kind === 'text') continue; // it goes with its run
    const role = roleOf(name) ?? '';
    const what = {
      mark: `岗位清单 ${titleOf(role) ?? role}`,
      did: `逢事记的次数 ${titleOf(role) ?? role}`,
      training: '培训计划和确认',
      receipt: '团队里别人的回执',
      answer: '复习的回答',
      pair: '团队里两台设备是不是一个人',
      setting: `设置：${settingLabel(settingOf(name) ?? name)}`,
      draft: '没存的草稿',
      aside: '另存的坏记录',
      other: '别的记录',
    }[kind];
    const group = groups.get(`${what}:${fate}`) ?? { what, fate, count: 0 };
    groups.set(`${what}:${fate}`, { ...group, count: group.count + 1 });
  }
  const others = [...groups].map(([key, { what, fate, count }]): Line => ({
    key,
    what: what.startsWith('设置') ? what : `${what}：${count} 条`,
    fate,
  }));
  return [...runs, ...others].sort((a, b) => ORDER.indexOf(a.fate) - ORDER.indexOf(b.fate));
}
