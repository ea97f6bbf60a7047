import type { MiddlewareHandler } from 'astro';
import { markUnwritten } from './build/unwritten-marks.ts';

/** Marks what is still to be written, in a build and on the dev server alike. */
export const onRequest: MiddlewareHandler = async (_context, next) => {
  const response = await next();
  if (!response.headers.get('content-type')?.includes('text/html')) return response;
  const page = await response.text();
  return new Response(markUnwritten(page), response);
};
