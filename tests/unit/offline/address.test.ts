import { describe, expect, test } from 'vitest';
import { isOfSite, urlBelow } from '../../../src/offline/shared/address.ts';

const ROOT = 'https://x.example/';
const SUB = 'https://x.example/kehubu/';

describe('urlBelow', () => {
  test.each([
    [`${ROOT}`, ROOT, ''],
    [`${ROOT}index.html`, ROOT, ''],
    [`${ROOT}agency/?at=a&from=singlemessage&p=1#b`, ROOT, 'agency/'],
    [`${ROOT}agency/index.html?q=1`, ROOT, 'agency/'],
    [`${ROOT}agency/myindex.html`, ROOT, 'agency/myindex.html'],
    [`${SUB}runs/`, SUB, 'runs/'],
    [`${ROOT}kehubu`, SUB, undefined],
    [`${ROOT}runs/`, SUB, undefined],
    ['https://y.example/kehubu/', SUB, undefined],
    ['http://x.example/', ROOT, undefined],
  ])('%s of %s is %j', (address, site, url) => expect(urlBelow(address, site)).toBe(url));
});

test('at the root, what begins like nothing of the site belongs to others', () => {
  const entries = ['', 'agency/', 'agency/roles/x/', 'today/'];
  expect(isOfSite('agency/roles/gone/', ROOT, entries)).toBe(true);
  expect(isOfSite('', ROOT, entries)).toBe(true);
  expect(isOfSite('kehubu/agency/', ROOT, entries)).toBe(false);
  expect(isOfSite('anything/', SUB, entries)).toBe(true);
});
