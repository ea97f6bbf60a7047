import { useEffect, useState } from 'preact/hooks';
import { href } from '../../model/address.ts';
import { newsSince, newsWords, type News } from '../../model/news.ts';
import { noteSeenEdition, readSeenEdition } from '../../stores/seen-edition.ts';
import { onShownLate } from '../../stores/shown.ts';
import type { RoleChoice } from './role-choice.ts';

interface Props {
  /** The newest edition first. */
  news: readonly News[];
  roles: readonly RoleChoice[];
  /** The reader's own ones. */
  mine: readonly RoleChoice[];
}

/** 自您上次来以后: what the editions since the reader's last visit ask to act on, until it is put away. */
export function Since({ news, roles, mine }: Props) {
  const [seen, setSeen] = useState(readSeenEdition);
  // Another page may have put it away.
  useEffect(() => onShownLate(() => setSeen(readSeenEdition())), []);
  const newest = news[0]?.edition ?? 0;
  const first = newsSince(news, seen);
  if (!first) return null;
  const own = mine.map((role) => [role.title, first.own[roles.indexOf(role)] ?? 0] as const);
  const putAway = () => {
    noteSeenEdition(newest);
    setSeen(newest);
    // The button goes.
    document.getElementById('content')?.focus({ preventScroll: true });
  };
  return (
    <p class="notice desk__since">
      <strong>自您上次来以后</strong>，{newsWords(first, newest, own)}
      <a href={href('/editions/')}>看改了什么</a>{' '}
      <button type="button" class="button" onClick={putAway}>
        知道了
      </button>
    </p>
  );
}
