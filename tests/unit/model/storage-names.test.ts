import { beforeEach, describe, expect, test } from 'vitest';
import {
  eventOf,
  hashOf,
  parseStorageName,
  roleOf,
  runOf,
  settingLabel,
  settingOf,
  siteOfKey,
} from '../../../src/model/parse-storage-name.ts';
import { settingName, storageKey } from '../../../src/model/setting-names.ts';
import {
  asideName,
  draftInRun,
  draftOnPage,
  eventName,
  eventsOfRun,
  marksOfDuty,
  marksOfRole,
  packedName,
  devicePairName,
  receiptName,
  textName,
  TRAINING,
} from '../../../src/model/storage-names.ts';
import { FakeBrowser } from '../fixtures/browser.ts';

const ROLE = 'agency/roles/account-executive';

describe('a name that is built', () => {
  test.each([
    [eventName('r-1', 'e_1'), { kind: 'event', run: 'r-1', event: 'e_1' }],
    [packedName('r'), { kind: 'packed', run: 'r' }],
    [textName('abc'), { kind: 'text', hash: 'abc' }],
    [`${marksOfRole(ROLE)}a-b@2026-W48`, { kind: 'mark', role: ROLE, mark: 'a-b@2026-W48' }],
    [`${marksOfDuty(`${ROLE}#a-b`)}once`, { kind: 'mark', role: ROLE, mark: 'a-b@once' }],
    [draftInRun('r', 'code'), { kind: 'draft', run: 'r', field: 'code' }],
    [draftInRun('r', 'note:2:a-b'), { kind: 'draft', run: 'r', field: 'note:2:a-b' }],
    [draftOnPage(ROLE, 'due'), { kind: 'draft', page: ROLE, field: 'due' }],
    [`${TRAINING}e_1`, { kind: 'training', event: 'e_1' }],
    [receiptName('d', 'a-1'), { kind: 'receipt', device: 'd', receipt: 'a-1' }],
    [devicePairName('b', 'a'), { kind: 'pair', first: 'a', second: 'b' }],
    [settingName('theme'), { kind: 'setting', setting: 'theme' }],
    [asideName(eventName('r', 'e')), { kind: 'aside', of: 'run:r:e' }],
    [asideName('set:role', 2), { kind: 'aside', of: 'set:role~2' }],
  ])('%s is taken apart again', (name, parts) => {
    expect(parseStorageName(name)).toEqual(parts);
  });

  test('stands as it always has: what people have stored goes by it', () => {
    expect([
      eventName('r', 'e'),
      eventsOfRun('r'),
      packedName('r'),
      textName('h'),
      marksOfRole('x/roles/y'),
      marksOfDuty('x/roles/y#z'),
      `${TRAINING}e`,
      receiptName('d', 'r'),
      devicePairName('e', 'd'),
      settingName('role'),
      asideName('done:r'),
      storageKey('khb', 'done:r'),
    ]).toEqual([
      'run:r:e',
      'run:r:',
      'done:r',
      'text:h',
      'mark:x/roles/y#',
      'mark:x/roles/y#z@',
      'train:e',
      'team:d@r',
      'team:d+e',
      'set:role',
      'aside:done:r',
      'khb:done:r',
    ]);
  });
});

test('one part is found in the names that have it, and in no others', () => {
  const names = ['run:r:e', 'done:r', 'text:h', `mark:${ROLE}#a@once`, 'set:role', 'aside:run:r:e'];
  const found = (part: (name: string) => string | undefined) =>
    Object.fromEntries(
      names.flatMap((name) => (part(name) === undefined ? [] : [[name, part(name)]])),
    );
  expect(found(runOf)).toEqual({ 'run:r:e': 'r', 'done:r': 'r' });
  expect(found(eventOf)).toEqual({ 'run:r:e': 'e' });
  expect(found(hashOf)).toEqual({ 'text:h': 'h' });
  expect(found(roleOf)).toEqual({ [`mark:${ROLE}#a@once`]: ROLE });
  expect(found(settingOf)).toEqual({ 'set:role': 'role' });
});

test('what lies under the name of a run is of that run, whatever its ids look like', () => {
  expect([runOf('run:a b:c'), eventOf('run:a b:c:d'), runOf('done:'), eventOf('run:a')]).toEqual([
    'a b',
    'c',
    '',
    undefined,
  ]);
});

test('a key tells its site where its name is one of ours', () => {
  expect(siteOfKey(storageKey('khb.old', settingName('role')))).toBe('khb.old');
  expect(siteOfKey('khb.old:train:e')).toBe('khb.old');
  expect(siteOfKey('khb.old:team:d@r')).toBe('khb.old');
  expect(siteOfKey('elsewhere:cart:1')).toBeUndefined();
  expect(siteOfKey('a b:run:r:e')).toBeUndefined();
});

describe('settings', () => {
  let browser: FakeBrowser;

  beforeEach(() => {
    browser = new FakeBrowser();
  });

  test('have each a label of their own, whatever the pages store', async () => {
    const tab = await browser.openTab(async () => ({
      ...(await import('../../../src/stores/theme.ts')),
      ...(await import('../../../src/stores/last-page.ts')),
      ...(await import('../../../src/stores/recent-queries.ts')),
      ...(await import('../../../src/stores/found-phrase/handover.ts')),
      ...(await import('../../../src/stores/last-export.ts')),
      ...(await import('../../../src/stores/settings.ts')),
      ...(await import('../../../src/stores/chat-note.ts')),
      ...(await import('../../../src/stores/seen-edition.ts')),
      ...(await import('../../../src/stores/training.ts')),
    }));
    tab.do((stores) => {
      stores.rememberPage({ path: '/agency/', title: '代理', at: 1 });
      stores.rememberQuery('提案');
      stores.handOver({ path: '/agency/', terms: ['提案'] }, 1);
      stores.noteExport(1);
      stores.noteChatNoteRead(1);
      stores.noteSeenEdition(2);
      stores.setLearnerLabel('小王');
      stores.startPlan({ id: 'p', title: 'P', items: [] }, '2026-11-02');
      stores.setMyRoles([ROLE, 'service/roles/account-manager']);
    });
    browser.storage.setItem('khb:set:theme', 'dark');
    const names = browser.keys('khb:set:').map((key) => settingOf(key.slice('khb:'.length)) ?? key);
    expect(names).toEqual([
      'also',
      'chat',
      'exported',
      'found',
      'last',
      'learner',
      'plans',
      'queries',
      'role',
      'seen',
      'theme',
    ]);
    expect(names.map(settingLabel)).toEqual([
      '兼任的岗位',
      '聊天软件里的提醒',
      '上次导出的时间',
      '刚打开的搜索结果',
      '上次读到的页',
      '回执上的姓名或工号',
      '有没有开始的培训计划',
      '最近的搜索',
      '我的岗位',
      '看过的版次',
      '深色或浅色',
    ]);
  });

  test.each(['constructor', 'font-size'])('a newer version’s goes by its name: %s', (name) => {
    expect(settingLabel(name)).toBe(name);
  });
});
