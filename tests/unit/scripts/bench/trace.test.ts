import { expect, test } from 'vitest';
import { readLoad } from '../../../../scripts/bench/trace.ts';

const PAGE = 'http://127.0.0.1/page/';
const event = (name: string, ts: number, rest: object = {}) => ({
  name,
  ts,
  pid: 1,
  args: {},
  ...rest,
});

const TRACE = [
  event('navigationStart', 1_000, { args: { data: { documentLoaderURL: 'about:blank' } } }),
  event('UpdateLayoutTree', 1_500, { dur: 900_000, args: { elementCount: 9 } }),
  event('navigationStart', 10_000, { args: { data: { documentLoaderURL: PAGE } } }),
  event('UpdateLayoutTree', 20_000, { dur: 3_000, args: { elementCount: 4 } }),
  event('Layout', 30_000, { dur: 2_000, args: { beginData: { dirtyObjects: 7 } } }),
  event('Layout', 31_000, { dur: 5_000, pid: 2, args: { beginData: { dirtyObjects: 99 } } }),
  event('UpdateLayoutTree', 40_000, { dur: 1_500, args: { elementCount: 2 } }),
  event('firstContentfulPaint', 60_000),
  event('largestContentfulPaint::Candidate', 60_000),
  event('Layout', 70_000, { dur: 8_000, args: { beginData: { dirtyObjects: 50 } } }),
  event('largestContentfulPaint::Candidate', 95_000),
];

test('a load is what one page did from its navigation to its first paint', () => {
  expect(readLoad(TRACE, PAGE)).toEqual({
    first: 50,
    largest: 85,
    style: 4.5,
    styled: 6,
    layout: 2,
    boxes: 7,
  });
});

test('a page that was never painted is told', () => {
  expect(() => readLoad(TRACE.slice(0, 6), PAGE)).toThrow(`no paint of ${PAGE}`);
});
