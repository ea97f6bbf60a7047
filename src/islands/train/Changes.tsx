import { href } from '../../model/address.ts';
import { changesSince } from '../../model/training-data.ts';
import type { DueItem } from '../../progress/training/agenda.ts';
import { NotLoaded } from '../shared/NotLoaded.tsx';
import { useLoad } from '../shared/use-load.ts';
import { fetchChanges } from './fetch-data.ts';

interface Props {
  item: DueItem;
}

/** What has changed of an item since it was confirmed, in the editions' own words. */
export function Changes({ item }: Props) {
  const load = useLoad(true, fetchChanges);
  if (load.hasFailed) return <NotLoaded load={load} what="改了什么没有取到，可以到“版次”里看。" />;
  const changes = load.value;
  const list = changes ? changesSince(changes, item.ref, item.confirmed?.rev ?? 1) : [];
  return (
    <ul class="train-changes" aria-busy={changes ? undefined : true}>
      {list.map(({ edition, what, why, refs, path }) => (
        <li key={`${edition} ${refs.join()} ${what}`}>
          <a href={href(path)}>第 {edition} 版改了</a>：{what}
          <span class="quiet">为什么：{why}</span>
        </li>
      ))}
    </ul>
  );
}
