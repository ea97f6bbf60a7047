import { describe, expect, test } from 'vitest';
import { changePath, entryPaths, isSplit } from '../../../src/handbook/edition-parts.ts';
import { newsOf, rolesByPage } from '../../../src/handbook/news.ts';
import { entryAddress } from '../../../src/model/entry-address.ts';
import type { Edition, EditionChange } from '../../../src/schemas/edition.ts';
import type { Site } from '../../../src/handbook/types.ts';
import { rawHandbook, rawRole, rawRules, smallSite } from '../fixtures/site.ts';

const ROLE = 'agency/roles/account-director';
const DUTY = `${ROLE}#check-mail`;

const change = (ref: string, material = true): EditionChange => ({
  ref,
  kind: 'changed',
  what: '改了。',
  why: '因为。',
  material,
});
const edition = (number: number, ...changes: EditionChange[]): Edition => ({
  number,
  date: new Date(`2026-12-0${number}`),
  title: `第${number}版`,
  summary: '改了几处。',
  changes,
});
/** An edition so long that it stands on pages of its own. */
const long = (number: number, ...changes: EditionChange[]) =>
  edition(number, ...changes, ...Array.from({ length: 200 }, () => change('agency', false)));

const two = (): Site =>
  smallSite({
    service: rawHandbook({ title: '客服手册', hue: 'teal', icon: 'headset' }),
    'service/rules/conduct': rawRules(),
    'agency/roles/account-executive': rawRole({
      title: '客户专员',
      route: {
        day: ['check-mail'],
        week: ['agency/techniques/briefing'],
        month: ['service/rules/conduct#reply'],
        quarter: ['check-mail'],
      },
    }),
  });

describe('where an edition tells of a change', () => {
  test('a short one, on the page of editions', () => {
    const short = edition(2, change(DUTY));
    expect(isSplit(short)).toBe(false);
    expect(changePath(two(), short, DUTY)).toBe(
      '/editions/#edition-2-agency-roles-account-director-check-mail',
    );
    expect(entryPaths({ ...two(), editions: [short] })).toEqual({});
  });

  test('a long one, on a page for each handbook, and one for what is of all', () => {
    const site = two();
    expect(changePath(site, long(2), 'service/rules/conduct#reply')).toBe(
      '/editions/2/service/#edition-2-service-rules-conduct-reply',
    );
    expect(changePath(site, long(2), 'glossary#client')).toBe(
      '/editions/2/glossary/#edition-2-glossary-client',
    );
  });

  test('an old link to the page of editions leads to every entry', () => {
    const moved = {
      from: 'agency/rules/speech#reply',
      to: 'service/rules/conduct#reply',
      since: '2026-12-02',
    };
    const refs = [
      'agency',
      DUTY,
      'service/rules/conduct#reply',
      'glossary#client',
      moved.from,
      // It was a handbook's, and is published no more.
      'former/roles/clerk',
    ];
    const newest = long(2, ...refs.map((ref) => change(ref)));
    const site = { ...two(), editions: [newest], register: { moved: [moved], retired: [] } };
    const pages = entryPaths(site);
    for (const ref of refs) {
      const path = changePath(site, newest, ref);
      const hash = path.slice(path.indexOf('#'));
      expect(entryAddress(hash, pages), ref).toBe(path);
    }
    expect(changePath(site, newest, moved.from)).toMatch(/^\/editions\/2\/service\//);
  });
});

describe('what concerns a role', () => {
  test('is its own page and the pages of its route', () => {
    const rolesOf = rolesByPage(two());
    expect(rolesOf(ROLE)).toBe('0');
    expect(rolesOf('agency/techniques/briefing')).toBe('1');
    expect(rolesOf('service/rules/conduct')).toBe('1');
    expect(rolesOf('agency/rules/conduct')).toBeUndefined();
  });

  test('is counted from each edition on, each reference once, and only what has to be acted on', () => {
    const site = {
      ...two(),
      editions: [
        edition(3, change(DUTY), change('agency/techniques/briefing#prepare')),
        edition(2, change(DUTY), change(DUTY), change(ROLE, false), change('agency/rules/conduct')),
        edition(1, change('agency')),
      ],
    };
    expect(newsOf(site)).toEqual([
      { edition: 3, day: '2026-12-03', count: 2, own: [1, 1] },
      { edition: 2, day: '2026-12-02', count: 3, own: [1, 1] },
    ]);
    expect(newsOf({ ...two(), editions: [edition(1, change(DUTY))] })).toEqual([]);
  });
});
