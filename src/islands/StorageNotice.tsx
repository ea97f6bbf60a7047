import { useStore } from '@nanostores/preact';
import { $storageHealth } from '../stores/storage';

const WORDS = {
  full: '浏览器的存储空间满了：刚才的勾选只留在这个页面里，关掉就没有了。请清理别的网站数据，再勾一次。',
  blocked:
    '浏览器不让这个网站保存数据（可能是无痕模式或隐私设置）：勾选只留在这个页面里，关掉就没有了。',
} as const;

/** Says, lastingly, that marks are not being saved. */
export function StorageNotice() {
  const { state } = useStore($storageHealth);
  return (
    <div role="alert">{state !== 'ok' && <p class="notice notice--warn">{WORDS[state]}</p>}</div>
  );
}
