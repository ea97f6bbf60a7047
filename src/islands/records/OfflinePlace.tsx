import { useLoaded } from '../shared/use-loaded.ts';
import type { KeepableHandbook } from './records-props.ts';

/** Where handbooks are kept for reading without a network; what does it loads with the page, apart. */
export function OfflinePlace({
  handbooks,
}: {
  handbooks?: readonly KeepableHandbook[] | undefined;
}) {
  const section = useLoaded(true, () => import('./OfflineSection.tsx'));
  return (
    <section aria-labelledby="offline">
      <h2 id="offline">存到这台设备，断网也能看</h2>
      <p>
        存下的是手册的页面、搜索和术语。记录本来就在这台设备上，不算在内；“清除全部记录”也不动这里存下的手册。
      </p>
      {section ? (
        <section.OfflineSection handbooks={handbooks} />
      ) : (
        <p class="quiet">正在看这台设备上存着什么。断网时可能看不到。</p>
      )}
    </section>
  );
}
