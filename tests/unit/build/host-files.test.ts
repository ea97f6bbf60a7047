/** What hosts are told: one list for all of them. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  apacheFile,
  headersFile,
  IMMUTABLE,
  REVALIDATED,
  SECURITY_HEADERS,
} from '../../../src/build/host-files.ts';
import { HASHED_FOLDERS } from '../../../src/model/data-folders.ts';

const FILES = {
  Apache: apacheFile('/'),
  'Netlify and Cloudflare Pages': headersFile('/'),
  nginx: readFileSync('scripts/deploy/nginx.conf', 'utf8'),
};

for (const [host, text] of Object.entries(FILES)) {
  describe(host, () => {
    test.each(Object.entries(SECURITY_HEADERS))('is told %s', (name, value) => {
      const line = text.split('\n').find((each) => each.includes(name));
      expect(line).toContain(value);
    });

    test('is told what to keep, and what to ask for again', () => {
      expect(text).toContain(IMMUTABLE);
      expect(text).toContain(REVALIDATED);
      for (const folder of HASHED_FOLDERS) expect(text).toContain(folder);
    });
  });
}

test('paths begin with the base path', () => {
  expect(apacheFile('/kehubu/')).toContain('ErrorDocument 404 /kehubu/404.html');
  expect(apacheFile('/kehubu/')).toContain('m#^/kehubu/(_astro|data)/#');
  const paths = headersFile('/kehubu/').match(/^\/.*$/gm);
  expect(paths).toEqual(['/kehubu/*', '/kehubu/_astro/*', '/kehubu/data/*']);
});
