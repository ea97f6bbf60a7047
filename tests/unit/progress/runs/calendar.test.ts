import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TimeLimit } from '../../../../src/model/template.ts';
import { calendarOf, type CalendarRun } from '../../../../src/progress/runs/calendar.ts';
import type {
  DatedStep,
  DeadlineStanding,
  RunDue,
} from '../../../../src/progress/runs/deadline.ts';
import { action } from '../../fixtures/template.ts';
import { inZone } from '../../fixtures/zone.ts';

const STAMP = Date.parse('2026-11-23T01:00:00Z');
const RUN: CalendarRun = {
  id: 'k3j9',
  code: '2026-031',
  workflow: '争取新客户',
  address: 'https://handbook.example/kehubu/runs/#k3j9',
};
const DUE: RunDue = { day: '2026-12-01', at: 0, standing: 'due' };

/** A step with a deadline: at a moment for hours, on a day for working days. */
function dated(
  limit: TimeLimit,
  more: { round?: number; title?: string; standing?: DeadlineStanding; uncovered?: number[] } = {},
): DatedStep {
  const { round = 1, title = '签合同', standing = 'due', uncovered = [] } = more;
  const at = Date.parse('2026-11-24T09:30:15.500Z');
  const day = 'workdays' in limit ? { day: '2026-11-26' } : {};
  return {
    visit: {
      step: action('sign', { title, doneWhen: '合同存了档', within: limit }),
      round,
      ...(round > 1 ? { repeated: true } : {}),
    },
    deadline: { at, ...day, uncovered, limit, since: STAMP },
    standing,
  };
}

interface Property {
  readonly name: string;
  readonly params: string;
  readonly value: string;
}

/** The lines of a calendar file as they are sent. */
const rawLines = (text: string) => text.split('\r\n').slice(0, -1);

/** Reads a file by the standard's own rules: unfolds, then takes names, parameters and values apart. */
function parse(text: string): Property[] {
  expect(text.endsWith('\r\n')).toBe(true);
  const lines = text
    .replaceAll(/\r\n[ \t]/g, '')
    .split('\r\n')
    .slice(0, -1);
  return lines.map((line) => {
    const found = /^([A-Z-]+)((?:;[A-Z-]+=[^;:"]+)*):(.*)$/su.exec(line);
    if (!found) throw new Error(`no property: ${JSON.stringify(line)}`);
    const [, name = '', params = '', value = ''] = found;
    return { name, params, value };
  });
}

/** The events of a file, each as its values by name and parameters: `DTSTART;VALUE=DATE`. */
function eventsOf(text: string | undefined): Record<string, string>[] {
  const properties = parse(text ?? '');
  expect(properties[0]).toMatchObject({ name: 'BEGIN', value: 'VCALENDAR' });
  expect(properties.at(-1)).toMatchObject({ name: 'END', value: 'VCALENDAR' });
  const events: Record<string, string>[] = [];
  let current: Record<string, string> | undefined;
  for (const { name, params, value } of properties) {
    if (name === 'BEGIN' && value === 'VEVENT') current = {};
    else if (name === 'END' && value === 'VEVENT' && current) {
      events.push(current);
      current = undefined;
    } else if (current) {
      const key = name + params;
      if (key in current) throw new Error(`${key} twice`);
      current[key] = value.replaceAll(/\\([\\;,nN])/g, (_, c: string) => (/n/i.test(c) ? '\n' : c));
    }
  }
  return events;
}

describe('the calendar of a run', () => {
  test('has its due date as an all-day event', () => {
    expect(eventsOf(calendarOf(RUN, [], DUE, STAMP))).toEqual([
      expect.objectContaining({
        UID: 'k3j9-due@kehubu-handbook.invalid',
        DTSTAMP: '20261123T010000Z',
        'DTSTART;VALUE=DATE': '20261201',
        SUMMARY: '2026-031 到期',
        DESCRIPTION: '流程：争取新客户\nhttps://handbook.example/kehubu/runs/#k3j9',
        TRANSP: 'TRANSPARENT',
      }),
    ]);
  });

  test('has a deadline in hours as a moment in UTC', () => {
    const [event] = eventsOf(calendarOf(RUN, [dated({ hours: 24 })], undefined, STAMP));
    expect(event).toMatchObject({
      UID: 'k3j9-sign-1@kehubu-handbook.invalid',
      DTSTART: '20261124T093015Z',
      SUMMARY: '2026-031 签合同',
      DESCRIPTION: `流程：争取新客户\n做到什么样：合同存了档\n时限：24 小时内\n${RUN.address}`,
    });
    expect(Object.keys(event ?? {})).not.toContain('DTSTART;VALUE=DATE');
  });

  test('has a deadline in working days as a day', () => {
    const [event] = eventsOf(calendarOf(RUN, [dated({ workdays: 3 })], undefined, STAMP));
    expect(event).toMatchObject({ 'DTSTART;VALUE=DATE': '20261126' });
    expect(event?.['DESCRIPTION']).toContain('时限：3 个工作日内');
    expect(Object.keys(event ?? {})).not.toContain('DTSTART');
  });

  test('says which holidays it did not know, and which round it is', () => {
    const step = dated({ workdays: 3 }, { round: 2, uncovered: [2027] });
    const [event] = eventsOf(calendarOf(RUN, [step], undefined, STAMP));
    expect(event?.['SUMMARY']).toBe('2026-031 签合同（第 2 轮）');
    expect(event?.['UID']).toBe('k3j9-sign-2@kehubu-handbook.invalid');
    expect(event?.['DESCRIPTION']).toContain('2027 年的放假安排还没有录入');
  });

  test('leaves out what is done, not what is overdue', () => {
    const standings = ['due', 'overdue', 'kept', 'late'] as const;
    const steps = standings.map((standing) => dated({ hours: 1 }, { standing, title: standing }));
    const events = eventsOf(calendarOf(RUN, steps, undefined, STAMP));
    expect(events.map((event) => event['SUMMARY'])).toEqual(['2026-031 due', '2026-031 overdue']);
  });

  test('is none where there is no date', () => {
    expect(calendarOf(RUN, [], undefined, STAMP)).toBeUndefined();
    const done = dated({ hours: 1 }, { standing: 'kept' });
    expect(calendarOf(RUN, [done], undefined, STAMP)).toBeUndefined();
  });

  test('keeps the UIDs of its events when it is made again, also for another address', () => {
    const uids = (run: CalendarRun, stamp: number) =>
      eventsOf(calendarOf(run, [dated({ hours: 1 })], DUE, stamp)).map((event) => event['UID']);
    const moved = { ...RUN, code: '2026-032', address: 'https://elsewhere.example/runs/#k3j9' };
    expect(uids(moved, STAMP + 1e9)).toEqual(uids(RUN, STAMP));
    expect(new Set(uids(RUN, STAMP)).size).toBe(2);
  });

  test('is of the project and of the version that calendars read', () => {
    const head = parse(calendarOf(RUN, [], DUE, STAMP) ?? '').slice(0, 3);
    expect(head.map(({ name, value }) => `${name}:${value}`)).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//kehubu-handbook//runs//ZH',
    ]);
  });

  test.each(['Pacific/Chatham', 'America/New_York', 'Pacific/Apia'] as const)(
    'is the same in %s',
    (zone) => {
      const steps = [dated({ hours: 24 }), dated({ workdays: 3 })];
      const make = () => calendarOf(RUN, steps, DUE, STAMP);
      expect(inZone(zone, make)).toBe(inZone('Asia/Shanghai', make));
    },
  );
});

describe('whatever the texts are', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({
      unit: fc.constantFrom('\\', ';', ',', '\n', '\r', '"', ':', ' ', 'n', '签', '🎉'),
    }),
    fc.string({ unit: 'grapheme', minLength: 60, maxLength: 200 }),
    fc.string({
      unit: fc.constantFrom('合', '同', 'é', '😀', '👨‍👩‍👧'),
      minLength: 20,
      maxLength: 120,
    }),
  );
  /** Also halves of characters and control characters. */
  const anyCodeUnits = fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 120 })
    .map((units) => String.fromCharCode(...units));

  const made = (texts: { id: string; code: string; title: string; address: string }) => {
    const run = { ...RUN, id: texts.id, code: texts.code, address: texts.address };
    const step = dated({ hours: 1 }, { title: texts.title });
    return calendarOf(run, [step], DUE, STAMP) ?? '';
  };
  const texts = (text: fc.Arbitrary<string>) =>
    fc.record({ id: text, code: text, title: text, address: text });

  test('no line is longer than 75 octets, and none ends inside a character', () => {
    fc.assert(
      fc.property(texts(fc.oneof(anyText, anyCodeUnits)), (each) => {
        for (const line of rawLines(made(each))) {
          expect(line).not.toMatch(/[\r\n]/);
          const octets = new TextEncoder().encode(line);
          expect(octets.length).toBeLessThanOrEqual(75);
          // Halves of a character would not survive the way there and back.
          expect(new TextDecoder().decode(octets)).toBe(line);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('they come back as they were, on one line each', () => {
    fc.assert(
      fc.property(texts(anyText), ({ id, code, title, address }) => {
        const events = eventsOf(made({ id, code, title, address }));
        const oneLine = (text: string) => text.replace(/\p{Cc}+/gu, ' ');
        expect(events).toHaveLength(2);
        expect(events[1]?.['SUMMARY']).toBe(oneLine(`${code} ${title}`));
        expect(events[1]?.['DESCRIPTION']?.split('\n').at(-1)).toBe(oneLine(address));
        expect(new Set(events.map((event) => event['UID'])).size).toBe(2);
      }),
      { numRuns: 500 },
    );
  });

  test('none of them adds an event or a property', () => {
    const evil = 'x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nATTACH:file:///etc/passwd';
    const text = made({ id: evil, code: evil, title: evil, address: evil });
    expect(eventsOf(text)).toHaveLength(2);
    expect(parse(text).filter(({ name }) => name === 'ATTACH')).toEqual([]);
  });
});
