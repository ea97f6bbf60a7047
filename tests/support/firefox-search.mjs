/**
 * `npm run test:firefox`: repeats the recall test of the search in Firefox, over WebDriver BiDi, since
 * browsers differ in how they cut and fold Chinese. Finds `firefox-esr` or `firefox`, or takes
 * FIREFOX_PATH. Not part of `npm test`: a Firefox is not on every machine.
 */
import '../../src/handbook/register/bundler-imports.mjs';

const { main } = await import('./firefox-search.ts');
process.exitCode = (await main()) ? 0 : 1;
