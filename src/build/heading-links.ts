import type { Element } from 'hast';
import { toString } from 'hast-util-to-string';
import type { Options } from 'rehype-autolink-headings';
import { HEADING_LEVEL } from '../model/page-attributes.ts';
import { selfLinkAttributes } from '../model/self-link.ts';

/**
 * How `rehype-autolink-headings` gives the headings of prose a link to themselves: as `Heading.astro`
 * draws it, beside the heading, so that the heading's name is its text alone.
 */
export const HEADING_LINKS: Options = {
  behavior: 'after',
  test: ['h2', 'h3'],
  group: ({ tagName }): Element => {
    const level = tagName.slice(1);
    return {
      type: 'element',
      tagName: 'div',
      properties: { className: ['heading', `heading--${level}`], [HEADING_LEVEL]: level },
      children: [],
    };
  },
  properties: (heading) => selfLinkAttributes(String(heading.properties['id']), toString(heading)),
  content: { type: 'text', value: '#' },
};
