/**
 * Writes a dump of everything that this version stores, exports included, with what it reads from
 * them, and keeps the built pages of the root variant beside it: `npm run dump`. A dump
 * is made once; it is never written anew.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { draftInRun, draftOnPage } from '../../../src/model/storage-names.ts';
import { EVENT_FIELDS } from '../../../src/progress/runs/event.ts';
import { lock } from '../../../src/progress/records/passphrase.ts';
import { TRAINING_KINDS } from '../../../src/progress/training/event.ts';
import { unpackRun } from '../../../src/progress/runs/packed.ts';
import { FakeBrowser } from '../../unit/fixtures/browser.ts';
import {
  kindsOfEvents,
  kindsOfTraining,
  openAllStores,
  planCounts,
  readThrough,
  valuesIn,
} from '../../unit/fixtures/stored-reading.ts';
import { DUMPS, newestDump } from '../stored-dumps.ts';
import { VARIANTS } from '../variants.ts';
import {
  answerQuestions,
  countTimes,
  doWithoutRoomToPack,
  DUTIES,
  earlierText,
  pass,
  publishedText,
  Reader,
  ROLE,
  trainAndWatch,
  workOpenly,
  workThrough,
} from './work.ts';

const DIST = VARIANTS.root.outDir;
const PASSPHRASE = '客户部 2026 口令';
/** Pages that are kept; scripts and styles go with them. */
/** A further role of the reader's own. */
const SECOND_ROLE = 'service/roles/service-representative';

const PAGES = ['', 'today/', 'runs/', 'progress/', `${ROLE}/`, 'service/workflows/complaint/'];
const TEXTS = ['service/complaint'];

test('a dump of what this version stores', async () => {
  const today = new Date().toLocaleDateString('sv');
  const folder = newFolder(today);
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.stubGlobal('document', { documentElement: { dataset: {} } });
  const browser = new FakeBrowser();
  // The reader has used the site for long: what earlier versions stored is there.
  for (const [key, value] of Object.entries(newestDump().storage))
    browser.storage.setItem(key, value);

  const { everything, oneRun } = await work(browser, today);
  const now = new Date();
  const locked = await lock(everything, PASSPHRASE);
  const contents = browser.contents;
  const reading = readThrough(await openAllStores(browser), browser, now);
  expect(browser.contents).toEqual(contents); // reading changed nothing

  const kinds = Object.keys(EVENT_FIELDS).sort();
  const { single, v2 } = kindsOfEvents(contents);
  expect([...single].sort()).toEqual(kinds);
  expect([...v2].sort()).toEqual(kinds);
  expect(kindsOfTraining(contents)).toEqual([...TRAINING_KINDS].sort());

  vi.useRealTimers();
  const json = (value: unknown) => `${JSON.stringify(value, undefined, 1)}\n`;
  const emptyTab = await openAllStores(new FakeBrowser());
  const counts = (text: string) =>
    planCounts(emptyTab.do(({ planFor }) => planFor(valuesIn(text))));
  mkdirSync(join(folder, 'exports'), { recursive: true });
  const write = (name: string, content: string | Uint8Array) =>
    writeFileSync(join(folder, name), content);
  write('storage.json', json(contents));
  write('expected.json', json({ now: +now, ...(reading as object) }));
  write('exports/everything.json', everything);
  write('exports/one-run.json', oneRun);
  write('exports/everything.json.age', locked);
  write(
    'exports/expected.json',
    json({
      'everything.json': { counts: counts(everything) },
      'one-run.json': { counts: counts(oneRun) },
      'everything.json.age': { passphrase: PASSPHRASE, counts: counts(everything) },
    }),
  );
  keepPages(join(folder, 'pages'));
});

/** The folder of a new dump: a second one of a day is called `<day>-2`. */
function newFolder(day: string, number = 1): string {
  const folder = join(DUMPS, number === 1 ? day : `${day}-${number}`);
  return existsSync(folder) ? newFolder(day, number + 1) : folder;
}

/** @returns the text of both export files */
async function work(browser: FakeBrowser, today: string) {
  const complaint = publishedText(DIST, 'service/complaint', hashOf('service/complaint'));
  const email = publishedText(DIST, 'service/email', hashOf('service/email'));
  const before = earlierText(complaint);

  // Long ago, around a turn of the year that the ISO week counts otherwise.
  const longAgo = await Reader.at(browser, '2021-01-01T10:00:00+08:00');
  longAgo.mark(true);

  const october = await Reader.at(browser, '2026-10-09T09:00:00+08:00');
  october.mark(true);
  const removed = october.start(email, '2026-090');
  workThrough(october, removed, email, 2);
  october.do(removed, { kind: 'remove' });
  const archived = october.start(email, '2026-091', { edition: 1 });
  workThrough(october, archived, email);
  october.do(archived, { kind: 'finish' }, { kind: 'archive' });
  const kept = workOpenly(october, before, complaint);
  october.do(kept, { kind: 'finish', reason: '客户撤诉' }, { kind: 'archive' });
  october.do(kept, { kind: 'unarchive' }, { kind: 'remove' }, { kind: 'restore' });
  october.do(kept, { kind: 'reopen' }, { kind: 'finish', reason: '客户再次撤诉' });

  // A run that a newer version had packed, and one that it had added fields to.
  const foreign = october.start(email, '2026-092');
  workThrough(october, foreign, email, 3);
  october.do(foreign, { kind: 'finish' });
  addForeignRows(browser, foreign);

  const november = await Reader.at(browser, `${today}T08:30:00+08:00`);
  november.tab.do(({ loadRuns }) => loadRuns('all'));
  november.do(foreign, { kind: 'archive' });
  november.mark(true);
  november.mark(false, DUTIES.slice(1, 2));
  november.mark(true, [{ id: 'check-queue', cadence: 'daily' }], SECOND_ROLE);
  putMarkBack(november);
  countTimes(november);
  workOpenly(november, before, complaint);
  const finished = november.start(complaint, '2026-102', { dueOn: '2026-12-01', edition: 1 });
  workThrough(november, finished, complaint);
  november.do(finished, { kind: 'finish' });
  const reopened = november.start(email, '2026-103');
  workThrough(november, reopened, email, 4);
  november.do(reopened, { kind: 'finish', reason: '提前结束' }, { kind: 'reopen' });
  november.do(reopened, { kind: 'note', step: 'later', round: 1, text: '重开以后写的' });
  const crowded = november.start(email, '2026-104');
  workThrough(november, crowded, email, 3);
  const life = ['finish', 'archive', 'unarchive', 'remove', 'restore', 'reopen'] as const;
  doWithoutRoomToPack(
    november,
    crowded,
    life.map((kind) => ({ kind })),
  );
  await setAsideTwice(browser, crowded);
  leaveOtherSites(browser);

  const last = await Reader.at(browser, `${today}T18:00:00+08:00`);
  const { tab } = last;
  return tab.do((stores) => {
    // First: what is handed to the page that opens next is good for some minutes.
    trainAndWatch(stores);
    answerQuestions(stores);
    stores.noteSeenEdition(1);
    stores.setMyRoles([ROLE, SECOND_ROLE]);
    stores.chooseTheme('light');
    for (const query of [
      '投诉',
      'tousu',
      '客户 "经理"',
      '工作单',
      '提案',
      '比稿',
      '回访',
      '统括',
      '共保',
    ])
      stores.rememberQuery(query);
    const path = '/service/workflows/complaint/';
    stores.rememberPage({ path, title: '投诉处理', at: Date.now() });
    stores.handOver({ path, terms: ['投诉', '24 小时'] }, Date.now());
    stores.loadRuns('all');
    // What is typed and not saved: in an open run, in one that is finished, in the form that starts one.
    stores.writeDraft(draftInRun(reopened, 'note:1:later'), '客户下午三点\n再来电');
    stores.writeDraft(draftInRun(reopened, 'due'), '2026-12-24');
    const signed = [{ role: '客户服务经理', name: '王敏' }];
    stores.writeDraft(draftInRun(reopened, 'sign:1:later'), JSON.stringify(signed));
    stores.writeDraft(draftInRun(finished, 'skip:2:later'), '客户不要');
    stores.writeDraft(draftOnPage('agency/workflows/win-new-client', 'code'), '2026-105');
    stores.noteChatNoteRead(Date.now());
    const everything = stores.exportEverything(Date.now());
    stores.noteExport(Date.now());
    const oneRun = stores.exportText(stores.runValues(finished), Date.now());
    return { everything, oneRun };
  });
}

/** The hash in the name of a page's published text. */
function hashOf(page: string): string {
  const name = page.split('/')[1] ?? '';
  const files = readdirSync(join(DIST, 'data', dirname(page)));
  const file = files.find((each) => each.startsWith(`${name}.`));
  if (!file) throw new Error(`${DIST}/data holds no text of ${page}: build the root variant first`);
  return file.split('.')[1] ?? '';
}

/** Ticks that were taken away and put back keep when they were made. */
function putMarkBack({ tab }: Reader): void {
  const duties = DUTIES.slice(2, 3);
  tab.do(({ dutyMarkStore }) => {
    const store = dutyMarkStore(ROLE, duties);
    store.loadCurrent(new Date());
    const before = store.$marks.get();
    pass();
    store.mark(duties, false, new Date());
    pass();
    store.putBack(before, new Date());
  });
}

/** Rows of a kind, and with a field, that this version does not know: it keeps them when it packs anew. */
function addForeignRows(browser: FakeBrowser, run: string): void {
  const key = `khb:done:${run}`;
  const packed = JSON.parse(browser.storage.getItem(key) ?? '') as { t: number; rows: unknown[] };
  if (!unpackRun(packed)) throw new Error(`${key} is not packed`);
  packed.rows.push(
    ['newerkind0000001', 600_000, 'measure', 'later', 1, 3.5],
    ['newerfield000001', 660_000, 'tick', 'later', 1, 'by hand'],
  );
  browser.storage.setItem(key, JSON.stringify(packed));
  const id = 'newerobject00001';
  const tick = { v: 1, id, at: packed.t + 720_000, kind: 'tick', step: 'later', round: 1 };
  browser.storage.setItem(`khb:run:${run}:${id}`, JSON.stringify({ ...tick, count: 2 }));
}

/** Damages values of every kind, twice, and lets pages come across them. */
async function setAsideTwice(browser: FakeBrowser, run: string): Promise<void> {
  for (const damaged of ['{"v":1,', 'true']) {
    browser.storage.setItem(`khb:run:${run}:damagedevent0001`, damaged);
    browser.storage.setItem('khb:done:damagedrun000001', damaged);
    browser.storage.setItem('khb:text:badbadbadbad', damaged);
    browser.storage.setItem(`khb:mark:${ROLE}#build-dossier@once`, damaged);
    const tab = await openAllStores(browser);
    tab.do(({ loadRuns, readTemplate, dutyMarkStore }) => {
      loadRuns('all');
      readTemplate('badbadbadbad');
      const store = dutyMarkStore(ROLE, DUTIES);
      store.loadAll();
      store.mark(DUTIES.slice(0, 1), true, new Date());
    });
    pass();
  }
}

/** Another site of this kind on the same origin, and something else altogether. */
function leaveOtherSites(browser: FakeBrowser): void {
  for (const [key, value] of Object.entries(browser.contents)) {
    if (key.startsWith('khb:mark:'))
      browser.storage.setItem(key.replace('khb:', 'khb.old:'), value);
  }
  browser.storage.setItem('theme', 'dark');
}

/** Copies the pages with all scripts and styles. */
function keepPages(folder: string): void {
  const files = [
    ...PAGES.map((page) => `${page}index.html`),
    'offline.json',
    ...[ROLE, SECOND_ROLE].map((role) => `${role}/duties.json`),
    ...TEXTS.map((page) => `data/${page}.${hashOf(page)}.json`),
    ...['training', 'changes'].map((name) => `current/${name}.json`),
    ...readdirSync(join(DIST, 'current/train')).map((name) => `current/train/${name}`),
    ...readdirSync(join(DIST, '_astro')).map((name) => `_astro/${name}`),
  ];
  for (const file of files) cpSync(join(DIST, file), join(folder, file));
}
