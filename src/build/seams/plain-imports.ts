import type { Plugin } from 'vite';

/**
 * Vite plugin: what loads later is imported as it is written. Vite would name all that a file imports to
 * have it fetched ahead, and brings a helper for that, a quarter of the script that every page carries;
 * here what loads later has no styles of its own and little to fetch ahead.
 */
export function plainImports(): Plugin {
  return {
    name: 'plain-imports',
    enforce: 'pre',
    configResolved(config) {
      // Astro sets this for the client after it has read our settings.
      const client = config.environments['client'];
      if (!client) throw new Error('Vite has no environment called "client"');
      client.build.modulePreload = false;
    },
    load: (id) =>
      id.endsWith('vite/preload-helper.js')
        ? 'export const __vitePreload = (load) => load();'
        : undefined,
  };
}
