import type { Obstacle } from '../../offline/page/obstacle.ts';
import type { KeepOutcome } from '../../offline/page/registration.ts';

/** Why handbooks cannot be kept here, and what to do. */
export const OBSTACLE_WORDS: Record<Obstacle | 'off', string> = {
  insecure:
    '这里存不了：网址以 http:// 开头，浏览器只让 https:// 的网站这样做。请管网站的人换成 https；急着要带走，可以把手册打印出来，或存成 PDF。',
  chat: '这里存不了：聊天软件里打开的网页，存下的会被清掉。请用手机自己的浏览器打开这个网站，再到这里来存。',
  unsupported: '这里存不了：这个浏览器没有这个本事，或者太旧。请升级，或换一个浏览器再来。',
  off: '管网站的人没有开放这一项；以前存下的，打开网站时会自动删掉。要带走，可以把手册打印出来，或存成 PDF。',
};

/** What became of keeping, and what to do. */
export const KEEP_WORDS: Record<KeepOutcome, string> = {
  whole: '存好了。断网也能打开、搜索、勾选；换了新的一版会先问您。',
  network: '断网了，没有存完。存下的还在，有网的时候接着存。',
  changed: '手册刚刚更新过，和存下的对不上。请刷新这一页，再存一次。',
  full: '这台设备给网站的地方满了，只存到一半。腾出地方再按“接着存”，或者把它删掉。您的记录和已经存好的手册没有动。',
  stopped: '停下了。存下的还在，随时可以接着存。',
  absent:
    '网站没有给出存手册要用的文件，还没有开始存：多半正在换新的一版。请过一会儿刷新这一页再试；还是这样，请告诉管网站的人。',
  refused:
    '这个浏览器不让网站存东西：无痕窗口是这样，关掉了网站数据的浏览器也是。请换一个窗口或浏览器。',
};

/** Bytes as readers know sizes. */
export function bytesWords(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.ceil(bytes / 1000)} KB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** How much is there. */
export function shareWords(done: number, total: number): string {
  return total > 0 ? `${bytesWords(done)} / ${bytesWords(total)}` : '正在开始……';
}
