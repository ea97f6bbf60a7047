import { beforeEach, describe, expect, test, vi } from 'vitest';
import { NEEDS, type Plan } from '../../../src/model/plan.ts';
import { foldTraining } from '../../../src/progress/training/fold.ts';
import { countersignReceipt, makeReceipt } from '../../../src/progress/training/receipt.ts';
import { FakeBrowser } from '../fixtures/browser.ts';
import { asideText, openStores, type StoresTab } from '../fixtures/stores.ts';

const REF = 'agency/roles/account-executive';
const PLAN: Plan = { id: 'p', title: '第一周', items: [{ ref: REF, need: 'read', day: 1 }] };
const DAY = '2026-11-02';

let browser: FakeBrowser;
let tab: StoresTab;

const open = async (from = browser) => {
  const opened = await openStores(from);
  opened.do(({ $training }) => $training.subscribe(() => undefined));
  return opened;
};
const stateIn = (from: StoresTab) =>
  from.do(({ $training }) => foldTraining($training.get().values()));
const revIn = (from: StoresTab) => stateIn(from).confirmed(REF, 'read')?.rev;
const keys = () => browser.keys('khb:train:');

beforeEach(async () => {
  browser = new FakeBrowser();
  tab = await open();
});

describe('a plan', () => {
  test('is begun, left, and taken up again when that was a slip', async () => {
    const start = tab.do(({ startPlan }) => startPlan(PLAN, DAY));
    expect(stateIn(await open()).starts).toMatchObject([{ id: start, plan: PLAN, day: DAY }]);
    const leaving = tab.do(({ leavePlan }) => leavePlan(start));
    expect(stateIn(await open()).starts).toEqual([]);
    tab.do(({ withdraw }) => withdraw(leaving));
    expect(stateIn(await open()).starts).toMatchObject([{ id: start }]);
    expect(keys()).toHaveLength(3);
  });

  test('gives way to what replaces it, and keeps the confirmations', () => {
    const start = tab.do(({ startPlan }) => startPlan(PLAN, DAY));
    tab.do(({ confirm }) => confirm(REF, 'read', 1));
    const next = tab.do(({ startPlan }) => startPlan(PLAN, '2026-11-09', start));
    expect(stateIn(tab).starts).toMatchObject([{ id: next, day: '2026-11-09' }]);
    expect(revIn(tab)).toBe(1);
  });

  test('leaves one small key that pages look at, as long as one is open', async () => {
    const has = () => tab.do(({ hasPlan }) => hasPlan());
    expect(has()).toBe(false);
    const start = tab.do(({ startPlan }) => startPlan(PLAN, DAY));
    const second = tab.do(({ startPlan }) => startPlan({ ...PLAN, id: 'q' }, DAY));
    expect(has()).toBe(true);
    tab.do(({ leavePlan }) => leavePlan(start));
    expect(has()).toBe(true);
    tab.do(({ leavePlan }) => leavePlan(second));
    expect(has()).toBe(false);
    // Erased by hand, or imported without it: the next page that loads training sets it right.
    browser.storage.setItem('khb:set:plans', '1');
    await open();
    expect(browser.keys('khb:set:')).toEqual([]);
  });
});

describe('a confirmation', () => {
  test('at a newer revision keeps the older one', () => {
    tab.do(({ confirm }) => confirm(REF, 'read', 1));
    tab.do(({ confirm }) => confirm(REF, 'read', 2));
    expect(revIn(tab)).toBe(2);
    expect(
      stateIn(tab)
        .history(REF)
        .map(({ rev }) => rev),
    ).toEqual([1, 2]);
  });

  test('that was a slip does not count, and is not deleted', () => {
    const id = tab.do(({ confirm }) => confirm(REF, 'read', 1));
    tab.do(({ withdraw }) => withdraw(id));
    expect(revIn(tab)).toBeUndefined();
    expect(keys()).toHaveLength(2);
  });

  test('by a mentor needs their name', () => {
    for (const name of [undefined, ' ', 'x'.repeat(41)]) {
      expect(() => tab.do(({ confirm }) => confirm(REF, 'observe', 1, name))).toThrow(RangeError);
    }
    tab.do(({ confirm }) => confirm(REF, 'observe', 1, ' 王敏 '));
    expect(stateIn(tab).confirmed(REF, 'observe')).toMatchObject({ by: '王敏' });
  });

  test('is always later than those before it, whatever the clock says', () => {
    vi.useFakeTimers({ toFake: ['Date'], now: 2_000 });
    tab.do(({ confirm }) => NEEDS.forEach((need) => confirm(REF, need, 1, '王敏')));
    vi.setSystemTime(1_000);
    tab.do(({ confirm }) => confirm(REF, 'read', 2));
    vi.useRealTimers();
    expect(
      stateIn(tab)
        .history(REF)
        .map(({ at }) => at),
    ).toEqual([2_000, 2_001, 2_002, 2_003]);
  });
});

describe('two tabs', () => {
  test('add up, and both show the same', async () => {
    const other = await open();
    tab.do(({ confirm }) => confirm(REF, 'read', 1));
    other.do(({ confirm }) => confirm(REF, 'practise', 1));
    browser.deliver();
    for (const each of [tab, other]) expect(stateIn(each).history(REF)).toHaveLength(2);
    expect(keys()).toHaveLength(2);
  });

  test('let go of what is erased in one of them, undo included', async () => {
    const other = await open();
    tab.do(({ confirm }) => confirm(REF, 'read', 1));
    browser.deliver();
    const taken = other.do(({ takeOut }) => takeOut(keys().map((key) => key.slice(4))));
    browser.deliver();
    expect([revIn(tab), revIn(other)]).toEqual([undefined, undefined]);
    other.do(({ putBack }) => putBack(taken));
    browser.deliver();
    expect([revIn(tab), revIn(other)]).toEqual([1, 1]);
  });

  test('are empty after everything was erased, also what could not be saved', async () => {
    const other = await open();
    tab.do(({ startPlan }) => startPlan(PLAN, DAY));
    browser.fill();
    tab.do(({ confirm }) => confirm(REF, 'read', 1));
    browser.deliver();
    other.do(({ eraseEverything }) => eraseEverything());
    browser.capacity = Infinity;
    browser.deliver();
    tab.do(({ retryUnsaved }) => retryUnsaved());
    expect(browser.keys()).toEqual([]);
    expect(stateIn(other).starts).toEqual([]);
  });
});

describe('in any fault', () => {
  test('a full storage keeps the confirmation on the screen, says so, and saves it later', async () => {
    browser.fill();
    tab.do(({ confirm }) => confirm(REF, 'read', 1));
    expect(revIn(tab)).toBe(1);
    expect(tab.do(({ $storageHealth }) => $storageHealth.get().state)).toBe('full');
    browser.capacity = Infinity;
    expect(tab.do(({ retryUnsaved }) => retryUnsaved())).toBe(true);
    expect(revIn(await open())).toBe(1);
  });

  test('a blocked storage works in memory, the learner too', async () => {
    browser.block();
    const blocked = await open();
    blocked.do(({ startPlan }) => startPlan(PLAN, DAY));
    blocked.do(({ setLearnerLabel }) => setLearnerLabel('小王'));
    expect(stateIn(blocked).starts).toHaveLength(1);
    const [a, b] = [1, 2].map(() => blocked.do(({ learner }) => learner()));
    expect(a).toEqual(b);
    expect(a).toMatchObject({ label: '小王' });
    browser.unblock();
  });

  test('a damaged event is set aside, and the rest loads; a newer one is left alone', async () => {
    tab.do(({ confirm }) => confirm(REF, 'read', 1));
    browser.storage.setItem('khb:train:bad', '{"v":1,');
    const newer = '{"v":2,"id":"new","at":1,"kind":"exam"}';
    browser.storage.setItem('khb:train:new', newer);
    expect(revIn(await open())).toBe(1);
    expect(asideText(browser, 'train:bad')).toBe('{"v":1,');
    expect(browser.storage.getItem('khb:train:new')).toBe(newer);
  });

  test('a page from the back/forward cache reads everything anew', () => {
    tab.do(({ confirm }) => confirm(REF, 'read', 1));
    tab.freeze();
    for (const key of keys()) browser.storage.removeItem(key);
    tab.thaw();
    expect(revIn(tab)).toBeUndefined();
  });
});

describe('the learner', () => {
  test('keeps the id of the device when the label changes, and writes nothing to be read', async () => {
    expect(tab.do(({ learnerLabel }) => learnerLabel())).toBe('');
    expect(browser.keys()).toEqual([]);
    const { id } = tab.do(({ learner }) => learner());
    tab.do(({ setLearnerLabel }) => setLearnerLabel(`  ${'王'.repeat(50)}`));
    expect((await open()).do(({ learner }) => learner())).toEqual({ id, label: '王'.repeat(40) });
  });
});

describe('a mentor', () => {
  test('countersigns on their own device, and the learner takes it, once', async () => {
    tab.do(({ startPlan }) => startPlan(PLAN, DAY));
    tab.do(({ setLearnerLabel }) => setLearnerLabel('小王'));
    const receipt = tab.do(({ learner, $training }) => {
      const events = $training.get().values();
      const { starts } = foldTraining($training.get().values());
      return makeReceipt({ learner: learner(), at: 5, starts, events });
    });

    const elsewhere = new FakeBrowser();
    const mentor = await open(elsewhere);
    const back = mentor.do(({ countersign }) =>
      countersignReceipt(receipt, [countersign(receipt.learner.id, REF, 1, '王敏')]),
    );
    // What was seen of somebody else is no confirmation of the mentor's own.
    expect(stateIn(mentor).confirmed(REF, 'observe')).toBeUndefined();
    expect(stateIn(mentor).countersigned).toMatchObject([{ by: '王敏', ref: REF }]);
    expect(mentor.do(({ takeCountersigned }) => takeCountersigned(back))).toBe('other-learner');

    Object.defineProperty(globalThis, 'localStorage', {
      value: browser.storage,
      configurable: true,
    });
    const take = () => tab.do(({ takeCountersigned }) => takeCountersigned(back));
    const taken = take();
    if (taken === 'other-learner') throw new Error('It is of this device');
    expect(taken).toHaveLength(1);
    expect(take()).toEqual([]);
    tab.do(({ removeTaken }) => removeTaken(taken));
    expect(stateIn(tab).confirmed(REF, 'observe')).toBeUndefined();
    // It is still in the receipt.
    expect(take()).toEqual(taken);
    expect(stateIn(tab).confirmed(REF, 'observe')).toMatchObject({ by: '王敏', rev: 1 });
  });
});

test('training is exported and imported, and adds up with what is there', async () => {
  tab.do(({ startPlan }) => startPlan(PLAN, DAY));
  tab.do(({ confirm }) => confirm(REF, 'read', 1));
  tab.do(({ setLearnerLabel }) => setLearnerLabel('小王'));
  const values = tab.do(({ allValues }) => allValues());
  const elsewhere = new FakeBrowser();
  const there = await open(elsewhere);
  there.do(({ confirm }) => confirm(REF, 'read', 2));
  const undo = there.do(({ planFor, applyImport }) => applyImport(planFor(values)));
  there.do(({ planFor, applyImport }) => applyImport(planFor(values)));
  expect(stateIn(there).history(REF)).toHaveLength(2);
  expect(stateIn(there).starts).toHaveLength(1);
  expect(elsewhere.keys('khb:set:')).toEqual(['khb:set:learner', 'khb:set:plans']);
  there.do(({ undoImport }) => undoImport(undo));
  expect(stateIn(there).history(REF)).toHaveLength(1);
});
