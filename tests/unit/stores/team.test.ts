import { beforeEach, describe, expect, test } from 'vitest';
import type { ConfirmEvent } from '../../../src/progress/training/event.ts';
import { peopleOf } from '../../../src/progress/training/people.ts';
import type { Receipt } from '../../../src/progress/training/receipt.ts';
import { FakeBrowser } from '../fixtures/browser.ts';
import { asideText, openStores, type StoresTab } from '../fixtures/stores.ts';

const NOW = 9_000;

let browser: FakeBrowser;
let tab: StoresTab;

const read = (id: string): ConfirmEvent => ({
  v: 1,
  id,
  at: 1,
  kind: 'read',
  ref: 'agency',
  rev: 1,
});
const receipt = (device: string, label: string, at: number, ...ids: string[]): Receipt => {
  return { v: 1, learner: { id: device, label }, at, plans: [], events: ids.map(read), gone: [] };
};
const open = async (from = browser) => {
  const opened = await openStores(from);
  opened.do(({ $team }) => $team.subscribe(() => undefined));
  return opened;
};
const add = (to: StoresTab, ...receipts: Receipt[]) =>
  to.do(({ addReceipts }) => addReceipts(receipts, NOW));
const teamIn = (from: StoresTab) =>
  from.do(({ $team }) => {
    const { receipts, pairs } = $team.get();
    return peopleOf(
      [...receipts.values()].map((each) => each.receipt),
      pairs,
    );
  });
const eventsIn = (from: StoresTab) =>
  teamIn(from).people.map(({ label, events }) => [label, ...events.map(({ id }) => id)]);
const keys = () => browser.keys('khb:team:');

beforeEach(async () => {
  browser = new FakeBrowser();
  tab = await open();
});

describe('receipts', () => {
  test('are kept as they came, one key each', async () => {
    expect(add(tab, receipt('d1', '小王', 1, 'a'), receipt('d2', '李四', 1, 'b'))).toMatchObject({
      added: 2,
      known: 0,
    });
    expect(keys()).toHaveLength(2);
    expect(eventsIn(await open())).toEqual([
      ['李四', 'b'],
      ['小王', 'a'],
    ]);
  });

  test('are taken once, and an older one that says no more is known', () => {
    add(tab, receipt('d1', '小王', 2, 'a', 'b'));
    expect(add(tab, receipt('d1', '小王', 2, 'a', 'b'))).toMatchObject({ added: 0, known: 1 });
    expect(add(tab, receipt('d1', '小王', 1, 'a'))).toMatchObject({ added: 0, known: 1 });
    expect(keys()).toHaveLength(1);
  });

  test('are taken back: what was added goes, what it had replaced returns', async () => {
    add(tab, receipt('d1', '小王', 1, 'a'));
    const before = browser.contents;
    const second = add(tab, receipt('d1', '小王', 2, 'a', 'b'), receipt('d2', '李四', 1, 'c'));
    expect(second.added).toBe(2);
    expect(keys()).toHaveLength(2);
    tab.do(() => second.takeBack());
    expect(browser.contents).toEqual(before);
    const third = add(
      tab,
      receipt('d1', '小王', 2, 'a', 'b'),
      receipt('d1', '小王', 3, 'a', 'b', 'c'),
    );
    tab.do(() => third.takeBack());
    expect(browser.contents).toEqual(before);
    const last = add(tab, receipt('d1', '小王', 2, 'a', 'b'));
    tab.do(({ erasePerson }) => erasePerson(['d1']));
    tab.do(() => last.takeBack());
    // Who was erased does not come back.
    expect(keys()).toEqual([]);
    // What is no longer here can be taken again.
    expect(add(tab, receipt('d2', '李四', 1, 'c')).added).toBe(1);
  });

  test('take the place of what they say as well, and of nothing more', () => {
    add(tab, receipt('d1', '小王', 1, 'a'), receipt('d1', '小王', 2, 'x'));
    add(tab, receipt('d1', '小王', 3, 'a', 'b'));
    expect(keys()).toHaveLength(2);
    expect(eventsIn(tab)).toEqual([['小王', 'a', 'b', 'x']]);
  });

  test('let nothing go while the storage is full', async () => {
    add(tab, receipt('d1', '小王', 1, 'a'));
    browser.fill();
    add(tab, receipt('d1', '小王', 2, 'a', 'b'));
    expect(keys()).toHaveLength(1);
    expect(eventsIn(tab)).toEqual([['小王', 'a', 'b']]);
    expect(tab.do(({ $storageHealth }) => $storageHealth.get().state)).toBe('full');
    browser.capacity = Infinity;
    tab.do(({ retryUnsaved }) => retryUnsaved());
    expect(eventsIn(await open())).toEqual([['小王', 'a', 'b']]);
  });

  test('add up in two tabs', async () => {
    const other = await open();
    add(tab, receipt('d1', '小王', 1, 'a'));
    add(other, receipt('d1', '小王', 2, 'b'));
    browser.deliver();
    await Promise.resolve();
    for (const each of [tab, other]) expect(eventsIn(each)).toEqual([['小王', 'a', 'b']]);
  });

  test('are nobody’s own: neither plans nor confirmations of this browser', () => {
    add(tab, receipt('d1', '小王', 1, 'a'));
    expect(tab.do(({ $training }) => $training.get().size)).toBe(0);
    expect(browser.keys('khb:train:')).toEqual([]);
  });

  test('that are damaged are set aside; what lies under another device’s name is left', async () => {
    add(tab, receipt('d1', '小王', 1, 'a'));
    browser.storage.setItem('khb:team:d1@bad', '{"v":1}');
    browser.storage.setItem('khb:team:d9@x', browser.contents[keys()[0] ?? ''] ?? '');
    const again = await open();
    expect(eventsIn(again)).toEqual([['小王', 'a']]);
    expect(asideText(browser, 'team:d1@bad')).toBe('{"v":1}');
    expect(browser.keys('khb:team:d9')).toHaveLength(1);
  });
});

describe('answers', () => {
  const answer = (isSame: boolean, now = NOW) =>
    tab.do(({ answerPair }) => answerPair(['d2', 'd1'], isSame, now));

  beforeEach(() => {
    add(tab, receipt('d1', '小王', 1, 'a'), receipt('d2', '小王', 1, 'b'));
  });

  test('join two devices, until they are parted again', async () => {
    expect(teamIn(tab).questions).toHaveLength(1);
    answer(true);
    expect(eventsIn(await open())).toEqual([['小王', 'a', 'b']]);
    answer(false, NOW - 5);
    expect(teamIn(await open())).toMatchObject({ questions: [], people: { length: 2 } });
    expect(browser.keys('khb:team:d1+d2')).toHaveLength(1);
  });
});

describe('erasing somebody', () => {
  beforeEach(() => {
    add(
      tab,
      receipt('d1', '小王', 1, 'a'),
      receipt('d2', '小王', 1, 'b'),
      receipt('d3', '李四', 1),
    );
    tab.do(({ answerPair }) => answerPair(['d1', 'd2'], true, NOW));
    tab.do(({ answerPair }) => answerPair(['d2', 'd3'], false, NOW));
  });

  test('takes the receipts of all their devices and what was answered about them', async () => {
    const other = await open();
    const before = browser.contents;
    const taken = tab.do(({ erasePerson }) => erasePerson(['d1', 'd2']));
    browser.deliver();
    await Promise.resolve();
    expect(keys().every((key) => key.startsWith('khb:team:d3@'))).toBe(true);
    for (const each of [tab, other]) expect(eventsIn(each)).toEqual([['李四']]);
    tab.do(({ putBack }) => putBack(taken));
    await Promise.resolve();
    expect(browser.contents).toEqual(before);
    expect(teamIn(tab).people).toHaveLength(2);
  });
});

test('the team is exported and imported, and adds up with what is there', async () => {
  add(tab, receipt('d1', '小王', 1, 'a'), receipt('d2', '小王', 1, 'b'));
  tab.do(({ answerPair }) => answerPair(['d1', 'd2'], true, NOW));
  const values = tab.do(({ allValues }) => allValues());
  const elsewhere = new FakeBrowser();
  const there = await open(elsewhere);
  add(there, receipt('d1', '小王', 2, 'c'));
  there.do(({ planFor, applyImport }) => applyImport(planFor(values)));
  there.do(({ planFor, applyImport }) => applyImport(planFor(values)));
  await Promise.resolve();
  expect(eventsIn(there)).toEqual([['小王', 'a', 'b', 'c']]);
});
