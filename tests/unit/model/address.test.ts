import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { href, pathOf, withBase } from '../../../src/model/address.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('withBase', () => {
  test.each([
    ['/', '/agency/', '/agency/'],
    ['/kehubu/', '/agency/', '/kehubu/agency/'],
    ['/kehubu/', '/', '/kehubu/'],
    ['/a/b/', '/agency/roles/x/#duty', '/a/b/agency/roles/x/#duty'],
    ['/kehubu/', '/search/?q=/x', '/kehubu/search/?q=/x'],
  ])('puts %s before %s', (base, path, expected) => {
    expect(withBase(base, path)).toBe(expected);
  });

  test('never makes an address of another host', () => {
    const anyPath = fc.string().map((rest) => `/${rest}`);
    fc.assert(
      fc.property(fc.constantFrom('/', '/kehubu/'), anyPath, (base, path) => {
        expect(withBase(base, path).startsWith(base)).toBe(true);
        expect(withBase(base, path)).not.toMatch(/^\/\//);
      }),
    );
    expect(withBase('/', '//evil.example/')).toBe('/evil.example/');
  });
});

describe('pathOf', () => {
  test.each([
    ['agency', '/agency/'],
    ['agency/workflows/win-new-client', '/agency/workflows/win-new-client/'],
    ['agency/workflows/win-new-client#sign', '/agency/workflows/win-new-client/#sign'],
  ])('gives %s the path %s, with a trailing slash', (reference, path) => {
    expect(pathOf(reference)).toBe(path);
  });

  test('refuses what is not a reference', () => {
    expect(() => pathOf('/agency/')).toThrow(RangeError);
    expect(() => pathOf('javascript:alert(1)')).toThrow(RangeError);
  });
});

describe('href', () => {
  test('leaves paths as they are on a site at the root', () => {
    vi.stubEnv('BASE_URL', '/');
    expect(href('/agency/')).toBe('/agency/');
  });

  test("puts this build's base path in front", () => {
    vi.stubEnv('BASE_URL', '/kehubu/');
    expect(href('/agency/#rules')).toBe('/kehubu/agency/#rules');
  });
});
