/** What a reader does over two months, so that everything this version can store gets stored. */
import { readFileSync } from 'node:fs';
import { vi } from 'vitest';
import { templateSteps, type WorkflowTemplate } from '../../../src/model/template.ts';
import type { PeriodCadence } from '../../../src/model/period.ts';
import type { NewEvent } from '../../../src/progress/runs/event.ts';
import type { Plan } from '../../../src/model/plan.ts';
import { foldTraining } from '../../../src/progress/training/fold.ts';
import { makeReceipt, type Receipt } from '../../../src/progress/training/receipt.ts';
import { compareTemplates } from '../../../src/progress/runs/compare.ts';
import type { FakeBrowser } from '../../unit/fixtures/browser.ts';
import {
  openAllStores,
  type AllStores,
  type AllStoresTab,
} from '../../unit/fixtures/stored-reading.ts';

export const ROLE = 'agency/roles/account-executive';
/** One duty of each cadence, and a standard, which is appraised each quarter. */
export const DUTIES: readonly { id: string; cadence: PeriodCadence }[] = [
  { id: 'build-dossier', cadence: 'once' },
  { id: 'first-hand', cadence: 'daily' },
  { id: 'next-step-first', cadence: 'weekly' },
  { id: 'raise-the-client', cadence: 'monthly' },
  { id: 'finish-an-order', cadence: 'quarterly' },
  { id: 'own-the-client', cadence: 'quarterly' },
  { id: 'finish-an-order', cadence: 'yearly' },
];

/** A published text with its hash. */
interface Text {
  readonly template: WorkflowTemplate;
  readonly hash: string;
}

/** A reader in one tab, whose clock goes on by a minute with each thing they do. */
export class Reader {
  constructor(
    readonly browser: FakeBrowser,
    readonly tab: AllStoresTab,
  ) {}

  /** Begins to work at a moment. */
  static async at(browser: FakeBrowser, moment: string): Promise<Reader> {
    vi.setSystemTime(new Date(moment));
    return new Reader(browser, await openAllStores(browser));
  }

  start({ template, hash }: Text, code: string, more: { dueOn?: string; edition?: number } = {}) {
    pass();
    const day = new Date().toLocaleDateString('sv');
    return this.tab.do(({ startRun }) =>
      startRun(template, hash, { code, startedOn: day, ...more }),
    );
  }

  /** Does things to a run, one after the other. @returns the ids of the events */
  do(run: string, ...events: readonly NewEvent[]): string[] {
    return events.map((event) => {
      pass();
      const id = this.tab.do(({ append }) => append(run, event));
      if (id === undefined) throw new Error(`${run} is gone`);
      return id;
    });
  }

  /** Ticks or unticks duties. */
  mark(done: boolean, duties = DUTIES, role = ROLE): void {
    pass();
    this.tab.do(({ dutyMarkStore }) => {
      const store = dutyMarkStore(role, duties);
      store.loadCurrent(new Date());
      store.mark(duties, done, new Date());
    });
  }
}

/**
 * Two plans, of which one is replaced and one left by mistake; confirmations of both revisions, one of them
 * a slip; what was seen of a colleague; and the receipts of a team, one person with two devices.
 */
export function trainAndWatch(stores: AllStores): void {
  const duty = `${ROLE}#build-dossier`;
  const plan: Plan = {
    id: 'account-executive',
    title: '客户专员入职路线',
    items: [
      { ref: ROLE, need: 'read', day: 1 },
      { ref: duty, need: 'practise', day: 5 },
      { ref: 'service/workflows/complaint', need: 'observe', day: 22 },
    ],
  };
  const step = <T>(act: () => T): T => {
    pass();
    return act();
  };
  const first = step(() => stores.startPlan(plan, '2026-11-02'));
  step(() => stores.startPlan({ ...plan, items: plan.items.slice(0, 2) }, '2026-11-03', first));
  const second = step(() =>
    stores.startPlan({ ...plan, id: 'first-week', title: '第一周' }, '2026-11-09'),
  );
  const leaving = step(() => stores.leavePlan(second));
  step(() => stores.withdraw(leaving));
  step(() => stores.confirm(ROLE, 'read', 1));
  step(() => stores.confirm(ROLE, 'read', 2));
  step(() => stores.confirm(duty, 'practise', 1));
  const slip = step(() => stores.confirm(duty, 'read', 1));
  step(() => stores.withdraw(slip));
  step(() => stores.confirm('service/workflows/complaint', 'observe', 1, '王敏'));
  stores.setLearnerLabel('007 小李');
  const events = stores.$training.get();
  const { starts } = foldTraining(events.values());
  const receiptOf = (id: string, label: string): Receipt => {
    const learner = { id, label };
    return makeReceipt({ learner, at: Date.now(), edition: 1, starts, events: events.values() });
  };
  const [a, b] = [receiptOf('colleague0000001', '小王'), receiptOf('colleague0000002', '小王')];
  const runs = [{ code: '2026-031', workflow: '投诉处理', step: '回访', isLate: true }];
  step(() => stores.addReceipts([a, { ...b, runs }], Date.now()));
  stores.answerPair([a.learner.id, b.learner.id], true, Date.now());
  step(() => stores.countersign(a.learner.id, duty, 1, '李主管'));
}

/** Answers to review questions: a right one, a wrong one and its second try, and what comes when. */
export function answerQuestions(stores: AllStores): void {
  const question = 'agency/workflows/win-new-client#collect-leads~evidence';
  for (const [id, right] of [
    [question, true],
    ['agency/workflows/win-new-client~who-first', false],
    ['agency/workflows/win-new-client~who-first', true],
    ['glossary/agency#job-order~term', true],
  ] as const) {
    pass();
    stores.addAnswer({ question: id, rev: 1, right });
  }
  stores.noteReviewDue(['2026-11-26', '2026-11-26', '2026-11-28']);
}

/** Duties that are done whenever something happens: twice, of which one is taken back, and once more. */
export function countTimes({ tab }: Reader): void {
  const duties = [{ id: 'ask-early' }, { id: 'fill-job-order' }];
  tab.do(({ occurrenceStore }) => {
    const store = occurrenceStore(ROLE, duties);
    store.load();
    for (const duty of [...duties, ...duties.slice(0, 1)]) {
      pass();
      const name = store.add(duty, new Date());
      pass();
      if (duty.id === 'fill-job-order') store.set(name, false, new Date());
    }
  });
}

/** A minute passes. */
export function pass(minutes = 1): void {
  vi.setSystemTime(Date.now() + minutes * 60_000);
}

/** A text of the built site, e.g. of `service/complaint`. */
export function publishedText(dist: string, page: string, hash: string): Text {
  const text = readFileSync(`${dist}/data/${page}.${hash}.json`, 'utf8');
  return { template: JSON.parse(text) as WorkflowTemplate, hash };
}

/** The complaint text as an earlier edition might have had it: one id, one title are others. */
export function earlierText({ template }: Text): Text {
  const text = JSON.stringify(template)
    .replaceAll('"log-complaint"', '"write-complaint-log"')
    .replace('24 小时内首次回复客户', '两天内首次回复客户');
  return { template: JSON.parse(text) as WorkflowTemplate, hash: '0123456789ab' };
}

const on = (step: string, round = 1) => ({ step, round });

/** Every kind of event that leaves a run open, with every optional field there and not there. */
export function workOpenly(reader: Reader, before: Text, after: Text): string {
  const run = reader.start(before, '2026-101', { dueOn: '2026-12-04', edition: 1 });
  const [ticked = ''] = reader.do(run, { kind: 'tick', ...on('receive-complaint') });
  const [undo = ''] = reader.do(run, { kind: 'undo', target: ticked });
  reader.do(
    run,
    { kind: 'undo', target: undo },
    { kind: 'tick', ...on('write-complaint-log') },
    { kind: 'note', ...on('write-complaint-log'), text: '客户来电两次\n第二行：“引号”、\\ 和 😀' },
    { kind: 'tick', ...on('reply-within-24-hours') },
    { kind: 'tick', ...on('pass-to-department') },
    { kind: 'untick', ...on('pass-to-department') },
    { kind: 'tick', ...on('pass-to-department') },
    { kind: 'skip', ...on('technical-cause') },
    { kind: 'skip', ...on('verify-facts'), reason: '客户已提供照片' },
    { kind: 'note', ...on('verify-facts'), text: '要删的备注' },
    { kind: 'note', ...on('verify-facts'), text: '' },
    { kind: 'tick', ...on('find-solution') },
    { kind: 'choose', ...on('check-authority'), outcome: 'beyond' },
    {
      kind: 'choose',
      ...on('approve-solution'),
      outcome: 'returned',
      signed: [
        { role: '客户经理', name: '王敏' },
        { role: '上级', name: '李强' },
      ],
    },
    { kind: 'tick', ...on('find-solution', 2) },
    { kind: 'rename', code: '2026-101 乙' },
    { kind: 'due', on: '2026-12-11' },
    { kind: 'due', on: '' },
    { kind: 'due', on: '2026-12-18' },
    { kind: 'keep', text: after.hash },
    { kind: 'schedule', ...on('check-authority'), on: '2026-12-01' },
    { kind: 'schedule', ...on('check-authority'), on: '' },
    { kind: 'schedule', ...on('find-solution', 2), on: '2026-12-09' },
    { kind: 'assign', step: 'write-complaint-log', owner: '自己' },
    { kind: 'assign', step: 'find-solution', owner: '小陈' },
  );
  const change = compareTemplates(before.template, after.template, {
    'write-complaint-log': 'log-complaint',
  });
  pass();
  reader.tab.do(({ acceptText }) =>
    acceptText(run, after.template, {
      text: after.hash,
      edition: 2,
      renamed: change.renamed,
      reworded: change.reworded.map((step) => step.after.id),
    }),
  );
  reader.do(run, { kind: 'confirm', ...on('reply-within-24-hours') });
  return run;
}

/** Works through a text to its end, by the first outcome of each gate. */
export function workThrough(
  reader: Reader,
  run: string,
  { template }: Text,
  most = Infinity,
): void {
  for (const step of templateSteps(template).slice(0, most)) {
    const [outcome] = step.outcomes ?? [];
    const signed = step.signers?.map((role) => ({ role, name: '王敏' }));
    if (outcome) {
      const choice = { kind: 'choose' as const, ...on(step.id), outcome: outcome.id };
      reader.do(run, signed ? { ...choice, signed } : choice);
    } else reader.do(run, { kind: step.optional ? 'skip' : 'tick', ...on(step.id) });
  }
}

/** Does things while there is room for one event at a time but not for a packed run: each keeps its key. */
export function doWithoutRoomToPack(
  reader: Reader,
  run: string,
  events: readonly NewEvent[],
): void {
  const { browser } = reader;
  for (const event of events) {
    const used = Object.entries(browser.contents).reduce(
      (sum, [key, value]) => sum + key.length + value.length,
      0,
    );
    browser.capacity = used + 160;
    reader.do(run, event);
    browser.capacity = Infinity;
  }
}
