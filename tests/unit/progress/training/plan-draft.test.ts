/** Whatever is done to a plan while it is made, it stays one that can be sent. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NEEDS, type PlanItem } from '../../../../src/model/plan.ts';
import { isPlan } from '../../../../src/progress/training/event.ts';
import {
  addItems,
  aloneOf,
  EMPTY_DRAFT,
  itemName,
  moveItem,
  readPlanDraft,
  removeItem,
  removeReference,
  setDay,
  setNeed,
  writePlanDraft,
  type PlanDraft,
} from '../../../../src/progress/training/plan-draft.ts';

const anyItem: fc.Arbitrary<PlanItem> = fc.record({
  ref: fc.constantFrom('a/rules/b', 'a/rules/c', 'a/rules/c#d', 'a/workflows/e#f', 'a/roles/g#h'),
  need: fc.constantFrom(...NEEDS),
  day: fc.integer({ min: 1, max: 66 }),
});

type Deed = (draft: PlanDraft) => PlanDraft;

/** What a hand can do to a draft, to one of its items or to one that is not in it. */
const anyDeed: fc.Arbitrary<Deed> = fc
  .tuple(fc.nat(9), anyItem, fc.array(anyItem, { maxLength: 6 }), fc.constantFrom<1 | -1>(1, -1))
  .chain(([at, item, items, by]) => {
    const nameIn = (draft: PlanDraft) => itemName(draft.items[at] ?? item);
    return fc.constantFrom<Deed>(
      (draft) => addItems(draft, items),
      (draft) => removeItem(draft, nameIn(draft)),
      (draft) => removeReference(draft, item.ref),
      (draft) => moveItem(draft, nameIn(draft), by),
      (draft) => setDay(draft, nameIn(draft), item.day),
      (draft) => setNeed(draft, nameIn(draft), item.need),
    );
  });

const draftOf = (...items: PlanItem[]): PlanDraft => addItems(EMPTY_DRAFT, items);
const A: PlanItem = { ref: 'a/rules/a', need: 'read', day: 1 };
const B: PlanItem = { ref: 'a/rules/b', need: 'read', day: 5 };
const C: PlanItem = { ref: 'a/rules/c', need: 'read', day: 5 };

describe('a plan that is made', () => {
  test('is one after any deeds', () => {
    fc.assert(
      fc.property(fc.array(anyDeed, { maxLength: 20 }), (deeds) => {
        const draft = deeds.reduce<PlanDraft>((made, deed) => deed(made), EMPTY_DRAFT);
        expect(isPlan({ id: 'x', title: 'x', items: draft.items })).toBe(true);
        expect(new Set(draft.items.map(itemName)).size).toBe(draft.items.length);
        const text = writePlanDraft(draft);
        if (text === undefined) expect(draft).toEqual(EMPTY_DRAFT);
        else expect(readPlanDraft(text)).toEqual({ value: draft });
        const correcting = { ...draft, replaces: ['1abcdefgh'] };
        expect(readPlanDraft(writePlanDraft(correcting) ?? '')).toEqual(
          draft.items.length > 0 ? { value: correcting } : 'damaged',
        );
        expect(aloneOf(correcting)).toEqual(draft);
      }),
      { numRuns: 500 },
    );
  });

  test('takes what is added by its day, behind what is there, and nothing twice', () => {
    expect(draftOf(B, A, C).items).toEqual([A, B, C]);
    expect(addItems(draftOf(A), [{ ...A, day: 9 }, B]).items).toEqual([A, B]);
  });

  test('an item that is moved past another day takes that day; there is no way past the ends', () => {
    const draft = draftOf(A, B, C);
    expect(moveItem(draft, itemName(B), -1).items).toEqual([{ ...B, day: 1 }, A, C]);
    expect(moveItem(draft, itemName(B), 1).items).toEqual([A, C, B]);
    expect(moveItem(draft, itemName(A), 1).items).toEqual([B, { ...A, day: 5 }, C]);
    expect(moveItem(draft, itemName(A), -1)).toEqual(draft);
    expect(moveItem(draft, itemName(C), 1)).toEqual(draft);
  });

  test('an item goes where its day puts it', () => {
    expect(setDay(draftOf(A, B, C), itemName(A), 9).items).toEqual([B, C, { ...A, day: 9 }]);
  });

  test('the same is not asked twice of one item', () => {
    const twice = draftOf(A, { ...A, need: 'observe' });
    expect(setNeed(twice, itemName(A), 'observe')).toEqual(twice);
    expect(setNeed(twice, itemName(A), 'practise').items[0]?.need).toBe('practise');
    expect(removeReference(twice, A.ref).items).toEqual([]);
  });
});

test('a draft of a newer version is named as such; what is none is damaged', () => {
  expect(readPlanDraft('{"v":2,"items":[]}')).toBe('newer');
  for (const text of [
    '',
    '[]',
    'null',
    '{"v":1}',
    '{"v":1,"items":[7]}',
    '{"v":1,"items":[null]}',
    '{"v":1,"items":[{"ref":"a/b/c","need":"read","day":0}]}',
    '{"v":1,"items":[{"ref":"A","need":"read","day":1}]}',
    '{"v":1,"titleFrom":7,"items":[]}',
  ]) {
    expect(readPlanDraft(text)).toBe('damaged');
  }
});
