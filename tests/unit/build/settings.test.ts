import { describe, expect, test } from 'vitest';
import { readSiteSettings } from '../../../src/build/settings.ts';

test('a site that sets nothing lives at the root, and is shown to search engines', () => {
  expect(readSiteSettings({})).toEqual({
    siteUrl: undefined,
    basePath: '/',
    siteKey: 'khb',
    noIndex: false,
    feedbackUrl: undefined,
    precompress: false,
    offline: true,
    outDir: './dist',
  });
});

test('variables that are set but empty count as not set', () => {
  const names = [
    'SITE_URL',
    'BASE_PATH',
    'SITE_KEY',
    'NOINDEX',
    'FEEDBACK_URL',
    'PRECOMPRESS',
    'OFFLINE',
    'OUT_DIR',
  ];
  const empty = Object.fromEntries(names.map((name) => [name, '']));
  expect(readSiteSettings(empty)).toEqual(readSiteSettings({}));
});

describe('BASE_PATH', () => {
  test.each([
    ['/', '/'],
    ['kehubu', '/kehubu/'],
    ['/kehubu', '/kehubu/'],
    ['/kehubu/', '/kehubu/'],
    ['//a//b//', '/a/b/'],
    ['a.b/c_d/~e-1', '/a.b/c_d/~e-1/'],
  ])('%s is read as %s', (value, basePath) => {
    expect(readSiteSettings({ BASE_PATH: value }).basePath).toBe(basePath);
  });

  test.each(['客户部', 'a b', 'a?b', 'a#b', 'https://x.example/', 'a%20b', '<x>'])(
    '%s is refused',
    (value) => {
      expect(() => readSiteSettings({ BASE_PATH: value })).toThrow(`BASE_PATH is "${value}"`);
    },
  );
});

describe('SITE_KEY', () => {
  test('follows the base path, so that sites on one origin keep their marks apart', () => {
    expect(readSiteSettings({ BASE_PATH: '/kehubu/' }).siteKey).toBe('khb.kehubu');
    expect(readSiteSettings({ BASE_PATH: '/a/b/' }).siteKey).toBe('khb.a.b');
  });

  test('can be set, so that a site that moves keeps its marks', () => {
    const settings = readSiteSettings({ BASE_PATH: '/new/', SITE_KEY: 'khb.old' });
    expect(settings.siteKey).toBe('khb.old');
  });

  test.each(['a b', 'khb:x', '</script>', '客户部', 'x'.repeat(41)])('%s is refused', (value) => {
    expect(() => readSiteSettings({ SITE_KEY: value })).toThrow(`SITE_KEY is "${value}"`);
  });
});

describe('SITE_URL', () => {
  test.each(['https://handbook.example.com', 'http://localhost:8080'])('%s is taken', (value) => {
    expect(readSiteSettings({ SITE_URL: value }).siteUrl).toBe(value);
  });

  test.each(['handbook.example.com', 'ftp://x.example', 'javascript:alert(1)', '/', 'https://'])(
    '%s is refused',
    (value) => {
      expect(() => readSiteSettings({ SITE_URL: value })).toThrow(`SITE_URL is "${value}"`);
    },
  );
});

describe.each([
  ['NOINDEX', 'noIndex'],
  ['PRECOMPRESS', 'precompress'],
] as const)('%s', (variable, setting) => {
  test.each(['1', 'true', 'yes', 'TRUE'])('%s switches it on', (value) => {
    expect(readSiteSettings({ [variable]: value })[setting]).toBe(true);
  });

  test.each(['0', 'false', 'no', 'No'])('%s leaves it off', (value) => {
    expect(readSiteSettings({ [variable]: value })[setting]).toBe(false);
  });

  test.each(['on', '2', ' 1', '是'])('%j is refused', (value) => {
    expect(() => readSiteSettings({ [variable]: value })).toThrow(`${variable} is "${value}"`);
  });
});

describe('OFFLINE', () => {
  test.each(['0', 'false', 'no'])('%s switches it off', (value) => {
    expect(readSiteSettings({ OFFLINE: value }).offline).toBe(false);
  });

  test.each(['1', 'true', '', undefined])('%j leaves it on', (value) => {
    expect(readSiteSettings({ OFFLINE: value }).offline).toBe(true);
  });

  test('anything else is refused', () => {
    expect(() => readSiteSettings({ OFFLINE: 'off' })).toThrow('OFFLINE is "off"');
  });
});

describe('FEEDBACK_URL', () => {
  test.each(['mailto:handbook@example.com', 'https://example.com/form'])('%s is taken', (value) => {
    expect(readSiteSettings({ FEEDBACK_URL: value }).feedbackUrl).toBe(value);
  });

  test.each(['handbook@example.com', 'javascript:alert(1)', '/feedback/'])(
    '%s is refused',
    (value) => {
      expect(() => readSiteSettings({ FEEDBACK_URL: value })).toThrow(`FEEDBACK_URL is "${value}"`);
    },
  );
});

test('OUT_DIR says where the build is written', () => {
  expect(readSiteSettings({ OUT_DIR: './dist-base' }).outDir).toBe('./dist-base');
});
