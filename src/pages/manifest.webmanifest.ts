import type { APIRoute } from 'astro';
import { SITE_TITLE } from '../handbook/site-title.ts';
import { href } from '../model/address.ts';

/** The web manifest: name, colours and icons for a home screen, under this build's base path. */
export const GET: APIRoute = () =>
  new Response(
    JSON.stringify({
      name: SITE_TITLE,
      short_name: '客户部手册',
      lang: 'zh-CN',
      id: href('/'),
      start_url: href('/'),
      scope: href('/'),
      display: 'minimal-ui',
      background_color: '#fcfaf6',
      theme_color: '#fcfaf6',
      icons: [
        { src: href('/favicon.svg'), sizes: 'any', type: 'image/svg+xml' },
        { src: href('/icon-192.png'), sizes: '192x192', type: 'image/png' },
        {
          src: href('/icon-512.png'),
          sizes: '512x512',
          type: 'image/png',
          purpose: 'any maskable',
        },
      ],
    }),
    { headers: { 'content-type': 'application/manifest+json' } },
  );
