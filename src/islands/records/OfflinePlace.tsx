import { NotLoaded } from '../shared/NotLoaded.tsx';
import { useLoad } from '../shared/use-load.ts';
import type { KeepableHandbook } from './records-props.ts';

/** Where handbooks are kept for reading without a network; what does it loads with the page, apart. */
export function OfflinePlace({
  handbooks,
}: {
  handbooks?: readonly KeepableHandbook[] | undefined;
}) {
  const load = useLoad(true, () => import('./OfflineSection.tsx'));
  const section = load.value;
  return (
    <section aria-labelledby="offline">
      <h2 id="offline">存到这台设备，断网也能看</h2>
      <p>
        存下的是手册的页面、搜索和术语。记录本来就在这台设备上，不算在内；“清除全部记录”也不动这里存下的手册。
      </p>
      {section ? (
        <section.OfflineSection handbooks={handbooks} />
      ) : load.hasFailed ? (
        <NotLoaded load={load} what="存下了什么，现在列不出来；存下的都还在。" />
      ) : (
        <p class="quiet">正在看这台设备上存着什么。</p>
      )}
    </section>
  );
}
