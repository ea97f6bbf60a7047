/**
 * What a version to come may store beside what is known: each of the ways in which the formats may
 * grow. When a version really stores something new, its own dump shows it; this goes on showing the rest.
 */
import type { Dump } from './stored-dumps.ts';

/** A duty that a newer version marked today in a way of its own, and one to which it added a field. */
export const NEWER_MARKS = { version: 'inform-superior', field: 'answer-client' } as const;

/** Values by full key, to be put into the storage of a dump. */
export function newerValues({ day, storage }: Dump, run: string): Record<string, string> {
  const role = 'agency/roles/account-executive';
  const at = Date.parse(`${day}T18:30:00+08:00`);
  const step = { v: 1, at, step: 'offer-solution', round: 2 };
  const start = { v: 1, at, kind: 'start', workflow: 'service/workflows/complaint' };
  const job = { text: 'ab6e9d0e9362', code: '2026-201', startedOn: day };
  const values: Record<string, unknown> = {
    // An unknown kind of event, a known one of a newer shape, a known one with a field more.
    [`run:${run}:newerkind0000002`]: {
      ...step,
      id: 'newerkind0000002',
      kind: 'measure',
      value: 3.5,
    },
    [`run:${run}:newerversion0001`]: { ...step, id: 'newerversion0001', v: 2, kind: 'tick' },
    [`run:${run}:newerfield000002`]: { ...step, id: 'newerfield000002', kind: 'tick', count: 2 },
    // Runs that begin so.
    'run:newerrun00000001:newerstart000001': {
      ...start,
      ...job,
      id: 'newerstart000001',
      client: '甲公司',
    },
    'run:newerrun00000002:newerstart000002': { ...start, ...job, id: 'newerstart000002', v: 2 },
    // Packed runs: of a newer shape, and with rows that are longer or of an unknown kind.
    'done:newerpacked00001': { v: 3, columns: {} },
    'done:newerpacked00002': {
      v: 2,
      t: at,
      rows: [
        [
          'newerstart000003',
          0,
          'start',
          start.workflow,
          job.text,
          '2026-202',
          day,
          null,
          1,
          '甲公司',
        ],
        ['knownstart000001', 0, 'start', start.workflow, job.text, '2026-203', day],
        ['newertick0000001', 1000, 'tick', 'receive-complaint', 1, 2],
        ['newermeasure0001', 2000, 'measure', 'receive-complaint', 1, 3.5],
        ['knownfinish00001', 3000, 'finish'],
      ],
    },
    'text:ffffffffffff': { v: 2, workflow: start.workflow },
    // Marks: of a newer shape, with a field more, of a cadence to come.
    [`mark:${role}#${NEWER_MARKS.version}@${day}`]: { v: 2, times: [at] },
    [`mark:${role}#${NEWER_MARKS.field}@${day}`]: { v: 1, done: true, at, by: '王敏' },
    [`mark:${role}#know-the-rules@2026-H2`]: { v: 1, done: true, at },
    // A setting, and prefixes, of which nothing is known; values that are no JSON.
    'set:zoom': 1.25,
    'set:panes': { v: 1, open: ['notes'] },
    [`did:${role}#first-hand:newerdid00000001`]: { v: 1, at },
    [`did:${role}#fill-job-order@newerdid00000002`]: { v: 2, done: true, at },
    'pin:1': 'text',
  };
  const entries = Object.entries(values).map(([name, value]): [string, string] => [
    `khb:${name}`,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  const known = entries.filter(([key]) => key in storage);
  if (known.length > 0) throw new Error(`the dump of ${day} holds ${known.join()} already`);
  return Object.fromEntries(entries);
}
