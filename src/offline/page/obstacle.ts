import { isInChatApp } from '../../model/chat-app.ts';

/**
 * What keeps a browser from keeping handbooks: `insecure`, the page came without https; `chat`, the browser
 * of a chat app, which drops what it keeps; `unsupported`, a browser that lacks what it takes.
 */
export type Obstacle = 'insecure' | 'chat' | 'unsupported';

/** What stands in the way here; absent when nothing does. */
export function obstacle(): Obstacle | undefined {
  if (!isSecureContext) return 'insecure';
  if (isInChatApp()) return 'chat';
  const isAble =
    'serviceWorker' in navigator && 'caches' in globalThis && 'CompressionStream' in globalThis;
  return isAble ? undefined : 'unsupported';
}
