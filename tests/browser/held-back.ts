/** What does not come to a page, and how it comes again. */
import type { BrowserContext, Page } from '@playwright/test';

/** How a file fails to come, and what is said of it. */
export const WAYS = [
  ['offline', '断网了'],
  ['missing', '手册更新过了，请刷新页面'],
] as const;
export type Way = (typeof WAYS)[number][0];

/** From now on files do not come: nothing of the site arrives, or the server answers that they are gone. */
export async function hold(where: Page | BrowserContext, way: Way, files: string): Promise<void> {
  await where.route(files, (route) =>
    way === 'offline' ? route.abort('internetdisconnected') : route.fulfill({ status: 404 }),
  );
  // What asks whether the site answers. The page itself has come.
  await where.route('**/*', (route) =>
    way === 'offline' && route.request().method() === 'HEAD'
      ? route.abort('internetdisconnected')
      : route.fallback(),
  );
}

/** From now on everything comes. What is being answered is answered first: it would be answered twice. */
export const letThrough = (where: Page | BrowserContext) => where.unrouteAll({ behavior: 'wait' });

/** The browser tells of each refused request in the console; other faults are faults all the same. */
export function passOverRefusals(faults: string[]): void {
  Object.defineProperty(faults, 'push', {
    value: (...lines: string[]) =>
      Array.prototype.push.apply(
        faults,
        lines.filter((line) => !/Failed to load resource|net::ERR/.test(line)),
      ),
  });
}
