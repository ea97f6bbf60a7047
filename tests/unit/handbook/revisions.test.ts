import { expect, test } from 'vitest';
import { changeSections } from '../../../src/handbook/editions.ts';
import { changeAnchor } from '../../../src/handbook/edition-parts.ts';
import { changeMarkOf, revisionsOf } from '../../../src/handbook/revisions.ts';
import { materialChangesOf } from '../../../src/handbook/training-data.ts';
import { changesSince } from '../../../src/model/training-data.ts';
import type { Edition, EditionChange } from '../../../src/schemas/edition.ts';
import type { Site } from '../../../src/handbook/types.ts';
import { smallSite } from '../fixtures/site.ts';

const ROLE = 'agency/roles/account-director';
const DUTY = `${ROLE}#check-mail`;

const change = (
  ref: string,
  material = true,
  more: Partial<EditionChange> = {},
): EditionChange => ({
  ref,
  kind: 'changed',
  what: '改了。',
  why: '因为。',
  material,
  ...more,
});
const edition = (number: number, ...changes: EditionChange[]): Edition => ({
  number,
  date: new Date('2026-12-01'),
  title: `第${number}版`,
  summary: '改了几处。',
  changes,
});
/** The newest edition first, as the model has them. */
const siteWith = (...editions: Edition[]): Site => ({ ...smallSite(), editions });

test('a first edition makes no revision and no mark, whatever it lists', () => {
  const site = siteWith(edition(1, change(DUTY)));
  expect(revisionsOf(site).size).toBe(0);
  expect(changeMarkOf(site, DUTY)).toBeUndefined();
});

test('the newest material change counts, for the page too; others ask nobody', () => {
  const site = siteWith(
    edition(3, change(DUTY, false)),
    edition(2, change(DUTY), change('agency/workflows/win-new-client', false)),
    edition(1, change('agency')),
  );
  expect(Object.fromEntries(revisionsOf(site))).toEqual({ [DUTY]: 2, [ROLE]: 2 });
});

test('a line of several items counts for each of them, and not for the page’s own text', () => {
  const items = ['check-mail', 'read-mail'];
  const site = siteWith(edition(2, change(ROLE, true, { items })), edition(1, change('agency')));
  expect(revisionsOf(site).get(DUTY)).toBe(2);
  expect(revisionsOf(site).get(`${ROLE}#read-mail`)).toBe(2);
  expect(changeMarkOf(site, DUTY)?.path).toBe('/editions/#edition-2-agency-roles-account-director');
  expect(changeMarkOf(site, ROLE)).toBeUndefined();
});

test('whatever has a revision above the first has the words that raised it', () => {
  const items = ['check-mail', 'read-mail'];
  const moved = [{ from: `${ROLE}#old`, to: `${ROLE}#read-mail`, since: '2026-12-02' }];
  const site: Site = {
    ...siteWith(
      edition(3, change(ROLE, true, { items }), change(DUTY, false)),
      edition(2, change(`${ROLE}#old`)),
      edition(1, change('agency')),
    ),
  };
  const asked = { ...site, register: { ...site.register, moved } };
  const changes = materialChangesOf(asked);
  for (const [ref, revision] of revisionsOf(asked)) {
    const said = changesSince(changes, ref, revision - 1);
    expect(
      said.map(({ edition: number }) => number),
      ref,
    ).toEqual([revision]);
  }
  expect(changesSince(changes, `${ROLE}#read-mail`, 1)).toHaveLength(2);
});

test('what was moved keeps its revision under its present name', () => {
  const moved = { from: `${ROLE}#read-mail`, to: DUTY, since: '2026-12-02' };
  const site = {
    ...siteWith(edition(2, change(`${ROLE}#read-mail`)), edition(1, change('agency'))),
    register: { moved: [moved], retired: [] },
  };
  expect(revisionsOf(site).get(DUTY)).toBe(2);
  expect(changeMarkOf(site, DUTY)?.path).toBe(
    `/editions/#${changeAnchor({ number: 2 }, `${ROLE}#read-mail`)}`,
  );
  // What asks again leads to the same entry.
  expect(changesSince(materialChangesOf(site), DUTY, 1)[0]?.path).toBe(
    changeMarkOf(site, DUTY)?.path,
  );
});

test('marks are of the newest edition alone, and a page is not marked for its items', () => {
  const site = siteWith(
    edition(3, change(DUTY, false, { kind: 'added' })),
    edition(2, change('agency/rules/conduct')),
    edition(1, change('agency')),
  );
  expect(changeMarkOf(site, DUTY)).toEqual({
    edition: 3,
    kind: 'added',
    path: '/editions/#edition-3-agency-roles-account-director-check-mail',
  });
  expect(changeMarkOf(site, ROLE)).toBeUndefined();
  expect(changeMarkOf(site, 'agency/rules/conduct')).toBeUndefined();
});

test('changes stand by handbook and page in the order of the site, those to act on first', () => {
  const site = siteWith();
  const sections = changeSections(
    site,
    edition(
      2,
      change('glossary#client', false),
      change('agency/workflows/win-new-client', true),
      change(DUTY, true),
      change(DUTY, false),
      change('agency', false),
    ),
  );
  expect(
    sections.map(({ title, material, others }) => [
      title,
      material.map(({ page, changes }) => [page, changes.map(({ ref }) => ref)]),
      others.map(({ page }) => page),
    ]),
  ).toEqual([
    [
      site.handbooks[0]?.title,
      [
        [ROLE, [DUTY]],
        ['agency/workflows/win-new-client', ['agency/workflows/win-new-client']],
      ],
      ['agency', ROLE],
    ],
    ['术语表', [], ['glossary']],
  ]);
  const [agency] = sections;
  expect(agency?.material[0]?.changes[0]).toMatchObject({
    isFirst: true,
    item: { text: '做 check-mail' },
  });
  expect(agency?.others[1]?.changes[0]).toMatchObject({ isFirst: false });
});
