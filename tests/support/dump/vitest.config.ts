/// <reference types="vitest/config" />
import { getViteConfig } from 'astro/config';

/** Used by `npm run dump`; apart from the tests, since it writes into the repository. */
export default getViteConfig({
  test: {
    include: ['tests/support/dump/*.dump.ts'],
    testTimeout: 60_000,
    // Periods and days are local: every dump is made in the time zone of its readers.
    env: { TZ: 'Asia/Shanghai' },
  },
});
