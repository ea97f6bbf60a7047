/** What a browser does until a page is painted, read from its own trace. */
import type { CDPSession, Page } from 'puppeteer-core';

/** Times in milliseconds from the navigation, of work in milliseconds; counts of what was worked on. */
export interface Load {
  /** First contentful paint. */
  readonly first: number;
  /** Largest contentful paint. */
  readonly largest: number;
  /** Style and layout before the first paint, with the elements and boxes they were for. */
  readonly style: number;
  readonly styled: number;
  readonly layout: number;
  readonly boxes: number;
}

/** An event of a trace: https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU */
interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  /** Microseconds. */
  readonly ts: number;
  readonly dur?: number;
  readonly args: {
    readonly elementCount?: number;
    readonly beginData?: { readonly dirtyObjects?: number };
    readonly data?: { readonly documentLoaderURL?: string };
  };
}

const CATEGORIES = [
  'devtools.timeline',
  'blink.user_timing',
  'loading',
  'disabled-by-default-devtools.timeline',
];

/** How long after its load a page may still paint something larger, in milliseconds. */
const SETTLES = 2_000;

/**
 * Opens a page and reads what it took.
 *
 * @throws Error when it was never painted
 */
export async function traceLoad(page: Page, cdp: CDPSession, address: string): Promise<Load> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: object[] }) => events.push(...(value as TraceEvent[]));
  cdp.on('Tracing.dataCollected', collect);
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: CATEGORIES },
  });
  await page.goto(address, { waitUntil: 'load' });
  await new Promise((resolve) => setTimeout(resolve, SETTLES));
  const complete = new Promise<void>((resolve) => {
    cdp.once('Tracing.tracingComplete', () => resolve());
  });
  await cdp.send('Tracing.end');
  await complete;
  cdp.off('Tracing.dataCollected', collect);
  return readLoad(events, address);
}

/**
 * What a trace says of the load of one page.
 *
 * @throws Error when it holds no paint of it
 */
export function readLoad(events: readonly TraceEvent[], address: string): Load {
  const start = events.findLast(
    ({ name, args }) => name === 'navigationStart' && args.data?.documentLoaderURL === address,
  );
  const after = events.filter((event) => start && event.pid === start.pid && event.ts >= start.ts);
  const first = after.find(({ name }) => name === 'firstContentfulPaint');
  if (!start || !first) throw new Error(`The trace has no paint of ${address}`);
  const largest = after.findLast(({ name }) => name === 'largestContentfulPaint::Candidate');
  const at = ({ ts }: TraceEvent) => (ts - start.ts) / 1000;
  const before = (wanted: string) =>
    after.filter(({ name, ts }) => name === wanted && ts < first.ts);
  const sum = (wanted: string, of: (event: TraceEvent) => number | undefined) =>
    before(wanted).reduce((total, event) => total + (of(event) ?? 0), 0);
  return {
    first: at(first),
    largest: at(largest ?? first),
    style: sum('UpdateLayoutTree', ({ dur = 0 }) => dur / 1000),
    styled: sum('UpdateLayoutTree', ({ args }) => args.elementCount),
    layout: sum('Layout', ({ dur = 0 }) => dur / 1000),
    boxes: sum('Layout', ({ args }) => args.beginData?.dirtyObjects),
  };
}
