/** One straight stretch of an edge, across or down. */
export class Segment {
  constructor(readonly ends: readonly [readonly [number, number], readonly [number, number]]) {}

  /** True when two stretches lie on each other for more than a touch. */
  shares(other: Segment): boolean {
    return [0, 1].some((axis) => {
      const along = 1 - axis;
      const level = this.ends[0][axis] as number;
      const flat = [...this.ends, ...other.ends].every((end) => end[axis] === level);
      if (!flat) return false;
      const [a, b] = [this.range(along), other.range(along)];
      return Math.min(a[1], b[1]) - Math.max(a[0], b[0]) > 0.5;
    });
  }

  toString(): string {
    return this.ends.map((end) => end.join(',')).join('–');
  }

  private range(axis: number): [number, number] {
    const values = this.ends.map((end) => end[axis] as number);
    return [Math.min(...values), Math.max(...values)];
  }
}

/** The stretches of an edge's path data, its arrowhead left out. */
export function segmentsOf(d: string): Segment[] {
  const segments: Segment[] = [];
  let at: [number, number] = [0, 0];
  for (const [, command = '', values = ''] of d
    .replace(/m[^m]*$/, '')
    .matchAll(/([MHVh])([^MHVh]*)/g)) {
    const [first = 0, second = 0] = values.trim().split(' ').map(Number);
    const to: [number, number] =
      command === 'M'
        ? [first, second]
        : command === 'V'
          ? [at[0], first]
          : [command === 'h' ? at[0] + first : first, at[1]];
    if (command !== 'M') segments.push(new Segment([at, to]));
    at = to;
  }
  return segments;
}
