/** Copies the address of a heading or an item when its own link (`model/self-link.ts`) is clicked. */
import { copyText } from '../islands/shared/copy-text.ts';
import { addressForOthers } from '../model/item-address.ts';
import { onLinkClick } from './on-link-click.ts';

/** How long the link says that it was copied, in milliseconds. */
const SAID_FOR = 1600;

/** Makes the links copy; they still lead to their place. */
export function startCopyLinks(): void {
  onLinkClick('a.self-link', (link) => void copyAddress(link));
}

async function copyAddress(link: HTMLAnchorElement): Promise<void> {
  const address = addressForOthers(link.href);
  // Needs https. Without it there is the copy.
  if ('share' in navigator) {
    import('./share-link.ts').then(
      (m) => m.drawShare(link, address),
      () => undefined,
    );
  }
  if (!(await copyText(address))) return;
  const status = document.getElementById('page-status');
  if (status) status.textContent = '链接已复制';
  link.dataset['copied'] = '已复制';
  setTimeout(() => delete link.dataset['copied'], SAID_FOR);
}
