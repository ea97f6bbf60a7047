/** A site that publishes a part of what is written. */
import { describe, expect, test } from 'vitest';
import { changesOf } from '../../../src/handbook/editions.ts';
import { formerPages } from '../../../src/handbook/former-pages.ts';
import { routeOf } from '../../../src/handbook/route.ts';
import { buildSite } from '../../../src/handbook/site.ts';
import type { Site, SourceContent } from '../../../src/handbook/types.ts';
import { statementRows } from '../../../src/handbook/sources.ts';
import { glossaryOf } from '../../../src/handbook/terms.ts';
import { editionSchema } from '../../../src/schemas/edition.ts';
import { statementSchema } from '../../../src/schemas/ledger.ts';
import { termSchema } from '../../../src/schemas/term.ts';
import {
  contentOf,
  rawHandbook,
  rawRole,
  rawRules,
  rolePage,
  STATEMENT,
} from '../fixtures/site.ts';

const term = (id: string, handbooks: string[], see: string[] = []) => {
  const { id: _, ...data } = termSchema.parse({
    id,
    term: id,
    pinyin: id.replace('-', ''),
    definition: '一个词。',
    handbooks,
    see,
  });
  return { id, data };
};

const change = (ref: string) => ({
  ref,
  kind: 'added',
  what: '成册。',
  why: '要用。',
  material: false,
});
const edition = (number: number, ...refs: string[]) => ({
  id: String(number),
  data: editionSchema.parse({
    number,
    date: '2026-11-23',
    title: '某版',
    summary: '两本手册成册。',
    changes: refs.map(change),
  }),
});

/** Two handbooks that lead to each other. */
function content(): SourceContent {
  const stop = ['check-mail'];
  const route = {
    day: ['service/rules/calm', 'check-mail'],
    week: stop,
    month: stop,
    quarter: ['service/rules/calm'],
  };
  const all = contentOf({
    agency: rawHandbook(),
    service: rawHandbook({ hue: 'teal', department: '客户服务部' }),
    'agency/roles/account-director': rawRole({ route }),
    'service/rules/calm': rawRules({ title: '沉得住气' }),
  });
  return {
    ...all,
    handbooks: all.handbooks.map((front) =>
      front.id === 'agency' ? { ...front, body: '见<Term id="borrowed">借来的词</Term>。' } : front,
    ),
    terms: [
      term('ours', ['agency'], ['service/rules/calm']),
      term('theirs', ['service']),
      term('both', ['service', 'agency']),
      term('borrowed', ['service']),
    ],
    statements: [
      STATEMENT,
      {
        id: 'sv-01',
        data: statementSchema.parse({
          handbook: 'service',
          order: 1,
          src: ['S2'],
          fact: '要沉得住气',
        }),
      },
    ],
    about: [
      { id: 'service', data: { text: 'S2 是一份。' } },
      { id: 'agency', data: { text: 'S1 是一份。' } },
    ],
    editions: [
      edition(1, 'agency', 'service', 'glossary', 'glossary#theirs'),
      edition(2, 'service/rules/calm'),
      edition(3, 'service'),
    ],
    register: [
      {
        id: 'moves',
        data: {
          moved: [
            { from: 'service/rules/old', to: 'service/rules/calm', since: '2026-12-01' },
            {
              from: 'service/roles/chief',
              to: 'agency/roles/account-director',
              since: '2026-12-01',
            },
            { from: 'agency/rules/calm', to: 'service/rules/calm', since: '2026-12-01' },
          ],
          retired: [{ ref: 'service/rules/gone', why: '不用了。', since: '2026-12-01' }],
        },
      },
    ],
  };
}

function publishing(...handbooks: string[]): Site {
  const all = content();
  return buildSite({ ...all, identity: { ...all.identity, handbooks } });
}

describe('a part of the handbooks', () => {
  const site = publishing('agency');

  test('has its own pages and no others', () => {
    expect(site.handbooks.map(({ slug }) => slug)).toEqual(['agency']);
    expect(site.leftOut).toEqual(['service']);
    expect([...site.pages.keys()]).toEqual(['agency/roles/account-director']);
  });

  test('has the terms that are its own or that its prose names, and names no other owner', () => {
    expect(site.terms.map(({ id, handbooks }) => [id, handbooks])).toEqual([
      ['ours', ['agency']],
      ['both', ['agency']],
      ['borrowed', []],
    ]);
    const uses = glossaryOf(site).flatMap(({ entries }) => entries.flatMap((entry) => entry.uses));
    expect(uses).toEqual([]);
  });

  test('has its own part of the ledger', () => {
    expect(statementRows(site).map(({ id }) => id)).toEqual(['ag-ad-b1']);
    expect(site.ledger.about).toEqual(['S1 是一份。']);
  });

  test('has the changes that concern it; of the editions the newest, and those that have one', () => {
    expect(
      site.editions.map(({ number, changes }) => [number, changes.map(({ ref }) => ref)]),
    ).toEqual([
      [3, []],
      [1, ['agency', 'glossary']],
    ]);
    expect(site.editions.map(({ isPart }) => isPart)).toEqual([true, true]);
    const [, first] = site.editions;
    expect(first && changesOf(site, first).every(({ to }) => to)).toBe(true);
  });

  test('a route passes over what is not there', () => {
    const legs = routeOf(site, rolePage(site));
    expect(legs.map(({ title, stops }) => [title, stops.length])).toEqual([
      ['第一天', 1],
      ['第一周', 1],
      ['第一个月', 1],
    ]);
  });

  test('answers at old addresses that lead into it or were its own', () => {
    expect(formerPages(site).map(({ reference, to }) => [reference, to?.path])).toEqual([
      ['service/roles/chief', '/agency/roles/account-director/'],
      ['agency/rules/calm', undefined],
    ]);
  });
});

test('all of the handbooks have all of it, in the order of the site', () => {
  const site = publishing('service', 'agency');
  expect(site.handbooks.map(({ slug }) => slug)).toEqual(['service', 'agency']);
  expect(site.leftOut).toEqual([]);
  expect(site.terms).toHaveLength(4);
  expect(site.editions.map(({ number, isPart }) => [number, isPart])).toEqual([
    [3, undefined],
    [2, undefined],
    [1, undefined],
  ]);
  expect(statementRows(site)).toHaveLength(2);
});

test('a handbook that is to be published and is not there is told', () => {
  expect(() => publishing('agency', 'sales')).toThrow('"sales"');
});
