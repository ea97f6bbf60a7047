/** Copies the address of a heading or an item when its own link (`model/self-link.ts`) is clicked. */
import { addressForOthers } from '../model/item-address.ts';
import { onLinkClick } from './on-link-click.ts';

/** How long the link says that it was copied, in milliseconds. */
const SAID_FOR = 1600;

/** Makes the links copy; they still lead to their place. */
export function startCopyLinks(): void {
  onLinkClick('a.self-link', (link) => void copyAddress(link));
}

async function copyAddress(link: HTMLAnchorElement): Promise<void> {
  const status = document.getElementById('page-status');
  const address = addressForOthers(link.href);
  // Needs https. Without it there is the copy.
  if ('share' in navigator) {
    import('./share-link.ts').then(
      (m) => m.drawShare(link, address),
      () => undefined,
    );
  }
  try {
    await navigator.clipboard.writeText(address);
    if (status) status.textContent = '链接已复制';
    link.dataset['copied'] = '已复制';
    setTimeout(() => delete link.dataset['copied'], SAID_FOR);
  } catch {
    if (status) status.textContent = '复制不了：请从地址栏复制链接';
  }
}
