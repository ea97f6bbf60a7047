/** What is worded otherwise in a step than it was: field by field, in words for display. */
import { timeLimitLabel, type TemplateStep } from '../../model/template.ts';
import { STEP_KIND_LABEL } from '../../model/vocabulary.ts';
import { isSameWay, wayLabel, type Ways } from './compare-way.ts';

/** What a reader has to know of; `short`, `techniques` and `forms` change nothing that one has to do. */
const FIELDS = {
  title: { label: '标题', words: (step) => step.title },
  doneWhen: { label: '做到什么样', words: (step) => step.doneWhen },
  by: { label: '谁做', words: (step) => step.by },
  kind: { label: '类别', words: ({ kind }) => STEP_KIND_LABEL[kind] ?? kind },
  signers: { label: '签字人', words: ({ signers = [] }) => signers.join('、') || '无' },
  optional: { label: '何时需要', words: (step) => step.optional ?? '每次都要' },
  within: { label: '时限', words: ({ within }) => (within ? timeLimitLabel(within) : '不限') },
  critical: { label: '关键', words: (step) => (step.critical ? '是' : '否') },
} as const satisfies Record<string, { label: string; words: (step: TemplateStep) => string }>;

export interface ChangedField {
  /** `way`: what follows, by `next` or by the outcomes. */
  readonly field: keyof typeof FIELDS | 'way';
  /** The field's name: 标题, 谁做, … */
  readonly label: string;
  /** What it said, in words. */
  readonly before: string;
  /** What it says now, in words; never the same as `before`. */
  readonly after: string;
}

/**
 * The fields of a step that say something else now, in a fixed order.
 *
 * @param ways where both templates lead
 */
export function changedFields(
  before: TemplateStep,
  after: TemplateStep,
  ways: Ways,
): ChangedField[] {
  const texts = Object.entries(FIELDS).flatMap(([name, { label, words }]): ChangedField[] => {
    const field = name as keyof typeof FIELDS;
    const [was, is] = [words(before), words(after)];
    return was === is ? [] : [{ field, label, before: was, after: is }];
  });
  return isSameWay(before, after, ways) ? texts : [...texts, changedWay(before, after, ways)];
}

function changedWay(before: TemplateStep, after: TemplateStep, ways: Ways): ChangedField {
  const was = wayLabel(before, ways.before);
  const is = wayLabel(after, ways.after);
  // The same words for what is another answer, or for another step of the same title.
  const told = was === is ? `${is}（与原来的不是同一个）` : is;
  return { field: 'way', label: '去向', before: was, after: told };
}
