/**
 * The places of a longest strictly rising subsequence, in order; of several, the same one each time.
 * What is left out is the smallest set of things that one has to move to get from one order to another.
 */
export function longestIncreasingSubsequence(numbers: readonly number[]): number[] {
  // By length: the place where the rise of that length with the smallest last number ends.
  const tails: number[] = [];
  const previous: (number | undefined)[] = [];
  numbers.forEach((number, place) => {
    const found = tails.findIndex((tail) => (numbers[tail] ?? Infinity) >= number);
    const length = found < 0 ? tails.length : found;
    previous[place] = tails[length - 1];
    tails[length] = place;
  });
  const rise: number[] = [];
  for (let place = tails.at(-1); place !== undefined; place = previous[place]) rise.unshift(place);
  return rise;
}
