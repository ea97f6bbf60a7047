import { useMemo, useState } from 'preact/hooks';
import { href } from '../../model/address.ts';
import { settingLabel, settingOf } from '../../model/parse-storage-name.ts';
import { rolesIn } from '../../model/own-roles.ts';
import { parseStored } from '../../model/parsed.ts';
import type { Setting } from '../../model/setting-names.ts';
import { countRun, countWords } from '../../progress/runs/count.ts';
import { RUN_STATUS_LABEL } from '../../progress/runs/fold.ts';
import { parseLearner } from '../../progress/training/learner.ts';
import { walksIn, type Inventory, type StoredValue } from '../../progress/records/inventory.ts';
import { readTemplate } from '../../stores/runs/texts.ts';
import { AskSaved } from '../shared/AskSaved.tsx';
import { copyText } from '../shared/copy-text.ts';
import { download } from '../shared/download.ts';
import type { RecordsProps } from './records-props.ts';
import { RemoveButton } from './RemoveButton.tsx';
import { StoredAnswers } from './StoredAnswers.tsx';
import { StoredDrafts } from './StoredDrafts.tsx';
import { StoredTraining } from './StoredTraining.tsx';
import { sizeWords } from './words.ts';

interface Props extends RecordsProps {
  inventory: Inventory;
  /** Removes values; the page offers to take it back. */
  onRemove: (words: string, names: readonly string[]) => void;
}

/** Everything that is stored, kind by kind, each with its size and a way to delete it. */
export function StoredRecords({ inventory, pages, onRemove }: Props) {
  const pageOf = (reference: string) =>
    Object.hasOwn(pages, reference) ? pages[reference] : undefined;
  // A thousand runs are walked only when somebody looks.
  const [unfolded, setUnfolded] = useState(false);
  const walks = useMemo(() => (unfolded ? walksIn(inventory) : undefined), [inventory, unfolded]);
  const progressOf = (id: string) => {
    const walk = walks?.get(id);
    return walk && `${countWords(countRun(walk))}；`;
  };
  return (
    <>
      <section aria-labelledby="runs-stock">
        <h2 id="runs-stock">执行</h2>
        {inventory.runs.length === 0 ? (
          <p>还没有。</p>
        ) : (
          <details
            class="records__fold"
            onToggle={(event) => setUnfolded(event.currentTarget.open)}
          >
            <summary>
              {inventory.runs.length} 次执行，{inventory.texts.length} 份流程文字，一共{' '}
              {sizeWords(sum(inventory.runs) + sum(inventory.texts))}
            </summary>
            <ul class="records__list">
              {inventory.runs.map(({ id, state, size }) => (
                <li key={id}>
                  <div class="records__what">
                    <a href={href(`/runs/#${id}`)}>{state.code}</a>
                    {pageOf(state.workflow)?.title ??
                      readTemplate(state.text)?.title ??
                      state.workflow}
                    <span class="quiet">
                      {RUN_STATUS_LABEL[state.status]}，{progressOf(id)}
                      {sizeWords(size)}
                    </span>
                  </div>
                </li>
              ))}
            </ul>
          </details>
        )}
        <p>
          <a href={href('/runs/')}>到“我的执行”里打开、归档或删除</a>
        </p>
      </section>
      <section aria-labelledby="marks-stock">
        <h2 id="marks-stock">岗位清单</h2>
        {inventory.roles.length === 0 && <p>还没有。</p>}
        <ul class="records__list">
          {inventory.roles.map(({ role, ticks, times, names, size }) => {
            const page = pageOf(role);
            const title = page?.title ?? role;
            return (
              <li key={role}>
                <div class="records__what">
                  {page ? <a href={href(page.path)}>{title}</a> : title}
                  {!page && <span class="quiet">本站现在没有这一页</span>}
                  <span class="quiet">
                    {ticks} 个勾，{times > 0 && `${times} 次逢事，`}
                    {sizeWords(size)}
                  </span>
                </div>
                <RemoveButton
                  what={`${title}的清单`}
                  onClick={() => onRemove(`${title}的清单`, names)}
                />
              </li>
            );
          })}
        </ul>
      </section>
      <StoredTraining inventory={inventory} onRemove={onRemove} />
      <StoredAnswers inventory={inventory} onRemove={onRemove} />
      <StoredDrafts inventory={inventory} pages={pages} onRemove={onRemove} />
      <section aria-labelledby="settings-stock">
        <h2 id="settings-stock">设置</h2>
        {inventory.settings.length === 0 && <p>还没有。</p>}
        <ul class="records__list">
          {inventory.settings.map(({ name, text }) => {
            const setting = settingOf(name) ?? name;
            const label = settingLabel(setting);
            return (
              <li key={name}>
                <div class="records__what">
                  {label}
                  <span class="quiet">{settingWords(setting, text, pages)}</span>
                </div>
                <RemoveButton what={label} onClick={() => onRemove(label, [name])} />
              </li>
            );
          })}
        </ul>
      </section>
      <Unreadable
        id="aside"
        title="另存的坏记录"
        lead="读不出来的记录原样放在这里，没有丢。可以下载下来，交给管网站的人看看。"
        values={inventory.asides}
        onRemove={onRemove}
      />
      <Unreadable
        id="others"
        title="这个版本不认识的记录"
        lead="可能是新版网站写下的，也可能是一次执行的零头。留着没有坏处。"
        values={inventory.others}
        onRemove={onRemove}
      />
    </>
  );
}

interface UnreadableProps {
  id: string;
  title: string;
  lead: string;
  values: readonly StoredValue[];
  onRemove: Props['onRemove'];
}

function Unreadable({ id, title, lead, values, onRemove }: UnreadableProps) {
  const [offered, setOffered] = useState(0);
  const [words, setWords] = useState('');
  if (values.length === 0) return null;
  const text = JSON.stringify(
    Object.fromEntries(values.map((v) => [v.name, v.text])),
    undefined,
    1,
  );
  const save = () => {
    setWords('');
    download(`${id}.json`, text);
    setOffered(offered + 1);
  };
  const copy = async () => {
    setOffered(0);
    setWords((await copyText(text)) ? '已复制' : '');
  };
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p>{lead}</p>
      <ul class="records__list">
        {values.map(({ name, size }) => (
          <li key={name}>
            <div class="records__what">
              <code>{name}</code>
              <span class="quiet">{sizeWords(size)}</span>
            </div>
            <RemoveButton what={name} onClick={() => onRemove(name, [name])} />
          </li>
        ))}
      </ul>
      <p class="notice__actions">
        <button type="button" class="button" onClick={save}>
          全部下载
        </button>
        <button type="button" class="button" onClick={() => void copy()}>
          全部复制
        </button>
      </p>
      <p class="field__help" role="status">
        {words}
      </p>
      {offered > 0 && (
        <AskSaved
          key={offered}
          otherwise="微信、钉钉里打开的网页存不了文件：请用“全部复制”，粘给管网站的人。"
        />
      )}
    </section>
  );
}

function settingWords(setting: string, text: string, pages: RecordsProps['pages']): string {
  switch (setting as Setting) {
    case 'role':
    case 'also':
      return rolesIn({ further: text })
        .map((role) => (Object.hasOwn(pages, role) && pages[role]?.title) || '本站现在没有的岗位')
        .join('、');
    case 'theme':
      return text === 'dark' ? '深色' : '浅色';
    case 'learner':
      return labelOfLearner(text);
    case 'exported':
      return new Date(Number(text)).toLocaleString('zh-CN');
    case 'last':
      return titleOfLast(text);
    default:
      return '';
  }
}

function labelOfLearner(text: string): string {
  const parsed = parseStored(text, parseLearner);
  return typeof parsed === 'object' ? parsed.value.label || '还没填' : '';
}

function titleOfLast(text: string): string {
  try {
    const { title } = JSON.parse(text) as { title?: unknown };
    return typeof title === 'string' ? title : '';
  } catch {
    return '';
  }
}

function sum(values: readonly { readonly size: number }[]): number {
  return values.reduce((total, { size }) => total + size, 0);
}
