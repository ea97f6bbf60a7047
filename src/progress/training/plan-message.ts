/** What is posted into a chat: the plan's link, and each item's own, so that a broken plan link still trains. */
import { NEED_LABEL, type PlanItem } from '../../model/plan.ts';

/** An item as a message lists it. */
export interface ListedItem extends PlanItem {
  readonly text: string;
  /** Whole, with the item's id twice (`model/item-address.ts`). */
  readonly address: string;
}

export interface MessagePlan {
  readonly title: string;
  /** The plan's link, whole; absent where it has none. */
  readonly link?: string | undefined;
  readonly items: readonly ListedItem[];
}

/** What a message of a chat holds safely, in bytes of UTF-8. */
export const MESSAGE_BYTES = 2_000;

/** Room for `（12/34）`. */
const COUNT_BYTES = 16;

/**
 * The messages of a plan, each as much as a chat holds: the first one has the plan's link, and every item
 * stands whole in one of them. An item that alone is too long has a message of its own.
 */
export function planMessages({ title, link, items }: MessagePlan): string[] {
  const head = `【培训计划】${title} · ${items.length} 项`;
  const open = link === undefined ? [] : [`打开计划：${link}`];
  const lines = items.map(
    ({ need, day, text, address }, index) =>
      `${index + 1}. 第 ${day} 天 ${NEED_LABEL[need]}：${text}\n${address}`,
  );
  const rest = link === undefined ? '一项一项打开：' : '打不开的话，一项一项打开：';
  const messages: string[][] = [[head, ...open, rest]];
  for (const line of lines) {
    const last = messages.at(-1) ?? [];
    const isRoom = bytesOf([...last, line].join('\n')) + COUNT_BYTES <= MESSAGE_BYTES;
    if (isRoom) last.push(line);
    else messages.push([head, line]);
  }
  const count = messages.length;
  return messages.map(([first = '', ...more], index) =>
    [count === 1 ? first : `${first}（${index + 1}/${count}）`, ...more].join('\n'),
  );
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}
