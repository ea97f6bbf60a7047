/**
 * What keeps a browser from keeping handbooks: `insecure`, the page came without https; `chat`, the browser
 * of a chat app, which drops what it keeps; `unsupported`, a browser that lacks what it takes.
 */
export type Obstacle = 'insecure' | 'chat' | 'unsupported';

const CHAT_APPS = /MicroMessenger|wxwork|DingTalk|AliApp|Lark|Feishu|\bQQ\//i;

/** What stands in the way here; absent when nothing does. */
export function obstacle(): Obstacle | undefined {
  if (!isSecureContext) return 'insecure';
  if (CHAT_APPS.test(navigator.userAgent)) return 'chat';
  const isAble =
    'serviceWorker' in navigator && 'caches' in globalThis && 'CompressionStream' in globalThis;
  return isAble ? undefined : 'unsupported';
}
