/**
 * Folds the events of a run into its state. Pure and independent of the order in which the events
 * arrive: they are sorted by time and id first, and each id counts once.
 */
import type { Day } from '../../model/day.ts';
import { compareByTime } from '../event-envelope.ts';
import { type RunEvent } from './event.ts';
import {
  applyMark,
  askAgain,
  bothNotes,
  laterMark,
  markKey,
  parseMarkKey,
  rekeyed,
  type Note,
  type StepMark,
} from './marks.ts';
import { rekeyedOwners, soonerDay } from './plans.ts';

export { markKey, parseMarkKey, type Note, type StepMark };

/** How a run stands, as readers are told. */
export const RUN_STATUS_LABEL: Record<RunState['status'], string> = {
  open: '进行中',
  finished: '已结束',
  archived: '已归档',
  removed: '已删除',
};

export interface RunState {
  /** Reference of the workflow's page. */
  readonly workflow: string;
  /** Content hash of the frozen template it follows now. */
  readonly text: string;
  /** Content hashes of all templates it has followed, the first one first. */
  readonly texts: readonly string[];
  /** Number of the edition its text is from, where it is known. */
  readonly edition?: number;
  /** Content hash of the last text that was declined. */
  readonly kept?: string;
  readonly code: string;
  /** Local calendar day, `YYYY-MM-DD`. */
  readonly startedOn: string;
  /** Local calendar day by which the job is to be done. */
  readonly dueOn?: string;
  /** `archived` is finished and put away; `removed` can still be restored. */
  readonly status: 'open' | 'finished' | 'archived' | 'removed';
  /** Marks by step and round; see `markKey`. */
  readonly marks: ReadonlyMap<string, StepMark>;
  /** Notes by step and round; see `markKey`. */
  readonly notes: ReadonlyMap<string, Note>;
  /** The days that the reader set for steps, by step and round; see `markKey`. */
  readonly stepDues: ReadonlyMap<string, Day>;
  /** Who does a step, by step id: as it was typed. */
  readonly owners: ReadonlyMap<string, string>;
  readonly startedAt: number;
  /** Time of the last event that counts. */
  readonly changedAt: number;
  /** Time of the finish event, while the run is finished. */
  readonly finishedAt?: number;
  /** Why it was finished with steps still open. */
  readonly finishReason?: string;
  /** The last event that can be taken back with 撤销; never the start. */
  readonly lastEvent?: string;
}

/**
 * The state of a run.
 *
 * @param events in any order, repeats allowed
 * @returns `undefined` when there is no start event among them, e.g. since it has not arrived yet
 */
export function foldRun(events: Iterable<RunEvent>): RunState | undefined {
  const counted = countedEvents(events);
  const start = counted.find((event) => event.kind === 'start');
  if (start?.kind !== 'start') return undefined;

  const renamings: ReadonlyMap<string, string>[] = [];
  // A tab that had not heard of a renaming yet goes on with the old id: follow it.
  const stepNow = (step: string) => renamings.reduce((id, renamed) => renamed.get(id) ?? id, step);
  const keyNow = (step: string, round: number) => markKey(stepNow(step), round);
  let marks = new Map<string, StepMark>();
  let notes = new Map<string, Note>();
  let stepDues = new Map<string, Day>();
  let owners = new Map<string, string>();
  const texts = [start.text];
  let { code, dueOn = '', edition } = start;
  let kept: string | undefined;
  let finish: { at: number; reason?: string } | undefined;
  let archived = false;
  let removed = false;
  for (const event of counted) {
    switch (event.kind) {
      case 'tick':
      case 'untick':
      case 'confirm':
      case 'skip':
      case 'choose':
        applyMark(marks, keyNow(event.step, event.round), event);
        break;
      case 'note': {
        const key = keyNow(event.step, event.round);
        if (event.text === '') notes.delete(key);
        else notes.set(key, { text: event.text, at: event.at });
        break;
      }
      case 'schedule':
        setOrDelete(stepDues, keyNow(event.step, event.round), event.on);
        break;
      case 'assign':
        setOrDelete(owners, stepNow(event.step), event.owner);
        break;
      case 'rename':
        code = event.code;
        break;
      case 'due':
        dueOn = event.on;
        break;
      case 'accept': {
        texts.push(event.text);
        edition = event.edition;
        const renamed = new Map(Object.entries(event.renamed));
        renamings.push(renamed);
        marks = rekeyed(marks, renamed, laterMark);
        notes = rekeyed(notes, renamed, bothNotes);
        stepDues = rekeyed(stepDues, renamed, soonerDay);
        owners = rekeyedOwners(owners, renamed);
        askAgain(marks, event.reworded);
        break;
      }
      case 'keep':
        kept = event.text;
        break;
      case 'finish':
        finish = event;
        break;
      case 'reopen':
        finish = undefined;
        archived = false;
        break;
      case 'archive':
      case 'unarchive':
        // Put away is only what is finished; another tab may have reopened the run meanwhile.
        archived = event.kind === 'archive' && finish !== undefined;
        break;
      case 'remove':
      case 'restore':
        removed = event.kind === 'remove';
        break;
      case 'start':
      case 'undo':
        break;
    }
  }
  const last = counted.findLast((event) => event.kind !== 'start' && event.kind !== 'undo');
  return {
    workflow: start.workflow,
    text: texts.at(-1) ?? start.text,
    texts: [...new Set(texts)],
    ...(edition === undefined ? {} : { edition }),
    ...(kept === undefined ? {} : { kept }),
    code,
    startedOn: start.startedOn,
    ...(dueOn ? { dueOn } : {}),
    status: removed ? 'removed' : !finish ? 'open' : archived ? 'archived' : 'finished',
    marks,
    notes,
    stepDues,
    owners,
    startedAt: start.at,
    changedAt: counted.at(-1)?.at ?? start.at,
    ...(finish ? { finishedAt: finish.at } : {}),
    ...(finish?.reason ? { finishReason: finish.reason } : {}),
    ...(last ? { lastEvent: last.id } : {}),
  };
}

function setOrDelete(map: Map<string, string>, key: string, value: string): void {
  if (value === '') map.delete(key);
  else map.set(key, value);
}

/** The events that count, those that were not taken back, each once and in order; the start always does. */
export function countedEvents(events: Iterable<RunEvent>): readonly RunEvent[] {
  const ordered = inOrder(events);
  const undone = undoneEvents(ordered);
  return ordered.filter((event) => event.kind === 'start' || !undone.has(event.id));
}

/** Union of two copies of a run: each event once, by id. */
export function mergeEvents(a: Iterable<RunEvent>, b: Iterable<RunEvent>): readonly RunEvent[] {
  return inOrder([...a, ...b]);
}

/** Hashes of every text that a run's events speak of, undone or not: what must stay stored with it. */
export function textsOf(events: Iterable<RunEvent>): Set<string> {
  const texts = new Set<string>();
  for (const event of events) {
    if (event.kind === 'start' || event.kind === 'accept') texts.add(event.text);
  }
  return texts;
}

function inOrder(events: Iterable<RunEvent>): readonly RunEvent[] {
  if (Array.isArray(events) && isInOrder(events as RunEvent[])) return events as RunEvent[];
  const byId = new Map<string, RunEvent>();
  for (const event of events) {
    const known = byId.get(event.id);
    // Events never change, so two with one id are equal; should a file have been edited by hand,
    // every device must still pick the same one.
    if (!known || (known !== event && canonical(event) < canonical(known))) {
      byId.set(event.id, event);
    }
  }
  return [...byId.values()].sort(compareByTime);
}

/** An event as text, whatever the order of its fields: packing it changes that order. */
function canonical(event: RunEvent): string {
  return JSON.stringify(Object.entries(event).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** True for events that are sorted and each of their own: most are, as they come from the storage. */
function isInOrder(events: readonly RunEvent[]): boolean {
  const ids = new Set<string>();
  let last: RunEvent | undefined;
  for (const event of events) {
    if (ids.has(event.id) || (last && compareByTime(last, event) > 0)) return false;
    ids.add(event.id);
    last = event;
  }
  return true;
}

/** Ids of the events that an undo takes back; an undo can itself be undone, so the last ones decide first. */
function undoneEvents(ordered: readonly RunEvent[]): Set<string> {
  const undone = new Set<string>();
  for (const event of [...ordered].reverse()) {
    if (event.kind === 'undo' && !undone.has(event.id)) undone.add(event.target);
  }
  return undone;
}
