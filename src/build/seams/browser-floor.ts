import type { Plugin } from 'vite';

/** The oldest browsers that the scripts are written for. Their style sheets' floor is the same (`tests/unit/styles/browser-floor.test.ts`). */
export const BROWSER_FLOOR = ['chrome109', 'edge109', 'firefox115', 'safari16.4'];

/** Vite plugin: scripts are built for those browsers. Style sheets stay as they are written. */
export function browserFloor(): Plugin {
  return {
    name: 'browser-floor',
    configResolved(config) {
      // Astro sets this for the client after it has read our settings, to what the newest have.
      const client = config.environments['client'];
      if (!client) throw new Error('Vite has no environment called "client"');
      client.build.target = BROWSER_FLOOR;
      client.build.cssTarget = 'esnext';
    },
  };
}
