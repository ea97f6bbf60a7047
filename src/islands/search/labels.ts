/** What the results call kinds of pages. */
import type { PageKind } from '../../model/search-data.ts';
import { SECTION_LETTER, type Section } from '../../model/vocabulary.ts';

export const KIND_LABEL: Record<PageKind, string> = {
  roles: '岗位',
  workflows: '流程',
  techniques: '技巧',
  rules: '规范',
  terms: '术语',
  site: '总览',
};

/** The signpost of a section; the other kinds have none. */
export function letterOf(kind: PageKind): string | undefined {
  return kind in SECTION_LETTER ? SECTION_LETTER[kind as Section] : undefined;
}
