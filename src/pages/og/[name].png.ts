import type { APIRoute } from 'astro';
import { readFileSync } from 'node:fs';
import { getSite } from '../../handbook/collections.ts';
import { readSiteSettings } from '../../build/settings.ts';
import { SITE_TITLE } from '../../handbook/site-title.ts';
import { cardsOf } from '../../share/card.ts';

/** The pictures of shared links; only a site that knows its own address can name them. */
export async function getStaticPaths() {
  if (!readSiteSettings(process.env).siteUrl) return [];
  const { handbooks } = await getSite();
  return cardsOf(SITE_TITLE, handbooks).map(({ name }) => ({ params: { name } }));
}

export const GET: APIRoute = ({ params }) =>
  new Response(readFileSync(`src/share/images/${params['name']}.png`), {
    headers: { 'content-type': 'image/png' },
  });
