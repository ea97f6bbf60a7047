/** Prints, and says what to do instead where nothing prints. Loaded when it is needed. */
import { addressForOthers } from '../../model/item-address.ts';
import { copyText } from './copy-text.ts';
import { make } from './make.ts';
import { openPop } from './pop.ts';

/** How long a browser may take to begin, in milliseconds. */
const PATIENCE = 1_000;

/**
 * Prints the page. Browsers inside chat apps may lack `print` or pass over it without an error; who
 * prints says so by `beforeprint`.
 *
 * @returns whether it began; otherwise the reader was told what to do instead, and is done with it
 */
export async function printPage(): Promise<boolean> {
  if (await begins()) return true;
  const address = addressForOthers(location.href);
  const copied = make('p', { role: 'status' });
  const copy = make('button', { type: 'button', class: 'button' }, '复制网址');
  copy.addEventListener('click', () => {
    void copyText(address).then((isCopied) => {
      if (isCopied) copied.textContent = '网址已复制';
    });
  });
  const words =
    '这个浏览器没有反应：微信、钉钉里打开的网页打印不了。请把网址复制到手机或电脑的浏览器里打开，再打印；记录不会跟过去，先导出。';
  const pop = await openPop('这里打印不了', [make('p', {}, words), copied], [copy]);
  await new Promise((resolve) => pop.addEventListener('close', resolve));
  return false;
}

function begins(): Promise<boolean> {
  return new Promise((resolve) => {
    const begun = () => resolve(true);
    addEventListener('beforeprint', begun, { once: true });
    setTimeout(() => {
      removeEventListener('beforeprint', begun);
      resolve(false);
    }, PATIENCE);
    try {
      print();
    } catch {
      // There is none: nothing begins.
    }
  });
}
