import { useEffect, useRef, useState } from 'preact/hooks';
import { obstacle } from '../../offline/page/obstacle.ts';
import { forget, keep, readStatus } from '../../offline/page/registration.ts';
import { SITE, SUMMARY_FILE, type Summary } from '../../offline/shared/manifest.ts';
import type { Status } from '../../offline/shared/messages.ts';
import { askToPersist } from '../../stores/persistence.ts';
import { fetchData } from '../shared/fetch-data.ts';
import { NotLoaded } from '../shared/NotLoaded.tsx';
import { useLoad } from '../shared/use-load.ts';
import { KEEP_WORDS, OBSTACLE_WORDS, bytesWords, shareWords } from './offline-words.ts';
import type { KeepableHandbook } from './records-props.ts';

interface Props {
  /** Absent where the site offers none. */
  handbooks?: readonly KeepableHandbook[] | undefined;
}

interface Busy {
  readonly slugs: readonly string[];
  readonly done: number;
  readonly total: number;
}

const NOTHING: Status = { edition: 0, whole: [], begun: {} };

/** Keeps handbooks on the device, so that they can be read without a network, and removes them. */
export function OfflineSection({ handbooks }: Props) {
  const [status, setStatus] = useState<Status>(NOTHING);
  const [busy, setBusy] = useState<Busy | undefined>();
  const [words, setWords] = useState('');
  const stop = useRef(() => {});
  const hindrance = handbooks ? obstacle() : undefined;
  const sizes = useLoad(handbooks !== undefined && !hindrance, () =>
    fetchData<Summary>(`/${SUMMARY_FILE}`),
  );
  const summary = sizes.value;

  const renew = async () => setStatus((await readStatus()) ?? NOTHING);
  useEffect(() => {
    if (handbooks && !hindrance) void renew();
  }, []);

  if (!handbooks || hindrance) {
    return <p class="notice">{OBSTACLE_WORDS[hindrance ?? 'off']}</p>;
  }

  const start = async (slugs: readonly string[]) => {
    const end = new AbortController();
    stop.current = () => end.abort();
    setWords('');
    setBusy({ slugs, done: 0, total: 0 });
    void askToPersist();
    const outcome = await keep(
      slugs,
      (done, total) => setBusy({ slugs, done, total }),
      end.signal,
    ).catch(() => 'network' as const);
    await renew();
    setBusy(undefined);
    setWords(KEEP_WORDS[outcome]);
  };
  const remove = async ({ slug, title }: KeepableHandbook) => {
    setStatus((await forget(slug)) ?? NOTHING);
    setWords(`已从这台设备删掉：${title}`);
  };

  const missing = handbooks.filter(({ slug }) => !status.whole.includes(slug));
  /** What is still to come for some handbooks, each with what all of them need. */
  const sizeOf = (slugs: readonly string[]) => {
    const groups = status.whole.length > 0 ? slugs : [SITE, ...slugs];
    const each = groups.flatMap((group) => summary?.groups[group] ?? []);
    const sum = (what: 'download' | 'bytes') => each.reduce((n, size) => n + size[what], 0);
    return `约下载 ${bytesWords(sum('download'))}，占 ${bytesWords(sum('bytes'))}`;
  };
  const progress = busy && (
    <>
      <progress
        class="records__progress"
        aria-label="存了多少"
        max={busy.total || 1}
        value={busy.done}
      />
      <span class="quiet">{shareWords(busy.done, busy.total)}</span>
    </>
  );
  const row = (slugs: readonly string[], title: string, handbook?: KeepableHandbook) => {
    const [slug = ''] = slugs;
    const isBusy = busy?.slugs.join() === slugs.join();
    const isWhole = handbook !== undefined && status.whole.includes(slug);
    const begun = handbook && status.begun[slug];
    return (
      <li key={handbook ? slug : 'all'}>
        <div class="records__what">
          {title}
          {isBusy ? (
            progress
          ) : (
            <span class="quiet">
              {isWhole && `存好了，第 ${status.edition} 版，断网也能看`}
              {begun && `存到一半：${Math.floor((100 * begun.done) / begun.total)}%`}
              {!isWhole && !begun && summary && sizeOf(slugs)}
            </span>
          )}
        </div>
        <div class="records__buttons">
          {isBusy && (
            <button type="button" class="button" onClick={() => stop.current()}>
              停下
            </button>
          )}
          {!isBusy && !isWhole && (
            <button
              type="button"
              class="button"
              aria-label={begun ? `接着存${title}` : `把${title}存到这台设备`}
              disabled={!summary || busy !== undefined}
              onClick={() => void start(slugs)}
            >
              {begun ? '接着存' : '存到这台设备'}
            </button>
          )}
          {!isBusy && handbook && (isWhole || begun) && (
            <button
              type="button"
              class="button button--danger"
              aria-label={`从这台设备删掉${title}`}
              disabled={busy !== undefined}
              onClick={() => void remove(handbook)}
            >
              删掉
            </button>
          )}
        </div>
      </li>
    );
  };

  return (
    <>
      <ul class="records__list">
        {handbooks.map((handbook) => row([handbook.slug], handbook.title, handbook))}
        {handbooks.length > 1 &&
          missing.length > 1 &&
          row(
            missing.map(({ slug }) => slug),
            missing.length === handbooks.length ? '全部手册' : '其余的手册',
          )}
      </ul>
      <NotLoaded load={sizes} what="要下载多少没有取到，现在还不能存；存下的都还在。" />
      <p class="field__help" role="status">
        {words}
      </p>
    </>
  );
}
