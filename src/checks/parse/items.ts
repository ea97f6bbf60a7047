import type { PageLocation } from './location.ts';
import type { Field } from './field.ts';

/** Something on a page that has an id of its own, and so an anchor. */
export interface SourceItem {
  readonly kind: 'group' | 'duty' | 'phase' | 'step' | 'end' | 'point' | 'form' | 'rule';
  readonly field: Field;
  readonly id: string | undefined;
}

/** The component that holds the note of an item, by the item's kind. */
export const NOTE_COMPONENT: Partial<Record<SourceItem['kind'], string>> = {
  duty: 'Duty',
  step: 'Step',
  point: 'Point',
  rule: 'Rule',
};

/** True for the items that state something: they need a source and can have a note. */
export function isStatement(item: SourceItem): boolean {
  return item.kind in NOTE_COMPONENT;
}

/** All items of a page, in authored order. */
export function sourceItemsOf(section: PageLocation['section'], front: Field): SourceItem[] {
  switch (section) {
    case 'roles':
      return front
        .get('groups')
        .items()
        .flatMap((group) => [item('group', group), ...list('duty', group.get('duties'))]);
    case 'workflows':
      return [
        ...front
          .get('phases')
          .items()
          .flatMap((phase) => [item('phase', phase), ...list('step', phase.get('steps'))]),
        ...list('end', front.get('ends')),
      ];
    case 'techniques':
      return [...list('point', front.get('points')), ...list('form', front.get('forms'))];
    case 'rules':
      return list('rule', front.get('rules'));
    case 'index':
      return [];
  }
}

function list(kind: SourceItem['kind'], field: Field): SourceItem[] {
  return field.items().map((entry) => item(kind, entry));
}

function item(kind: SourceItem['kind'], field: Field): SourceItem {
  return { kind, field, id: field.get('id').text };
}
