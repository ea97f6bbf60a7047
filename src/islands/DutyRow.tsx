import { CADENCE_LABEL, type Cadence } from '../model/vocabulary';
import { href } from '../model/address';
import { idsOnPage } from '../model/moves';
import type { DutyMark } from '../progress/duty-marks';
import { formatMoment } from './format-time';

export interface DutyFields {
  id: string;
  text: string;
  cadence: Cadence;
  doneWhen?: string;
  why?: string;
  editorial?: true;
  /** Full references under which it was published before. */
  was?: readonly string[];
  /** The ledger entries it carries, with the documents that say them. */
  sources?: readonly { entry: string; documents: string }[];
  /** Its note, rendered at build from the author's prose. */
  note?: string;
}

interface Props {
  /** Reference of the role's page. */
  role: string;
  duty: DutyFields;
  mark: DutyMark | undefined;
  now: number;
  ready: boolean;
  hidden: boolean;
  /** True for the first tick: it says where ticks are kept. */
  first: boolean;
  onToggle: (done: boolean) => void;
}

/** One duty: its box, its text, and what is worth knowing about it. */
export function DutyRow({ role, duty, mark, now, ready, hidden, first, onToggle }: Props) {
  const { id, text, cadence, doneWhen, why, editorial, sources, note, was } = duty;
  const done = mark?.done ?? false;
  const tickedAt = mark?.tickedAt ?? mark?.at;
  return (
    <li class="duty" id={id} hidden={hidden} data-done={done ? '' : undefined}>
      {idsOnPage(role, was ?? []).map((old) => (
        <span key={old} class="alias" id={old} />
      ))}
      <label class="tick">
        <input
          type="checkbox"
          class="tick__box"
          checked={done}
          disabled={!ready}
          onChange={(event) => onToggle(event.currentTarget.checked)}
        />
        <span class="tick__text">{text}</span>
      </label>
      <a class="self-link" href={`#${id}`} aria-label={`复制链接：${text}`} title="复制链接">
        #
      </a>
      <p class="duty__meta">
        <span class="tag">{CADENCE_LABEL[cadence]}</span>
        {editorial && (
          <span class="editorial" data-search="off" title="来源没有写到，由编者补充">
            编者补充
          </span>
        )}
        {done && tickedAt !== undefined && (
          <span class="duty__when">
            <time dateTime={new Date(tickedAt).toISOString()}>{formatMoment(tickedAt, now)}</time>{' '}
            勾选{first && '；只存在这台设备的这个浏览器里'}
          </span>
        )}
      </p>
      {doneWhen && (
        <p class="duty__fact">
          <span class="duty__fact-label" data-search="off">
            做到什么样
          </span>
          {doneWhen}
        </p>
      )}
      {why && (
        <p class="duty__fact">
          <span class="duty__fact-label" data-search="off">
            为什么
          </span>
          {why}
        </p>
      )}
      {note && <div class="prose" dangerouslySetInnerHTML={{ __html: note }} />}
      {sources && (
        <p class="source" data-search="off">
          出处
          {sources.map(({ entry, documents }) => (
            <a key={entry} href={href(`/sources/#${entry}`)}>
              {documents}
            </a>
          ))}
        </p>
      )}
    </li>
  );
}
