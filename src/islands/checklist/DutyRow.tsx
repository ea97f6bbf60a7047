import { CADENCE_LABEL } from '../../model/vocabulary.ts';
import { href } from '../../model/address.ts';
import { idsOnPage } from '../../model/moves.ts';
import type { DutyMark } from '../../progress/duties/duty-marks.ts';
import type { DutyDetails, DutyFields } from './checklist-fields.ts';
import { formatMoment } from '../shared/format-time.ts';
import { SelfLink } from '../shared/SelfLink.tsx';

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
  const { id, text, cadence, editorial, was } = duty;
  const done = mark?.done ?? false;
  const tickedAt = mark?.tickedAt ?? mark?.at;
  return (
    <li
      class="duty"
      id={id}
      hidden={hidden}
      data-was={was?.length ? was.join(' ') : undefined}
      data-done={done ? '' : undefined}
    >
      {idsOnPage(role, was ?? []).map((old) => (
        <span key={old} class="alias" id={old} data-screen-only="" />
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
      {ready ? (
        <SelfLink id={id} text={text} />
      ) : (
        // Copying needs JavaScript; the built page keeps its place and is a kilobyte lighter.
        <span class="self-link" aria-hidden="true" data-screen-only="">
          #
        </span>
      )}
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
      <Details duty={duty} />
    </li>
  );
}

/** What never changes: drawn on the server, and left as it is in the browser. */
function Details({ duty }: { duty: DutyFields & DutyDetails }) {
  if (!import.meta.env.SSR) {
    // Hydrating keeps the markup that is there; the same text later changes nothing.
    return <div class="duty__details" dangerouslySetInnerHTML={{ __html: '' }} />;
  }
  const { doneWhen, why, note, sources } = duty;
  return (
    <div class="duty__details">
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
    </div>
  );
}
