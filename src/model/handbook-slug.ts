import { CURRENT } from './data-folders.ts';

/**
 * The name of a handbook: its folder below `content/`, and the first part of its addresses and of all
 * references into it. Which handbooks there are, the content says.
 */
export type HandbookSlug = string;

const SHAPE = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** What the site has at its top already, or what stands for something else beside a handbook. */
const TAKEN: ReadonlySet<string> = new Set([
  ...['roles', 'workflows', 'techniques', 'rules'],
  ...['today', 'runs', 'progress', 'train', 'team', 'practice', 'search', 'print'],
  ...[
    'glossary',
    'terms',
    'editions',
    'sources',
    'plans',
    'site',
    'data',
    CURRENT,
    'og',
    'offline',
    'pagefind',
  ],
]);

/** True for a name that a handbook can have: short English kebab-case, not taken by the site itself. */
export function isHandbookSlug(name: string): name is HandbookSlug {
  return SHAPE.test(name) && !TAKEN.has(name);
}
