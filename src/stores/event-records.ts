/**
 * Binds events that never change to the storage, one key each, so that two tabs and two devices add up.
 * Read once in a page, when somebody listens first or something is done; from then on it follows other tabs.
 */
import { atom, onMount, type ReadableAtom } from 'nanostores';
import { MAX_TIME, parseStored, type Parsed } from '../model/parsed.ts';
import { randomId } from '../model/random-id.ts';
import type { Timed } from '../progress/event-envelope.ts';
import { readRecord } from './records.ts';
import { onReload, onValueChange, type Writer } from './storage/changes.ts';
import { listNames, writeValue } from './storage/values.ts';

export interface EventRecords<E extends Timed> {
  /** All events of this browser, by id. */
  readonly $events: ReadableAtom<ReadonlyMap<string, E>>;
  /** Reads the storage, unless that was done. */
  ready(): void;
  /** What a new event has beside its own fields: it is later than all that are there. */
  stamp(): { readonly v: 1 } & Timed;
  /** Keeps an event. */
  put(event: E): void;
}

/**
 * The events under one prefix.
 *
 * @param prefix what their names begin with; their ids follow
 * @param onChange called when the events have changed, by whomever
 */
export function eventRecords<E extends Timed>(
  prefix: string,
  parse: (value: unknown) => Parsed<E>,
  onChange: () => void = () => undefined,
): EventRecords<E> {
  const $events = atom<ReadonlyMap<string, E>>(new Map());
  const me: Writer = {};
  let isLoaded = false;

  const set = (events: ReadonlyMap<string, E>) => {
    $events.set(events);
    onChange();
  };
  const load = () => {
    const events = listNames(prefix).flatMap((name) => readRecord(name, parse) ?? []);
    set(new Map(events.map((event) => [event.id, event])));
  };
  /** What another tab wrote, or somebody imported or erased in this one. */
  const hear = (name: string, text: string | undefined) => {
    const events = new Map($events.get());
    const parsed = text === undefined ? 'damaged' : parseStored(text, parse);
    if (typeof parsed === 'object') events.set(parsed.value.id, parsed.value);
    else if (text === undefined) events.delete(name.slice(prefix.length));
    set(events);
  };
  const ready = () => {
    if (isLoaded) return;
    isLoaded = true;
    onValueChange(prefix, hear, me);
    onReload(load);
    load();
  };
  onMount($events, ready);

  return {
    $events,
    ready,
    stamp() {
      ready();
      let last = 0;
      for (const { at } of $events.get().values()) last = Math.max(last, at);
      // Two clicks in one millisecond, or a clock that was set back, must not change the order.
      return { v: 1, id: randomId(), at: Math.min(Math.max(Date.now(), last + 1), MAX_TIME) };
    },
    put(event) {
      // Memory first: what cannot be written is there all the same.
      set(new Map($events.get()).set(event.id, event));
      writeValue(prefix + event.id, JSON.stringify(event), me);
    },
  };
}
