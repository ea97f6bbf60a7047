/** The team's table says what the receipts say, however they were merged. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { peopleOf, type Answer } from '../../../../src/progress/training/people.ts';
import { makeReceipt, type Receipt } from '../../../../src/progress/training/receipt.ts';
import {
  missingText,
  personName,
  teamRuns,
  teamTable,
  type TableInput,
} from '../../../../src/progress/training/table.ts';
import { covers } from '../../../../src/progress/training/team-records.ts';
import { shuffled } from '../../fixtures/arbitrary-events.ts';
import { anyReceipt, anyRev, MADE, REFS } from '../../fixtures/arbitrary-training.ts';

const anyReceipts = fc.array(anyReceipt, { minLength: 1, maxLength: 6 });
const DEVICES = ['device1', 'device2', 'device3'] as const;
const anyAnswers: fc.Arbitrary<Answer[]> = fc.array(
  fc
    .tuple(fc.subarray([...DEVICES], { minLength: 2, maxLength: 2 }), fc.boolean())
    .map(([[a = '', b = ''], isSame]) => ({ devices: [a, b] as const, isSame })),
  { maxLength: 3 },
);
const input = (receipts: readonly Receipt[], more: Partial<TableInput> = {}): TableInput => ({
  people: peopleOf(receipts).people,
  revs: () => 2,
  nameNow: (ref) => ref,
  calendar: { years: {} },
  today: '2026-11-27',
  ...more,
});

describe('merging receipts', () => {
  test('does not depend on their order, nor on repeats', () => {
    const orders = anyReceipts.chain((receipts) =>
      fc.tuple(fc.constant(receipts), shuffled(receipts), fc.subarray(receipts), anyAnswers),
    );
    fc.assert(
      fc.property(orders, ([a, b, again, answers]) => {
        expect(peopleOf([...again, ...b, ...again], answers)).toEqual(peopleOf(a, answers));
        expect(teamTable(input([...b, ...again]))).toEqual(teamTable(input(a)));
      }),
    );
  });

  test('keeps every confirmation of every receipt but those that were withdrawn', () => {
    fc.assert(
      fc.property(anyReceipts, anyAnswers, (receipts, answers) => {
        const { people } = peopleOf(receipts, answers);
        expect(people.flatMap(({ devices }) => devices).sort()).toEqual(
          [...new Set(receipts.map(({ learner }) => learner.id))].sort(),
        );
        for (const person of people) {
          const own = receipts.filter(({ learner }) => person.devices.includes(learner.id));
          const gone = own.flatMap((each) => each.gone);
          const ids = own.flatMap(({ events }) => events.map(({ id }) => id));
          const wanted = new Set(ids.filter((id) => !gone.includes(id)));
          expect(new Set(person.events.map(({ id }) => id))).toEqual(wanted);
        }
      }),
    );
  });

  test('loses nothing when what a newer receipt covers is let go', () => {
    fc.assert(
      fc.property(anyReceipts, (receipts) => {
        const left = receipts.filter(
          (older) =>
            !receipts.some(
              (newer) => newer !== older && newer.at > older.at && covers(newer, older),
            ),
        );
        expect(peopleOf(left)).toEqual(peopleOf(receipts));
      }),
    );
  });

  test('never erases a confirmation by a material change', () => {
    fc.assert(
      fc.property(anyReceipts, anyRev, (receipts, rev) => {
        const table = teamTable(input(receipts, { revs: () => rev }));
        const after = teamTable(input(receipts, { revs: () => rev + 1 }));
        for (const [index, { cells }] of table.rows.entries()) {
          for (const [key, cell] of cells) {
            const then = after.rows[index]?.cells.get(key);
            expect(then?.confirmed).toEqual(cell.confirmed);
            if (cell.confirmed)
              expect(then?.state).toBe(cell.confirmed.rev > rev ? 'done' : 'changed');
          }
        }
      }),
    );
  });
});

describe('people', () => {
  const of = (id: string, label: string, at = MADE) =>
    makeReceipt({ learner: { id, label }, at, starts: [], events: [] });
  const [A, B] = ['a1b2c3d4', 'c3d4e5f6'];
  const two = [of(A, '小王'), of(B, ' 小 王'), of('device3', '李四')];

  test('with one label are asked about, and told apart until then', () => {
    const { people, questions } = peopleOf(two);
    expect(questions).toEqual([{ label: '小王', devices: [A, B] }]);
    expect(people.map(personName)).toEqual(['李四', '小 王（设备 c3d4）', '小王（设备 a1b2）']);
  });

  test('are two when that is the answer', () => {
    const { people, questions } = peopleOf(two, [{ devices: [B, A], isSame: false }]);
    expect(questions).toEqual([]);
    expect(people).toHaveLength(3);
  });

  test('are one with two devices when that is the answer, whatever the labels', () => {
    const { people, questions } = peopleOf(two, [
      { devices: [A, B], isSame: true },
      { devices: [B, 'device3'], isSame: true },
    ]);
    expect(questions).toEqual([]);
    expect(people).toMatchObject([{ devices: [A, B, 'device3'], isLabelShared: false }]);
  });

  test('go by the newest label, and keep the others in sight', () => {
    const { people } = peopleOf([of('device1', '小王', MADE + 1), of('device1', '王小明', MADE)]);
    expect(people).toMatchObject([{ label: '小王', otherLabels: ['王小明'], at: MADE + 1 }]);
  });
});

describe('a plan', () => {
  const plan = {
    id: 'p',
    title: '第一周',
    items: [{ ref: REFS[0], need: 'read' as const, day: 1 }],
  };
  const receipt = (at: number, plans: Receipt['plans'], gone: string[]): Receipt => {
    return { v: 1, learner: { id: 'd', label: '小王' }, at, plans, events: [], gone };
  };
  const begun = { id: 's', plan, day: '2026-11-02' };

  test('that was left is gone, and is there again when the leaving was a slip', () => {
    const receipts = [receipt(1, [begun], []), receipt(2, [], ['s'])];
    expect(peopleOf(receipts).people[0]?.plans).toEqual([]);
    expect(peopleOf([...receipts, receipt(3, [begun], [])]).people[0]?.plans).toEqual([begun]);
  });

  test('somebody who follows none has a row, with what they confirmed', () => {
    const event = { v: 1, id: 'a', at: 1, kind: 'read', ref: REFS[0], rev: 1 } as const;
    const receipts = [{ ...receipt(2, [], ['s']), events: [event] }];
    const [row] = teamTable(input(receipts)).rows;
    expect(row?.person.events).toEqual([event]);
    expect(row?.cells.size).toBe(0);
    expect(row?.count.total).toBe(0);
    expect(row?.missing).toEqual([]);
  });

  test('can be looked at alone', () => {
    const other = { id: 't', plan: { ...plan, id: 'q', title: '另一份' }, day: '2026-11-02' };
    const receipts = [
      receipt(1, [begun], []),
      { ...receipt(1, [other], []), learner: { id: 'e', label: '李四' } },
    ];
    const table = teamTable(input(receipts), 'q');
    expect(table.rows.map(({ person }) => person.label)).toEqual(['李四']);
    expect([...table.plans]).toEqual([
      ['q', '另一份'],
      ['p', '第一周'],
    ]);
  });
});

describe('the table', () => {
  const items = REFS.slice(0, 4).map((ref) => ({ ref, need: 'read' as const, day: 1 }));
  const read = (id: string, ref: string, rev: number) =>
    ({ v: 1, id, at: MADE, kind: 'read', ref, rev }) as const;
  const receipt = makeReceipt({
    learner: { id: 'd', label: '小王' },
    at: MADE,
    starts: [{ id: 's', day: '2026-11-02', at: MADE, plan: { id: 'p', title: 'P', items } }],
    events: [read('a', REFS[0], 2), read('b', REFS[1], 1), read('c', 'old/roles/name', 2)],
    nameNow: (ref) => (ref === 'old/roles/name' ? REFS[2] : ref),
  });
  const nameNow = (ref: string) => (ref === 'old/roles/name' ? REFS[2] : ref);

  test('follows moves, keeps what was retired, and says what is missing', () => {
    const revs = (ref: string) => (ref === REFS[3] ? undefined : 2);
    const { rows } = teamTable(input([receipt], { nameNow, revs }));
    expect([...(rows[0]?.cells.values() ?? [])].map(({ state }) => state)).toEqual([
      'done',
      'changed',
      'done',
      'retired',
    ]);
    const [row] = rows;
    expect(row && missingText(row, (ref) => ref.split('#')[1] ?? ref)).toBe(
      '小王，还差：build-dossier（读过，第 2 版改了，请再确认）。',
    );
  });

  test('says what is late, and by when the rest is due', () => {
    const days = (today: string) => {
      const [row] = teamTable(input([receipt], { nameNow, today })).rows;
      return row ? missingText({ ...row, missing: row.missing.slice(-1) }, () => '接投诉') : '';
    };
    expect(days('2026-11-02')).toBe('小王，还差：接投诉（读过，11 月 2 日前）。');
    expect(days('2026-11-03')).toBe('小王，还差：接投诉（读过，应在 11 月 2 日，已过）。');
  });

  test('of runs has the late ones first, also those that became late since', () => {
    const run = (code: string, due: string | undefined, isLate: boolean) => ({
      code,
      workflow: 'W',
      step: '',
      isLate,
      ...(due ? { due } : {}),
    });
    const runs = [
      run('later', '2026-12-01', false),
      run('never', undefined, false),
      run('became', '2026-11-26', false),
      run('late', '2026-11-20', true),
    ];
    const { people } = peopleOf([{ ...receipt, runs }]);
    expect(teamRuns(people, '2026-11-27').map(({ code, isLate }) => [code, isLate])).toEqual([
      ['late', true],
      ['became', true],
      ['later', false],
      ['never', false],
    ]);
  });
});
