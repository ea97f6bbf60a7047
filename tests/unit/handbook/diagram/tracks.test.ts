import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assignTracks, TRACK_GAP } from '../../../../src/handbook/diagram/tracks.ts';

const spans = fc.array(
  fc.record({ from: fc.integer({ min: 0, max: 400 }), to: fc.integer({ min: 0, max: 400 }) }),
  { maxLength: 20 },
);

describe('assignTracks', () => {
  test('puts what leads near inside what leads far', () => {
    expect(
      assignTracks([
        { from: 100, to: 0 },
        { from: 60, to: 40 },
      ]),
    ).toEqual([1, 0]);
  });

  test('uses a track again once it is free', () => {
    expect(
      assignTracks([
        { from: 0, to: 20 },
        { from: 30, to: 60 },
      ]),
    ).toEqual([0, 0]);
  });

  test('has nothing to give to nothing', () => expect(assignTracks([])).toEqual([]));

  test('never puts two spans on one track where they pass the same height', () => {
    fc.assert(
      fc.property(spans, (all) => {
        const tracks = assignTracks(all);
        all.forEach((a, i) =>
          all.slice(i + 1).forEach((b, j) => {
            const meet =
              Math.min(Math.max(a.from, a.to), Math.max(b.from, b.to)) -
              Math.max(Math.min(a.from, a.to), Math.min(b.from, b.to));
            if (meet > -TRACK_GAP) expect(tracks[i]).not.toBe(tracks[i + 1 + j]);
          }),
        );
      }),
    );
  });

  test('leaves no track empty', () => {
    fc.assert(
      fc.property(spans, (all) => {
        const used = new Set(assignTracks(all));
        expect([...used].sort((a, b) => a - b)).toEqual([...used].map((_, index) => index));
      }),
    );
  });
});
