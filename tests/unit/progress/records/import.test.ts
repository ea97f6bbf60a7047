import { describe, expect, test } from 'vitest';
import { parseStorageName } from '../../../../src/model/parse-storage-name.ts';
import { planImport, runsAmong, type ImportPlan } from '../../../../src/progress/records/import.ts';
import { foldRun } from '../../../../src/progress/runs/fold.ts';
import { packRun, unpackRun } from '../../../../src/progress/runs/packed.ts';
import { event, life, story, T0, tick } from '../../fixtures/events.ts';
import {
  both,
  MARK,
  openRun,
  packedRun,
  stored,
  template,
  TEXT,
  written,
  type Stored,
} from '../../fixtures/stored.ts';

const NOTHING: Stored = new Map();
const OPEN = story(tick('a'));
const DONE = story(tick('a'), life('finish'));
const SIGN = { v: 1, id: 'x', at: T0 + 1, kind: 'sign', by: '总监' };

const runFate = (plan: ImportPlan) => plan.runs.map(({ fate }) => fate).join();
const fates = (plan: ImportPlan) => plan.others.map(({ kind, fate }) => `${kind} ${fate}`).join();
const writesOf = (plan: ImportPlan) => Object.fromEntries(plan.writes);

describe('a run', () => {
  test('that is new is taken over as it is in the file', () => {
    for (const file of [
      openRun('r', OPEN),
      packedRun('r', DONE),
      packedRun('r', DONE, [SIGN]),
      both(packedRun('r', DONE), openRun('r', [event('x', T0 + 9000, life('reopen'))])),
      stored({ 'done:r': { v: 1, events: DONE } }),
    ]) {
      const plan = planImport(file, NOTHING);
      expect(runFate(plan)).toBe('new');
      expect(plan.writes).toEqual(file);
    }
    expect(planImport(packedRun('r', DONE), NOTHING).runs[0]).toMatchObject({
      id: 'r',
      added: 3,
      state: { status: 'finished' },
    });
  });

  test('that is here already stays, in whatever form', () => {
    for (const [file, here] of [
      [openRun('r', OPEN), openRun('r', OPEN)],
      [packedRun('r', DONE), openRun('r', DONE)],
      [openRun('r', DONE), packedRun('r', DONE)],
      [stored({ 'done:r': { v: 1, events: DONE } }), packedRun('r', DONE)],
    ] as const) {
      const plan = planImport(file, here);
      expect([runFate(plan), plan.writes.size]).toEqual(['same', 0]);
    }
  });

  test('of which the file knows less stays as it is here', () => {
    const plan = planImport(openRun('r', OPEN.slice(0, 1)), openRun('r', OPEN));
    expect([runFate(plan), plan.writes.size, plan.runs[0]?.added]).toEqual(['fewer', 0, 0]);
    const foreign = planImport(packedRun('r', DONE), packedRun('r', DONE, [SIGN]));
    expect([runFate(foreign), foreign.writes.size]).toEqual(['fewer', 0]);
  });

  test('of which the file knows more gets what is missing, and nothing else is written', () => {
    const plan = planImport(openRun('r', OPEN), openRun('r', OPEN.slice(0, 1)));
    expect([runFate(plan), plan.runs[0]?.added]).toEqual(['more', 1]);
    expect([...plan.writes.keys()]).toEqual(['run:r:e1']);
  });

  test('that went on on both sides is joined', () => {
    const here = [...OPEN, event('h', T0 + 2000, tick('b'))];
    const there = [...OPEN, event('t', T0 + 3000, tick('c'))];
    const present = openRun('r', here);
    const plan = planImport(openRun('r', there), present);
    expect(runFate(plan)).toBe('both');
    const after = runsAmong(written(present, plan.writes)).runs.get('r') ?? [];
    expect([...(foldRun(after)?.marks.keys() ?? [])]).toEqual(['1:a', '1:b', '1:c']);
    expect(plan.runs[0]?.state).toEqual(foldRun(after));
  });

  test('that is finished in the file and open here is packed, with what was done here', () => {
    const here = both(openRun('r', [...OPEN, event('h', T0 + 1500, tick('b'))]));
    const plan = planImport(packedRun('r', DONE), here);
    expect(runFate(plan)).toBe('both');
    const after = written(here, plan.writes);
    expect([...after.keys()]).toEqual(['done:r']);
    expect(unpackRun(JSON.parse(after.get('done:r') ?? ''))?.events).toHaveLength(4);
  });

  test('that was reopened here stays open, with its single events', () => {
    const here = both(
      packedRun('r', DONE),
      openRun('r', [event('x', T0 + 9000, life('reopen')), event('y', T0 + 9001, tick('b'))]),
    );
    const more = [...DONE, event('z', T0 + 2500, tick('c'))];
    const plan = planImport(packedRun('r', more), here);
    expect(plan.runs[0]).toMatchObject({ fate: 'both', added: 1, state: { status: 'open' } });
    expect([...plan.writes.keys()]).toEqual(['run:r:z']);
  });

  test('that is open and packed in the file gets a single event by which it is found', () => {
    const plan = planImport(packedRun('r', OPEN), NOTHING);
    expect([...plan.writes.keys()]).toEqual(['done:r', 'run:r:e0']);
  });

  test('whose start is in neither place is said to be without a state', () => {
    const plan = planImport(openRun('r', OPEN.slice(1)), NOTHING);
    expect(plan.runs).toEqual([{ kind: 'run', id: 'r', fate: 'new', added: 1 }]);
  });

  test('under a name that does not fit its event is put under the one that does', () => {
    const file = new Map([['run:r:wrong', JSON.stringify(OPEN[0])]]);
    expect([...planImport(file, NOTHING).writes.keys()]).toEqual(['run:r:e0']);
  });

  test('keeps its events as they are here where a file was edited', () => {
    const forged = OPEN.map((each) => ({ ...each, at: 0, step: 'AAA', code: 'AAA' }));
    for (const file of [openRun('r', forged), packedRun('r', [...forged, ...DONE.slice(2)])]) {
      const after = written(openRun('r', OPEN), planImport(file, openRun('r', OPEN)).writes);
      const events = runsAmong(after).runs.get('r');
      expect(events).toEqual(expect.arrayContaining([...OPEN]));
    }
  });

  test('called like what every object inherits is a run like any other', () => {
    for (const id of ['__proto__', 'constructor', 'toString']) {
      const plan = planImport(openRun(id, OPEN), NOTHING);
      expect(plan.runs[0]).toMatchObject({ id, fate: 'new', added: 2 });
      expect(plan.writes).toEqual(openRun(id, OPEN));
    }
  });
});

describe('what only a newer version understands', () => {
  test('inside a packed run is carried along with what is here of its kind', () => {
    const here = packedRun('r', DONE, ['ours']);
    const plan = planImport(packedRun('r', DONE, [SIGN, 'ours']), here);
    expect(plan.runs[0]).toMatchObject({ fate: 'more', added: 1 });
    expect(writesOf(plan)).toEqual({
      'done:r': JSON.stringify(packRun({ events: DONE, foreign: ['ours', SIGN] })),
    });
  });

  test('inside a packed run is carried along to a run that is open here', () => {
    const here = openRun('r', [...DONE, event('x', T0 + 9000, life('reopen'))]);
    const plan = planImport(packedRun('r', DONE, [SIGN]), here);
    const after = written(here, plan.writes);
    expect([...after.keys()]).toEqual([...here.keys(), 'done:r']);
    expect(unpackRun(JSON.parse(after.get('done:r') ?? ''))?.foreign).toEqual([SIGN]);
  });

  test.each(['run:r:x', 'done:r'])('is carried over as it is under %s', (name) => {
    const text = name === 'done:r' ? '{"v":3,"log":"…"}' : JSON.stringify(SIGN);
    const file = new Map([[name, text]]);
    const plan = planImport(file, NOTHING);
    expect([fates(plan), plan.writes]).toEqual(['other new', file]);
    expect(fates(planImport(file, file))).toBe('other same');
    const kept = planImport(file, new Map([[name, `${text} `]]));
    expect([kept.others.length, kept.writes.size]).toEqual([1, 0]);
  });

  test('and is here is never overwritten', () => {
    const newerEvent = stored({ 'run:r:e1': { ...SIGN, id: 'e1' } });
    expect(planImport(openRun('r', OPEN), newerEvent).writes.has('run:r:e1')).toBe(false);
    const newerRun = stored({ 'done:r': '{"v":3}' });
    const plan = planImport(packedRun('r', DONE), newerRun);
    expect([...plan.writes.keys()]).toEqual(['run:r:e0', 'run:r:e1', 'run:r:e2']);
    const newerMark = stored({ [MARK]: '{"v":2,"done":true,"at":1}' });
    const mark = planImport(stored({ [MARK]: { v: 1, done: true, at: 9e12 } }), newerMark);
    expect([fates(mark), mark.writes.size]).toEqual(['mark kept', 0]);
  });
});

describe('a mark', () => {
  const mark = (done: boolean, at: number, more = {}) =>
    stored({ [MARK]: { v: 1, done, at, ...more } });

  test.each([
    ['new', mark(true, 1), NOTHING, 1],
    ['same', mark(true, 1), mark(true, 1), 0],
    ['more', mark(false, 2), mark(true, 1), 1],
    ['fewer', mark(false, 1), mark(true, 2), 0],
    ['more', mark(true, 1), mark(false, 1), 1],
    ['fewer', mark(false, 1), mark(true, 1), 0],
    ['new', mark(true, 1), stored({ [MARK]: '{' }), 1],
    ['unreadable', stored({ [MARK]: '{' }), mark(true, 1), 0],
    ['unreadable', stored({ [MARK]: '{"v":1}' }), NOTHING, 0],
    ['new', stored({ [MARK]: '{"v":2}' }), NOTHING, 1],
    ['kept', stored({ [MARK]: '{"v":2}' }), mark(true, 1), 0],
  ] as const)('is %s', (fate, file, here, writes) => {
    const plan = planImport(file, here);
    expect([fates(plan), plan.writes.size]).toEqual([`mark ${fate}`, writes]);
  });
});

const READ = JSON.stringify({ v: 1, id: 'r1', at: 1, kind: 'read', ref: 'agency', rev: 1 });
const PAIR = JSON.stringify({ v: 1, isSame: true, at: 1 });

describe('a text, a setting, training, something set aside', () => {
  const newer = '{"v":2,"workflow":"?"}';
  test.each([
    ['text new', TEXT, template(), undefined],
    ['text same', TEXT, template(), template()],
    ['text kept', TEXT, template().replace('争取', '争夺'), template()],
    ['text new', TEXT, template(), '{'],
    ['text new', TEXT, newer, undefined],
    ['text kept', TEXT, template(), newer],
    ['text unreadable', TEXT, '{}', undefined],
    ['training new', 'train:r1', READ, undefined],
    ['training same', 'train:r1', READ, READ],
    ['training kept', 'train:r1', READ, READ.replace('"rev":1', '"rev":2')],
    ['training new', 'train:r1', READ, '{'],
    ['training unreadable', 'train:r1', '{}', undefined],
    ['training new', 'train:r1', '{"v":2,"id":"r1","at":1,"kind":"exam"}', undefined],
    ['receipt unreadable', 'team:d@r', '{"v":1,"got":1}', undefined],
    ['pair new', 'team:d+e', PAIR, undefined],
    ['pair fewer', 'team:d+e', PAIR, PAIR.replace('1}', '2}')],
    ['pair unreadable', 'team:d+e', '{}', undefined],
    ['setting new', 'set:theme', 'dark', undefined],
    ['setting same', 'set:theme', 'dark', 'dark'],
    ['setting kept', 'set:theme', 'dark', 'light'],
    ['aside new', 'aside:run:r:e1', '{"v":1,"text":"{"}', undefined],
    ['aside kept', 'aside:run:r:e1', '{"v":1,"text":"{"}', 'x'],
  ])('is %s', (expected, name, theirs, ours) => {
    const plan = planImport(
      new Map([[name, theirs]]),
      ours === undefined ? NOTHING : new Map([[name, ours]]),
    );
    expect(fates(plan)).toBe(expected);
    expect(plan.writes.size).toBe(expected.endsWith('new') ? 1 : 0);
  });
});

describe('names', () => {
  test.each([
    ['run:abc:def', 'event'],
    ['done:abc', 'packed'],
    ['text:abc', 'text'],
    [MARK, 'mark'],
    ['train:abc', 'training'],
    ['team:abc@def', 'receipt'],
    ['team:abc+def', 'pair'],
    ['team:abc', 'other'],
    ['train:a:b', 'other'],
    ['set:theme', 'setting'],
    ['aside:run:a b:c', 'aside'],
    ['run:abc', 'other'],
    ['run:a b:c', 'other'],
    ['run:a:b:c', 'other'],
    ['run:a:b\n', 'other'],
    ['done:', 'other'],
    ['done:a/b', 'other'],
    [`text:${'x'.repeat(65)}`, 'other'],
    ['mark:x@once', 'other'],
    ['set:THEME', 'other'],
    ['__proto__', 'other'],
    ['', 'other'],
    ['script', 'other'],
  ])('%j is for: %s', (name, kind) => {
    expect(parseStorageName(name).kind).toBe(kind);
  });

  test('that are none of ours are shown and not written', () => {
    const file = stored({ script: 'alert(1)', '': 'x', 'set:THEME': 'x' });
    file.set('__proto__', 'x');
    const plan = planImport(file, NOTHING);
    expect(plan.others.map(({ fate, name }) => [fate, name])).toEqual(
      [...file.keys()].map((name) => ['unreadable', name]),
    );
    expect(plan.writes.size).toBe(0);
  });
});

describe('own roles', () => {
  const [FIRST, OTHER, FURTHER] = ['agency/roles/a', 'agency/roles/b', 'service/roles/c'];
  const file = stored({ 'set:role': FIRST, 'set:also': FURTHER });

  test('are all taken over where there are none', () => {
    expect(writesOf(planImport(file, NOTHING))).toEqual(Object.fromEntries(file));
  });

  test('the further ones are added to the same first one', () => {
    const plan = planImport(file, stored({ 'set:role': FIRST }));
    expect(fates(plan)).toBe('setting same,setting new');
    expect(writesOf(plan)).toEqual({ 'set:also': FURTHER });
  });

  test('the further ones stay out where another first one stays', () => {
    const plan = planImport(file, stored({ 'set:role': OTHER }));
    expect(fates(plan)).toBe('setting kept,setting kept');
    expect(plan.writes.size).toBe(0);
  });

  test('those of an export that knows of one role leave the further ones here', () => {
    const here = stored({ 'set:role': FIRST, 'set:also': FURTHER });
    expect(planImport(stored({ 'set:role': FIRST }), here).writes.size).toBe(0);
  });
});
