/** What is being typed is kept until it is saved or given up, and belongs to its run. */
import { beforeEach, describe, expect, test } from 'vitest';
import { draftPlace } from '../../../src/model/parse-storage-name.ts';
import { draftInRun, draftOnPage } from '../../../src/model/storage-names.ts';
import { inventoryOf } from '../../../src/progress/records/inventory.ts';
import { readExport } from '../../../src/progress/records/export-file.ts';
import { FakeBrowser } from '../fixtures/browser.ts';
import { tick } from '../fixtures/events.ts';
import { asideText, openLoaded, startIn, type StoresTab } from '../fixtures/stores.ts';
import { reviewTemplate } from '../fixtures/template.ts';

let browser: FakeBrowser;
let a: StoresTab;
let run: string;

beforeEach(async () => {
  browser = new FakeBrowser();
  a = await openLoaded(browser);
  run = startIn(a, [tick('a')]);
});

const write = (tab: StoresTab, name: string, text: string | undefined) =>
  tab.do(({ writeDraft }) => writeDraft(name, text));
const read = (tab: StoresTab, name: string) => tab.do(({ readDraft }) => readDraft(name));
const noteOf = (id: string) => draftInRun(id, 'note:1:a');

describe('a draft', () => {
  test('is there in another tab, and after the browser’s end', async () => {
    write(a, noteOf(run), '客户下午');
    write(a, draftOnPage('agency/workflows/x', 'due'), '2026-12-01');
    const b = await openLoaded(browser);
    expect(read(b, noteOf(run))).toBe('客户下午');
    expect(read(b, draftOnPage('agency/workflows/x', 'due'))).toBe('2026-12-01');
    write(b, noteOf(run), undefined);
    expect(read(a, noteOf(run))).toBeUndefined();
  });

  test('is heard of where the same field is open in another tab', async () => {
    const b = await openLoaded(browser);
    const heard: (string | undefined)[] = [];
    b.do(({ onDraftChange }) => onDraftChange(noteOf(run), (text) => heard.push(text)));
    write(a, noteOf(run), '客');
    write(a, draftInRun(run, 'note:1:ab'), '别的格');
    browser.deliver();
    write(a, noteOf(run), undefined);
    browser.deliver();
    expect(heard).toEqual(['客', undefined]);
  });

  test('that is damaged is set aside; one of a newer version is left alone', async () => {
    browser.storage.setItem(`khb:${noteOf(run)}`, '{"v":1,"text":3}');
    browser.storage.setItem('khb:draft:page:agency/x:due', '{"v":2,"parts":[]}');
    const b = await openLoaded(browser);
    expect(read(b, noteOf(run))).toBeUndefined();
    expect(asideText(browser, noteOf(run))).toBe('{"v":1,"text":3}');
    expect(read(b, 'draft:page:agency/x:due')).toBeUndefined();
    write(b, 'draft:page:agency/x:due', '2026-12-01');
    expect(browser.storage.getItem('khb:draft:page:agency/x:due')).toBe('{"v":2,"parts":[]}');
  });

  test('is something to lose, and listed with what is stored', async () => {
    browser = new FakeBrowser();
    const tab = await openLoaded(browser);
    expect(tab.do(({ hasSomethingToLose }) => hasSomethingToLose())).toBe(false);
    write(tab, draftOnPage('agency/workflows/x', 'code'), '2026-031');
    expect(tab.do(({ hasSomethingToLose }) => hasSomethingToLose())).toBe(true);
    const stock = inventoryOf(tab.do(({ allValues }) => allValues()));
    expect(stock.drafts.map(({ name }) => name)).toEqual(['draft:page:agency/workflows/x:code']);
    expect(stock.others).toEqual([]);
  });
});

describe('a run takes its drafts along', () => {
  test('when it is erased, and brings them back with it', () => {
    write(a, noteOf(run), '客户下午');
    const values = a.do(({ eraseRun }) => eraseRun(run));
    expect(browser.keys()).toEqual([]);
    a.do(({ putRunBack }) => putRunBack(values));
    expect(read(a, noteOf(run))).toBe('客户下午');
  });

  test('when it is erased in another tab that had no room for them', async () => {
    const b = await openLoaded(browser);
    browser.fill();
    write(b, noteOf(run), '客户下午');
    expect(read(b, noteOf(run))).toBe('客户下午');
    expect(b.do(({ $storageHealth }) => $storageHealth.get())).toEqual({
      state: 'full',
      unsaved: 1,
    });
    browser.capacity = Infinity;
    a.do(({ eraseRun }) => eraseRun(run));
    browser.deliver();
    b.do(({ retryUnsaved }) => retryUnsaved());
    expect(browser.keys()).toEqual([]);
  });

  test('to the ids that its steps have in the text it goes on with', () => {
    write(a, noteOf(run), '客户下午');
    write(a, draftInRun(run, 'skip:1:b'), '来不及');
    write(a, draftInRun(run, 'code'), '2026-032');
    a.do(({ acceptText }) =>
      acceptText(run, reviewTemplate(), { text: 't2', renamed: { a: 'first' }, reworded: [] }),
    );
    const drafts = browser.keys('khb:draft:').sort();
    expect(drafts).toEqual(
      ['code', 'note:1:first', 'skip:1:b'].map((field) => `khb:draft:run:${run}:${field}`),
    );
    expect(read(a, draftInRun(run, 'note:1:first'))).toBe('客户下午');
  });
});

test('which fields of a run have drafts is told at once, and when one comes or goes, not at each letter', async () => {
  const other = startIn(a);
  write(a, noteOf(other), '别的');
  write(a, draftInRun(run, 'code'), '2026-032');
  const told: string[][] = [];
  const b = await openLoaded(browser);
  const stop = b.do(({ followDrafts }) => followDrafts(run, (fields) => told.push([...fields])));
  write(a, noteOf(run), '客');
  browser.deliver();
  write(b, noteOf(run), '客户');
  write(b, noteOf(run), '客户下');
  write(b, draftInRun(run, 'code'), undefined);
  write(a, noteOf(other), undefined);
  browser.deliver();
  expect(told).toEqual([['code'], ['code', 'note:1:a'], ['note:1:a']]);
  stop();
  write(b, noteOf(run), undefined);
  expect(told).toHaveLength(3);
  expect(['code', 'note:1:a', 'sign:12:client-confirms'].map(draftPlace)).toEqual([
    undefined,
    { step: 'a', round: 1 },
    { step: 'client-confirms', round: 12 },
  ]);
});

test('drafts are in no export, whole or of one run, but come along when the site moves', async () => {
  write(a, noteOf(run), '客户下午');
  const files = a.do((stores) => [
    stores.exportEverything(1),
    stores.exportText(stores.runValues(run), 1),
  ]);
  for (const text of files) {
    const file = readExport(text);
    const names = typeof file === 'string' ? [] : Object.keys(file.values);
    expect(names).toContain(`text:abc123`);
    expect(names.filter((name) => name.startsWith('draft:'))).toEqual([]);
  }
  const values = a.do(({ allValues }) => allValues());
  const tab = await openLoaded(new FakeBrowser());
  tab.do(({ applyImport, planFor }) => applyImport(planFor(values)));
  expect(read(tab, noteOf(run))).toBe('客户下午');
});

test('a draft that is here is not overwritten by one that comes in; a damaged one does not come in', () => {
  write(a, noteOf(run), '这里的');
  const incoming = new Map([
    [noteOf(run), '{"v":1,"at":1,"text":"那里的"}'],
    [draftInRun(run, 'code'), '{"v":1}'],
  ]);
  const plan = a.do(({ planFor }) => planFor(incoming));
  expect(plan.others.map(({ fate }) => fate)).toEqual(['kept', 'unreadable']);
  expect(plan.writes.size).toBe(0);
});
