/** What the flow asks of an engine, whatever protocol it is driven by. */
import type { Place } from './find-place.ts';

/** What goes into a page and comes out of it. */
export type Json = string | number | boolean | null | undefined | object;

/** Keys that the flow presses. `Paste` is the reader's Ctrl V. */
export type Key = '/' | 'Enter' | 'Escape' | 'Paste';

/** One tab. Each call ends within `PATIENCE`, or throws. */
export interface Driver {
  /** Opens an address and waits until the page has loaded. */
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  /** Runs a function in the page. It stands by itself; what it takes and gives is JSON. */
  run<Args extends Json[], Result>(
    work: (...args: Args) => Result,
    ...args: Args
  ): Promise<Awaited<Result>>;
  /** The value of a field, or the text that another element shows; nothing where there is no such element. */
  read(place: Place): Promise<string | undefined>;
  /** Clicks with the engine's own mouse. @throws Error when there is no such element */
  click(place: Place): Promise<void>;
  /** Clicks, and agrees to what the page then asks. */
  clickAndAgree(place: Place): Promise<void>;
  /** Types with the engine's own keys, in place of what a field has. */
  type(place: Place, text: string): Promise<void>;
  press(key: Key): Promise<void>;
  /** Chooses a file in a file field. */
  choose(place: Place, path: string): Promise<void>;
  /** Writes a PNG of what is in sight. */
  picture(path: `${string}.png`): Promise<void>;
  close(): Promise<void>;
}

/** An engine that runs, with an empty storage of its own. */
export interface Running {
  /** What it says of itself. */
  readonly version: string;
  /** Opens a tab beside the others, 1280 by 800 pixels; they share what is stored. */
  newTab(): Promise<Driver>;
  /** Errors of the console and of scripts so far; nothing where the protocol does not tell them. */
  readonly faults?: readonly string[];
  stop(): Promise<void>;
}

/** Where an engine runs: what it may write and where its downloads go. */
export interface Ground {
  /** Empty, and removed afterwards. */
  readonly home: string;
  readonly downloads: string;
  /** Environment with the fonts of the suite, Shanghai's time, and `home`. */
  readonly env: Record<string, string>;
}

export const SIZE = { width: 1280, height: 800 } as const;

/** How long one call to an engine may take, in milliseconds. */
export const PATIENCE = 20_000;

/** @throws Error when the promise takes longer than `PATIENCE` */
export async function within<T>(
  what: string,
  promise: Promise<T>,
  patience = PATIENCE,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`${what}: no answer in ${patience / 1000} s`)),
      patience,
    );
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
