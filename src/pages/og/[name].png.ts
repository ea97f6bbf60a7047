import type { APIRoute } from 'astro';
import { readFileSync } from 'node:fs';
import { getSite } from '../../handbook/collections.ts';
import { readSiteSettings } from '../../build/settings.ts';
import { cardsOf } from '../../share/card.ts';
import { isDrawn } from '../../share/drawn.ts';

/** The pictures of shared links that are drawn; only a site that knows its own address can name them. */
export async function getStaticPaths() {
  if (!readSiteSettings(process.env).siteUrl) return [];
  const { identity, handbooks } = await getSite();
  const shown = handbooks.map(({ slug, title, data }) => ({ slug, title, hue: data.hue }));
  return cardsOf(identity, shown)
    .filter(isDrawn)
    .map(({ name }) => ({ params: { name } }));
}

export const GET: APIRoute = ({ params }) =>
  new Response(readFileSync(`src/share/images/${params['name']}.png`), {
    headers: { 'content-type': 'image/png' },
  });
