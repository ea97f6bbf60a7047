import type { APIRoute } from 'astro';
import { getSite } from '../handbook/collections.ts';
import { href } from '../model/address.ts';
import { DRAWN_SEAL } from '../share/drawn.ts';

/** The web manifest: name, colours and icons for a home screen, under this build's base path. */
export const GET: APIRoute = async () => {
  const { title, shortTitle, seal } = (await getSite()).identity;
  return new Response(
    JSON.stringify({
      name: title,
      short_name: shortTitle ?? title,
      lang: 'zh-CN',
      id: href('/'),
      start_url: href('/'),
      scope: href('/'),
      display: 'minimal-ui',
      background_color: '#fcfaf6',
      theme_color: '#fcfaf6',
      icons: seal === DRAWN_SEAL ? icons() : [],
    }),
    { headers: { 'content-type': 'application/manifest+json' } },
  );
};

function icons() {
  return [
    { src: href('/favicon.svg'), sizes: 'any', type: 'image/svg+xml' },
    { src: href('/icon-192.png'), sizes: '192x192', type: 'image/png' },
    { src: href('/icon-512.png'), sizes: '512x512', type: 'image/png', purpose: 'any maskable' },
  ];
}
