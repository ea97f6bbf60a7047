/** What others read in the calendar file of a run: two parsers that have nothing to do with its writer. */
import fc from 'fast-check';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import { describe, expect, test } from 'vitest';
import { isoDay } from '../../../../src/model/format-day.ts';
import { calendarOf, type CalendarRun } from '../../../../src/progress/runs/calendar.ts';
import { datedSteps, runDue } from '../../../../src/progress/runs/deadline.ts';
import type { NewEvent } from '../../../../src/progress/runs/event.ts';
import { walkRun } from '../../../../src/progress/runs/walk.ts';
import { stateOf, story, T0, tick } from '../../fixtures/events.ts';
import { action, templateWith } from '../../fixtures/template.ts';
import { inZone } from '../../fixtures/zone.ts';

/** An entry, as a parser that knows nothing of its writer found it. */
interface Entry {
  readonly uid: string;
  readonly summary: string;
  readonly description: string;
  /** A day, `YYYY-MM-DD`, or a moment as the standard's UTC text. */
  readonly start: string;
}

const PARSERS: readonly (readonly [string, (text: string) => Entry[]])[] = [
  [
    'ical.js',
    (text) =>
      new ICAL.Component(ICAL.parse(text) as unknown[])
        .getAllSubcomponents('vevent')
        .map((each) => {
          const event = new ICAL.Event(each);
          const { startDate } = event;
          return {
            uid: event.uid,
            summary: event.summary,
            description: event.description,
            start: startDate.isDate ? startDate.toString() : startDate.toJSDate().toISOString(),
          };
        }),
  ],
  [
    'node-ical',
    (text) =>
      Object.values(nodeIcal.sync.parseICS(text)).flatMap((each) => {
        if (each?.type !== 'VEVENT') return [];
        const isDay = each.datetype === 'date';
        return [
          {
            uid: each.uid,
            summary: String(each.summary),
            description: String(each.description),
            start: isDay ? isoDay(each.start) : each.start.toISOString(),
          },
        ];
      }),
  ],
];

const template = templateWith([
  action('call', { within: { hours: 24 } }),
  action('write', { title: '写提案' }),
  action('send', { title: '发出提案' }),
  action('file'),
]);

/** A run in which the day of `write` and of `send` is set, and `file` had a day and is done. */
const happened: NewEvent[] = [
  { kind: 'schedule', step: 'write', round: 1, on: '2026-12-31' },
  { kind: 'schedule', step: 'send', round: 1, on: '2027-01-04' },
  { kind: 'assign', step: 'write', owner: '小陈' },
  { kind: 'schedule', step: 'file', round: 1, on: '2026-12-01' },
  tick('file'),
  { kind: 'due', on: '2027-01-15' },
];

function calendar(run: Partial<CalendarRun> = {}, stamp = T0): string {
  const state = stateOf(story(...happened));
  const walk = walkRun(template, state);
  const { startedAt: at, stepDues } = state;
  const start = { at, startedOn: isoDay(new Date(at)), stepDues };
  return (
    calendarOf(
      {
        id: 'k3j9',
        code: '2026-031',
        workflow: '争取新客户',
        address: 'https://handbook.example/runs/#k3j9',
        owners: state.owners,
        ...run,
      },
      datedSteps(walk, start, { years: {} }, T0),
      runDue(state, T0),
      stamp,
    ) ?? ''
  );
}

describe.each(PARSERS)('%s', (_name, parse) => {
  test.each(['Asia/Shanghai', 'America/New_York', 'Pacific/Chatham'])(
    'finds every dated step that waits, and the job, on their days, in %s',
    (zone) => {
      inZone(zone, () => {
        const entries = parse(calendar());
        expect(entries.map(({ summary, start }) => [summary, start])).toEqual([
          ['2026-031 到期', '2027-01-15'],
          ['2026-031 做 call', '2026-11-24T01:00:00.000Z'],
          ['2026-031 写提案', '2026-12-31'],
          ['2026-031 发出提案', '2027-01-04'],
        ]);
        expect(entries[2]?.description).toBe(
          '流程：争取新客户\n做到什么样：有记录\n定的日子：2026-12-31\n谁做：小陈\nhttps://handbook.example/runs/#k3j9',
        );
      });
    },
  );

  test('finds the same entries again in a file that is made later, elsewhere', () => {
    const uids = (text: string) => parse(text).map(({ uid }) => uid);
    const again = calendar({ code: '2026-099', address: 'https://moved.example/#k3j9' }, T0 + 1e10);
    expect(new Set(uids(calendar())).size).toBe(4);
    expect(uids(again)).toEqual(uids(calendar()));
  });

  test('reads long Chinese texts to the last character: folding cuts none', () => {
    const anyName = fc.string({
      unit: fc.constantFrom('合', '同', '，', 'é', '😀', '👨‍👩‍👧', 'a'),
      minLength: 1,
      maxLength: 120,
    });
    fc.assert(
      fc.property(anyName, anyName, (workflow, owner) => {
        const text = calendar({ workflow, owners: new Map([['send', owner]]) });
        for (const line of text.split('\r\n')) {
          expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
        }
        const send = parse(text).find(({ summary }) => summary.endsWith('发出提案'));
        expect(send?.description.split('\n')).toEqual([
          `流程：${workflow}`,
          '做到什么样：有记录',
          '定的日子：2027-01-04',
          `谁做：${owner}`,
          'https://handbook.example/runs/#k3j9',
        ]);
      }),
      { numRuns: 100 },
    );
  });
});
