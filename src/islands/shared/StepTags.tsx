import type { ComponentChildren } from 'preact';
import { timeLimitLabel, type TimeLimit } from '../../model/template.ts';
import { STEP_KIND_LABEL, type StepKind } from '../../model/vocabulary.ts';

interface Props {
  step: {
    readonly kind: StepKind;
    readonly within?: TimeLimit | undefined;
    readonly critical?: boolean | undefined;
    readonly optional?: string | undefined;
  };
}

/** What sets a step apart from others, on its page and in a run: kind, time limit, critical, optional. */
export function StepTags({ step: { kind, within, critical, optional } }: Props) {
  return (
    <>
      {kind !== 'action' && <Tag>{STEP_KIND_LABEL[kind]}</Tag>}
      {within && <Tag critical>{timeLimitLabel(within)}</Tag>}
      {critical && <Tag critical>关键</Tag>}
      {optional && <Tag>视情况</Tag>}
    </>
  );
}

/** The space behind it keeps the words of two tags apart where they are read as text. */
function Tag({ critical, children }: { critical?: boolean; children: ComponentChildren }) {
  return (
    <>
      <span class={critical ? 'tag tag--critical' : 'tag'}>{children}</span>{' '}
    </>
  );
}
