/**
 * The attributes of the link by which a heading or an item names its own address. A click copies the
 * address (`page-scripts/copy-link.ts`).
 *
 * @param id id of the heading or item
 * @param text its text, for the link's name
 */
export function selfLinkAttributes(id: string, text: string) {
  return {
    class: 'self-link',
    href: `#${id}`,
    'aria-label': `复制链接：${text}`,
    title: '复制链接',
    'data-screen-only': '',
  } as const;
}
