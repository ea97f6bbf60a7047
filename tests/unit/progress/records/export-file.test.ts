import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  EXPORT_FORMAT,
  EXPORT_MAX_BYTES,
  readExport,
  writeExport,
} from '../../../../src/progress/records/export-file.ts';

const anyName = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('__proto__', 'constructor'),
);
const anyValues = fc
  .array(fc.tuple(anyName, fc.string({ unit: 'binary' })), { maxLength: 8 })
  .map((entries) => new Map(entries));

const FILE = { format: EXPORT_FORMAT, v: 1, site: 'khb', exportedAt: 1000, values: { a: 'x' } };

describe('writing', () => {
  test('and reading gives every value back, under any name', () => {
    fc.assert(
      fc.property(anyValues, (values) => {
        const file = readExport(writeExport(values, 'khb', 1000));
        if (typeof file === 'string') throw new Error(file);
        expect(new Map(Object.entries(file.values))).toEqual(values);
        expect([file.site, file.exportedAt]).toEqual(['khb', 1000]);
      }),
    );
  });

  test('gives equal files for equal values, in whatever order they come', () => {
    const forth = new Map([
      ['b', '2'],
      ['a', '1'],
    ]);
    const back = new Map([...forth].reverse());
    expect(writeExport(forth, 'khb', 1)).toBe(writeExport(back, 'khb', 1));
  });
});

describe('reading', () => {
  test('passes over a byte order mark, and fields that a later version may add', () => {
    expect(readExport(`\uFEFF${JSON.stringify(FILE)}`)).toEqual(FILE);
    expect(readExport(JSON.stringify({ ...FILE, by: '我' }))).toMatchObject(FILE);
  });

  test.each<[string, unknown]>([
    ['of another format', { ...FILE, format: 'bookmarks' }],
    ['without a format', { ...FILE, format: undefined }],
    ['without a version', { ...FILE, v: undefined }],
    ['of a version that is text', { ...FILE, v: '1' }],
    ['of version 0', { ...FILE, v: 0 }],
    ['of half a version', { ...FILE, v: 1.5 }],
    ['without a site', { ...FILE, site: undefined }],
    ['without a time', { ...FILE, exportedAt: undefined }],
    ['with a time that is text', { ...FILE, exportedAt: '1000' }],
    ['without values', { ...FILE, values: undefined }],
    ['whose values are a list', { ...FILE, values: ['x'] }],
    ['whose values are text', { ...FILE, values: 'x' }],
    ['whose values are null', { ...FILE, values: null }],
    ['with a value that is no text', { ...FILE, values: { a: { b: 1 } } }],
    ['that is a list', [FILE]],
    ['that is null', null],
    ['that is text', 'FILE'],
  ])('refuses a file %s', (_, value) => {
    expect(readExport(JSON.stringify(value))).toBe('not-export');
  });

  test('takes nothing from a prototype that the file brings along', () => {
    const text = JSON.stringify({ ...FILE, format: undefined }).replace(
      '{',
      `{"__proto__":{"format":"${EXPORT_FORMAT}"},`,
    );
    expect(readExport(text)).toBe('not-export');
  });

  test('tells a newer file from a broken one', () => {
    expect(readExport(JSON.stringify({ format: EXPORT_FORMAT, v: 2 }))).toBe('newer');
    expect(readExport(JSON.stringify({ ...FILE, v: 7, values: [] }))).toBe('newer');
  });

  test.each(['', ' ', '{', 'format', '{"format":', '\0', 'PK\u0003\u0004', '<html>', '{}{}'])(
    'says that %j is no JSON',
    (text) => {
      expect(readExport(text)).toBe('not-json');
    },
  );

  test('refuses a file that is too big before it looks into it', () => {
    expect(readExport(' '.repeat(EXPORT_MAX_BYTES + 1))).toBe('too-big');
    expect(readExport(' '.repeat(1000))).toBe('not-json');
  });

  test('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (text) => {
        expect(['not-json', 'not-export']).toContain(readExport(text));
      }),
    );
  });
});
