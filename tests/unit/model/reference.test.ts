import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { itemReference, parseReference } from '../../../src/model/reference.ts';

describe('parseReference', () => {
  test('splits an item from its page', () => {
    expect(parseReference('agency/workflows/win-new-client#client-confirms')).toEqual({
      page: 'agency/workflows/win-new-client',
      id: 'client-confirms',
    });
  });

  test('reads a page, which has no id', () => {
    const reference = parseReference('key-accounts/roles/general-manager');
    expect(reference).toEqual({ page: 'key-accounts/roles/general-manager' });
    expect('id' in reference).toBe(false);
  });

  test("reads a handbook's own page", () => {
    expect(parseReference('agency')).toEqual({ page: 'agency' });
    expect(parseReference('agency#roles')).toEqual({ page: 'agency', id: 'roles' });
  });

  test.each([
    '',
    '#id',
    'agency/',
    '/agency',
    'agency/workflows',
    'agency/workflows/',
    'agency/workflows/a/b',
    'agency/workflows/a#',
    'agency/workflows/a#b#c',
    'agency/workflows/a#b/c',
    'agency/workflows/a/#b',
    'Agency/workflows/a',
    'agency/workflows/1a',
    'agency/workflows/a_b',
    'agency/workflows/客户',
    'agency/workflows/a b',
    'agency/workflows/a\n',
    ' agency',
    '../agency/workflows/a',
    'https://example.com',
    'javascript:alert(1)',
  ])('refuses %j and says what was found and expected', (text) => {
    expect(() => parseReference(text)).toThrow(RangeError);
    expect(() => parseReference(text)).toThrow(`"${text}"`);
    expect(() => parseReference(text)).toThrow('<handbook>/<section>/<slug>');
  });
});

test('what itemReference joins, parseReference splits', () => {
  const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/);
  fc.assert(
    fc.property(name, name, name, name, (handbook, section, slug, id) => {
      const page = `${handbook}/${section}/${slug}`;
      expect(itemReference(page, id)).toBe(`${page}#${id}`);
      expect(parseReference(itemReference(page, id))).toEqual({ page, id });
      expect(parseReference(page)).toEqual({ page });
    }),
  );
});
