import { beforeEach, describe, expect, test } from 'vitest';
import type { OccurrenceStore } from '../../../src/stores/occurrences.ts';
import { FakeBrowser, type Tab } from '../fixtures/browser.ts';
import { openStores } from '../fixtures/stores.ts';

type Module = typeof import('../../../src/stores/occurrences.ts');
const load = () => import('../../../src/stores/occurrences.ts');

const ROLE = 'agency/roles/account-executive';
const CALL = { id: 'after-call' };
const NOW = new Date('2026-11-25T09:00:00');
const LATER = new Date(+NOW + 60_000);

let browser: FakeBrowser;
let tab: Tab<Module>;

const openStore = (
  where: Tab<Module>,
  duties: readonly { id: string; was?: string[] }[] = [CALL],
) =>
  where.do(({ occurrenceStore }): OccurrenceStore => {
    const store = occurrenceStore(ROLE, duties);
    store.$occurrences.subscribe(() => undefined);
    store.load();
    return store;
  });
const counted = (store: OccurrenceStore) =>
  Object.values(store.$occurrences.get()).filter((each) => each?.done).length;

beforeEach(async () => {
  browser = new FakeBrowser();
  tab = await browser.openTab(load);
});

describe('counting', () => {
  test('keeps one key for each time', () => {
    const store = openStore(tab);
    const names = [1, 2].map(() => tab.do(() => store.add(CALL, NOW)));
    expect(new Set(names).size).toBe(2);
    expect(browser.keys(`khb:did:${ROLE}#after-call@`)).toHaveLength(2);
    expect(counted(openStore(tab))).toBe(2);
  });

  test('two tabs add up, and both show the same', async () => {
    const other = await browser.openTab(load);
    const [here, there] = [openStore(tab), openStore(other)];
    tab.do(() => here.add(CALL, NOW));
    other.do(() => there.add(CALL, NOW));
    browser.deliver();
    expect([counted(here), counted(there)]).toEqual([2, 2]);
  });

  test('one that was taken back stays taken back in every copy, and can be put back', () => {
    const store = openStore(tab);
    const name = tab.do(() => store.add(CALL, NOW));
    tab.do(() => store.set(name, false, LATER));
    expect(counted(openStore(tab))).toBe(0);
    expect(browser.keys('khb:did:')).toHaveLength(1);
    tab.do(() => store.set(name, true, LATER));
    expect(counted(openStore(tab))).toBe(1);
    expect(store.$occurrences.get()[name]).toMatchObject({ tickedAt: +NOW });
  });

  test('a renamed duty keeps what was counted under its former name', () => {
    tab.do(() => openStore(tab, [{ id: 'after-talk' }]).add({ id: 'after-talk' }, NOW));
    const renamed = openStore(tab, [{ id: 'after-call', was: [`${ROLE}#after-talk`] }]);
    expect(Object.keys(renamed.$occurrences.get())).toEqual([
      expect.stringMatching(/^after-call@[a-z0-9]{16}$/),
    ]);
  });
});

test('they are exported, and importing them on another device adds up', async () => {
  const store = openStore(tab);
  tab.do(() => store.add(CALL, NOW));
  const records = await openStores(browser);
  const values = records.do(({ allValues }) => allValues());
  const elsewhere = new FakeBrowser();
  const there = await elsewhere.openTab(load);
  const own = openStore(there);
  there.do(() => own.add(CALL, NOW));
  const target = await openStores(elsewhere);
  target.do(({ planFor, applyImport }) => applyImport(planFor(values)));
  target.do(({ planFor, applyImport }) => applyImport(planFor(values)));
  expect(counted(openStore(there))).toBe(2);
  expect(target.do(({ hasSomethingToLose }) => hasSomethingToLose())).toBe(true);
});
