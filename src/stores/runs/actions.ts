/** What readers do with runs: start, change, finish, remove, erase. */
import {
  draftsOfRun,
  eventName,
  eventsOfRun,
  packedName,
  textName,
} from '../../model/storage-names.ts';
import type { WorkflowTemplate } from '../../model/template.ts';
import { randomId } from '../../model/random-id.ts';
import { MAX_TIME } from '../../model/parsed.ts';
import type { AcceptEvent, NewEvent, RunEvent } from '../../progress/runs/event.ts';
import { mergeEvents, textsOf } from '../../progress/runs/fold.ts';
import { askToPersist } from '../persistence.ts';
import { takeOut } from '../storage/erase.ts';
import { listNames, readValue, writeValue, type Values } from '../storage/values.ts';
import { listen, loadAgain } from './load.ts';
import { $runs, RUNS, eventsOf, forget, isStored } from './memory.ts';
import { packIfDone } from './pack.ts';
import { renameDrafts } from './rename-drafts.ts';
import { freeze, neededTexts } from './texts.ts';

export interface NewRun {
  readonly code: string;
  /** Local calendar day, `YYYY-MM-DD`. */
  readonly startedOn: string;
  readonly dueOn?: string;
  readonly edition?: number;
}

/**
 * Starts a run: freezes the template under its hash and writes the start event.
 *
 * @returns the run's id
 */
export function startRun(template: WorkflowTemplate, hash: string, start: NewRun): string {
  const run = randomId();
  freeze(template, hash);
  addEvent(run, { kind: 'start', workflow: template.workflow, text: hash, ...start });
  void askToPersist();
  return run;
}

/** Lets a run go on with another text, which is frozen with it. */
export function acceptText(
  run: string,
  template: WorkflowTemplate,
  accept: Omit<AcceptEvent, 'v' | 'id' | 'at' | 'kind'>,
): string | undefined {
  if (!isThere(run)) return undefined;
  freeze(template, accept.text);
  const event = addEvent(run, { kind: 'accept', ...accept });
  renameDrafts(run, accept.renamed);
  return event;
}

/**
 * Adds an event to a run, at the present moment, after every event the run already has.
 *
 * @returns the event's id; `undefined` when the run was erased in another tab: then nothing is
 *   written, and it goes here too
 */
export function append(run: string, event: NewEvent): string | undefined {
  return isThere(run) ? addEvent(run, event) : undefined;
}

function isThere(run: string): boolean {
  listen();
  const isKnown = eventsOf(run).length > 0 && isStored(run);
  if (!isKnown) forget(run);
  return isKnown;
}

function addEvent(run: string, event: NewEvent): string {
  listen();
  const events = eventsOf(run);
  const last = events.at(-1)?.at ?? 0;
  // Two clicks in one millisecond, or a clock that was set back, must not change the order.
  const complete = {
    v: 1,
    id: randomId(),
    at: Math.min(Math.max(Date.now(), last + 1), MAX_TIME),
    ...event,
  } as RunEvent;
  const merged = mergeEvents(events, [complete]);
  $runs.setKey(run, merged);
  const saved = writeValue(eventName(run, complete.id), JSON.stringify(complete), RUNS);
  if (saved) packIfDone(run);
  return complete.id;
}

/**
 * Takes a run out of the storage for good, its drafts too, and its frozen texts when no other run needs them.
 *
 * @returns what was stored, for `putRunBack`
 */
export function eraseRun(run: string): Values {
  const names = [...[eventsOfRun(run), draftsOfRun(run)].flatMap(listNames), packedName(run)];
  const texts = [...textsOf(eventsOf(run))];
  const needed = neededTexts(texts, names);
  names.push(...texts.filter((text) => !needed.has(text)).map(textName));
  // Read before it is forgotten: what is not saved of it goes then.
  const values = Object.fromEntries(names.map((name) => [name, readValue(name)]));
  forget(run);
  takeOut(names, RUNS);
  return values;
}

/** Brings an erased run back. */
export function putRunBack(values: Values): void {
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined) writeValue(name, value, RUNS);
  }
  loadAgain();
}
