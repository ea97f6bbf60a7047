import { href, pathOf } from '../../model/address.ts';
import { draftPlace, parseStorageName } from '../../model/parse-storage-name.ts';
import { parseStored } from '../../model/parsed.ts';
import { parseDraft } from '../../progress/records/draft.ts';
import type { Inventory } from '../../progress/records/inventory.ts';
import { parseSignatures } from '../../progress/runs/event.ts';
import { PLAN_DRAFT_PAGE, readPlanDraft } from '../../progress/training/plan-draft.ts';
import { signedWords } from '../../progress/runs/signings.ts';
import type { RecordsProps } from './records-props.ts';
import { RemoveButton } from './RemoveButton.tsx';
import { sizeWords } from './words.ts';

/** What a field is called, by the first part of its name. */
const FIELD_LABELS: Readonly<Record<string, string>> = {
  code: '项目编号',
  started: '开始日期',
  due: '截止日期',
  note: '备注',
  skip: '跳过的原因',
  finish: '提前结束的原因',
  sign: '签字人',
  day: '步骤的日期',
  owner: '步骤由谁做',
  plan: '排到一半的',
  start: '开始日期',
  label: '姓名或工号',
  mentor: '带教的姓名',
  countersign: '带教的姓名',
};

/** Pages of no handbook that have a form. */
const OTHER_PAGES: RecordsProps['pages'] = {
  [PLAN_DRAFT_PAGE]: { title: '培训计划', path: '/train/new/' },
  train: { title: '我的培训', path: '/train/' },
};

interface Props extends RecordsProps {
  inventory: Inventory;
  onRemove: (words: string, names: readonly string[]) => void;
}

/** What was typed and not saved yet, each where it can be finished. */
export function StoredDrafts({ inventory, pages, onRemove }: Props) {
  if (inventory.drafts.length === 0) return null;
  return (
    <section aria-labelledby="drafts-stock">
      <h2 id="drafts-stock">没存的草稿</h2>
      <p>打了字还没有存下的，留在原处等着接着写。草稿不导出，随它的执行一起清除。</p>
      <ul class="records__list">
        {inventory.drafts.map(({ name, text, size }) => {
          const { place, path, field } = placeOfDraft(name, inventory, pages);
          return (
            <li key={name}>
              <div class="records__what">
                {path ? <a href={href(path)}>{place}</a> : place} {field}{' '}
                <span class="quiet">
                  {draftWords(name, text)}，{sizeWords(size)}
                </span>
              </div>
              <RemoveButton
                what={`草稿：${place} ${field}`}
                onClick={() => onRemove(`草稿：${place} ${field}`, [name])}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function placeOfDraft(name: string, inventory: Inventory, pages: RecordsProps['pages']) {
  const parts = parseStorageName(name);
  if (parts.kind !== 'draft') return { place: name, field: '' };
  const [what = ''] = parts.field.split(':');
  const field = Object.hasOwn(FIELD_LABELS, what) ? (FIELD_LABELS[what] ?? what) : what;
  if (parts.page !== undefined) {
    const other = Object.hasOwn(OTHER_PAGES, parts.page) ? OTHER_PAGES[parts.page] : undefined;
    if (other) return { place: other.title, path: other.path, field };
    const page = Object.hasOwn(pages, parts.page) ? pages[parts.page] : undefined;
    return { place: page?.title ?? parts.page, path: page && pathOf(parts.page), field };
  }
  const run = inventory.runs.find(({ id }) => id === parts.run);
  if (!run) return { place: '已经没有的执行', field };
  const at = draftPlace(parts.field);
  const path = `/runs/#${run.id}${at ? `/${at.step}` : ''}`;
  return { place: `执行 ${run.state.code}`, path, field };
}

/** The draft itself; of a sign-off, who was going to sign; of a plan, how long it is. */
function draftWords(name: string, stored: string): string {
  const draft = parseStored(stored, parseDraft);
  if (typeof draft !== 'object') return '读不出来';
  const { text } = draft.value;
  if (/:plan$/.test(name)) {
    const plan = readPlanDraft(text);
    return typeof plan === 'object' ? `${plan.value.items.length} 项` : '读不出来';
  }
  if (!/:sign:/.test(name)) return `“${text}”`;
  return `“${signedWords(parseSignatures(text) ?? [])}”`;
}
