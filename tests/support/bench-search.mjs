/**
 * `npm run bench:search`: what the first search loads, and how long a keystroke takes to its drawn
 * results, for this site and for synthetic ones of 50, 500 and 2,000 pages. Prints figures; no test.
 * Builds the site first when `dist-test/root` is not there. Sizes of 50 or other pages: as arguments.
 */
import '../../src/handbook/register/bundler-imports.mjs';

const { main } = await import('./bench-search.ts');
await main(process.argv.slice(2).map(Number));
